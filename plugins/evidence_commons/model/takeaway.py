"""Takeaway: a work in the forms in which readers and their programs take it away."""

from dataclasses import dataclass

from evidence_commons.model.item import Item, plain


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One work for other programs.

    ``bibtex``, ``ris`` and ``csl_json`` are its record in each format. ``coins`` is what Zotero
    finds in a list of works, ``tags`` are the names and contents of the meta tags for its own
    page, and ``linked`` is JSON-LD; all three are plain text, not escaped. A page of the site has
    neither of the first two. ``kind`` says what kind of work it is.
    """

    kind: str
    item: Item
    bibtex: str
    ris: str
    csl_json: str
    coins: str
    tags: tuple[tuple[str, str], ...]
    linked: str

    def words(self, variable: str) -> str:
        """What the work says of itself under a name of CSL, as plain text; or ""."""
        return plain(str(self.item.get(variable, "")))
