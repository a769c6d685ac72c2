"""The front door: commands, configuration, progress."""
