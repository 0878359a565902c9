"""Things to pages: one maker per noun, with its template beside it."""
