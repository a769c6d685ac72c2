"""The web page where a person looks at evidence and decides."""
