"""The nouns: frozen, typed, and the one source of the schema."""
