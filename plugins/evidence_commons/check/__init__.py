"""Things to findings: each rule is a module, and its docstring is its page."""
