"""A commons to a folder of files, and again after a change: only what must be is made anew."""
