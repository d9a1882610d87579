"""Which words name which acts: the lexicon, its types and modes, and the words of a text that it knows."""
