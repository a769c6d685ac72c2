"""Fresh pages: written from the field's descriptions alone, by hand, page by page, before any signal was read."""
