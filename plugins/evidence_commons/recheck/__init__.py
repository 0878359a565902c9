"""Check a commons, and do again only what must be: what follows from changed files."""
