"""Where an act happened: the places that a text tells, and which of them is the act's."""
