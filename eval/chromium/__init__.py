"""Whether headless Chromium sees the same links and words on a page as `evidence/` does."""
