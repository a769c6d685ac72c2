"""What the analysis concludes, written as a whole."""
