"""What it costs to make a commons searchable, and to search it."""
