"""What is said: one rule for each frame of a cue."""
