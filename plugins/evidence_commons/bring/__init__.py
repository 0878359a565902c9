"""Records of other makers to records for the library.

What is given may come from anyone: it is read as text that means no more than it says.
"""
