"""The page where a person looks at the evidence and decides."""
