"""Things to data files."""
