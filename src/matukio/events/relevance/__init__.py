"""What is no political act: sport, chance, families, health, faith."""
