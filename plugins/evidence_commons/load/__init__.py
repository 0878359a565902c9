"""Text to things: files become nouns that know where they stand; what is broken becomes a fault."""
