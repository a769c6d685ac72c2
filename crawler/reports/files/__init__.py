"""From a path to rows: containers, encodings, delimiters, headers; hostile until shown otherwise."""
