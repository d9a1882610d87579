"""Which sense of its word an act is told in, and its mode: by the words around it and by its parties."""
