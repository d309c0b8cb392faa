"""What is known of written Vietnamese: syllables, tone marks, words that belong together, names of the state."""
