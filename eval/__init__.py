"""The labelled cases, the quality gate and its floors."""
