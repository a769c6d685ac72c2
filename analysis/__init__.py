"""The analysis: store to frames, frames to findings, findings to verdicts and exports."""
