"""Called by mkdocs-gen-files: the pages of a commons, with citations for mkdocs-bibtex."""

# mypy: ignore-errors
# This runs in an environment of its own.

import os
import sys
from pathlib import Path

import mkdocs_gen_files

sys.path.insert(0, os.environ["MARKDOWN"])

from pages import Commons, keys

for address, text in Commons(Path(os.environ["COMMONS"]), keys, lists_works=False).pages():
    with mkdocs_gen_files.open(address, "w", encoding="utf-8") as page:
        page.write(text)
