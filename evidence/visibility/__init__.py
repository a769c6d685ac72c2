"""What a reader of the page can see, and which rule hides the rest."""
