"""Access logs of web servers: requests out of lines, and backlinks out of their referrers."""
