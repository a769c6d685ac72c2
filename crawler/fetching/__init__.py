"""One request and what may come of it: addresses, names, redirects, robots.txt, encodings, failures."""
