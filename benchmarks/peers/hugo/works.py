"""Turn a BibTeX library into JSON that Hugo can read, where the library is newer than that."""

# mypy: ignore-errors
# This runs in an environment of its own.

import json
import sys
from pathlib import Path

import pypandoc


def main(library: Path, out: Path) -> None:
    """Write the works as CSL JSON, by their keys."""
    if out.exists() and out.stat().st_mtime >= library.stat().st_mtime:
        return
    works = json.loads(pypandoc.convert_file(str(library), "csljson", format="bibtex"))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({one["id"]: one for one in works}, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
