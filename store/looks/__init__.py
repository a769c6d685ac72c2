"""What people look at, and what they decide."""
