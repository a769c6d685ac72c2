"""What signals look at: the store's rows as frames, with the facts that need words."""
