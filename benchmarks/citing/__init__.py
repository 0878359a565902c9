"""What citing costs: a library read and formatted, and sites with pages that cite it."""
