"""Where a page carries addresses, and where on the page that is."""
