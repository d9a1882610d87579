"""Who speaks: the subjects of verbs of saying, sources named by a preposition, and who spoke before."""
