"""Language models of texts, how far apart they are, and where two kinds of them part."""
