"""Whether an act happened: what governs it, what is only planned, alleged, possible or wished for."""
