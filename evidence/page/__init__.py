"""What is said of a page as a whole: kind, facts, traits, account ids, walls, sizes."""
