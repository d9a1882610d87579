"""How a speaker stands to what is said: by its words, by its mood, by whom it blames."""
