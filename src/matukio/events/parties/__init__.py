"""Who did it and to whom: the rules that fill the slots of an act's frame."""
