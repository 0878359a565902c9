"""Findings and texts to better texts: what a program may type without asking."""
