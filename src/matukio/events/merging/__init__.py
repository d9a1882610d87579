"""The tellings of an article beside one another: which tell one act, and what they make of it together."""
