"""Words of acts that tell of none where they stand."""
