"""Facts that no page has alone: counted over all backlinks of a property."""
