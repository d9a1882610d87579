"""When an act happened: which of the times of a text is its own."""
