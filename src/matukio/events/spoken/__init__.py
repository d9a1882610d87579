"""Acts done in words that no word of the lexicon names: what a claim itself does."""
