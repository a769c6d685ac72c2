"""What a page's scripts do at load, read from their syntax trees without running them."""
