"""A process of its own: read a commons, and write what a search needs.

``ours`` writes the index, with the scripts that read it; ``pages`` writes each thing as a small
page, for programs that index pages; ``read`` writes nothing.
"""

import shutil
import sys
from html import escape
from pathlib import Path

from evidence_commons.export.search import search_files
from evidence_commons.export.search_documents import documents
from evidence_commons.export.search_kinds import KINDS, Document, Others
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.organisation import organisations
from evidence_commons.pipeline import open_commons

ASSETS = Path(__file__).parents[2] / "plugins/mkdocs_evidence_commons/theme/assets"
SHELL = '<!doctype html><html lang="en"><title>{title}</title><body>{body}</body></html>'


def main(what: str, commons: Path, out: Path) -> None:
    """Do one of the three."""
    opened = open_commons(commons)
    if what == "read":
        return
    others = Others(organisations(opened.catalogue).every, (), opened.rules)
    out.mkdir(parents=True)
    (out / "index.html").write_text(SHELL.format(title="A made-up page", body=""), "utf-8")
    if what == "pages":
        for kind in KINDS:
            for make in documents(kind, opened.catalogue, others):
                document = make()
                path = out / document.address.replace("#", "") / "index.html"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(_page(opened.catalogue, document), "utf-8")
        return
    shutil.copytree(ASSETS, out / "assets")
    for file in search_files(opened.catalogue, others):
        path = out / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.content, "utf-8")


def _page(catalogue: Catalogue, document: Document) -> str:
    """A thing as a page, with the words of its terms, by which ours finds it too."""
    terms = (catalogue.term(*name) for name in document.terms)
    words = [word for term in terms if term for word in (term.label, *term.synonyms)]
    parts = [f"<h1>{escape(document.title)}</h1><p>{escape(', '.join(document.names))}</p>"]
    for part in document.parts:
        anchor = f' id="{escape(part.anchor)}"' if part.anchor else ""
        heading = f"<h2{anchor}>{escape(part.heading)}</h2>" if part.heading else ""
        parts.append(f"{heading}<p>{escape(part.text)}</p>")
    parts.append(f"<p>{escape(', '.join(words))}</p>")
    return SHELL.format(title=escape(document.title), body="".join(parts))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
