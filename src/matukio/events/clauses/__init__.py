"""What a trigger's clause holds: the phrases that can be parties, and which verb or noun the others belong to."""
