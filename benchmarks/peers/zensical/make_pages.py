"""Write the pages of a commons as Markdown for Zensical; what stays the same is left alone."""

# mypy: ignore-errors
# This runs in an environment of its own.

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["MARKDOWN"])

from pages import Commons, links


def main(root, docs):
    """Write what is new or different, and take away what is no more."""
    kept = {docs / "index.md"}
    for address, text in Commons(root, links, lists_works=True).pages():
        path = docs / address
        kept.add(path)
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    for path in docs.rglob("*.md"):
        if path not in kept:
            path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
