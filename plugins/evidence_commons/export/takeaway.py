"""A work in all the forms in which it leaves the house."""

import json

from evidence_commons.export.bibtex import entry_bibtex, standing_alone
from evidence_commons.export.coins import coins
from evidence_commons.export.highwire import meta_tags
from evidence_commons.export.jsonld import in_script, linked_data
from evidence_commons.export.ris import ris
from evidence_commons.model.item import Item
from evidence_commons.model.reference import Reference
from evidence_commons.model.takeaway import Takeaway

KINDS = {
    "article": "Preprint",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Data set",
    "document": "Document",
    "entry-encyclopedia": "Encyclopedia entry",
    "figure": "Picture",
    "graphic": "Picture",
    "legal_case": "Legal case",
    "legislation": "Law",
    "manuscript": "Manuscript",
    "motion_picture": "Film",
    "pamphlet": "Pamphlet",
    "paper-conference": "Conference paper",
    "patent": "Patent",
    "performance": "Performance",
    "personal_communication": "Letter",
    "post-weblog": "Blog post",
    "report": "Report",
    "review": "Review",
    "software": "Software",
    "song": "Recording",
    "speech": "Talk",
    "standard": "Standard",
    "thesis": "Thesis",
    "treaty": "Treaty",
    "webpage": "Web page",
}
"""What readers call the types of CSL."""


def takeaway(work: Reference, item: Item) -> Takeaway:
    """A work of the library; ``item`` is the same as CSL-JSON."""
    return _takeaway(standing_alone(work), item, coins(item), meta_tags(item))


def own_takeaway(item: Item) -> Takeaway:
    """A page of this site. It stands in no list of works, and is no page of a work."""
    return _takeaway(entry_bibtex(item), item)


def _takeaway(
    bibtex: str, item: Item, coins: str = "", tags: tuple[tuple[str, str], ...] = ()
) -> Takeaway:
    return Takeaway(
        kind=KINDS.get(item["type"], "Other work"),
        item=item,
        bibtex=bibtex,
        ris=ris([item]),
        csl_json=json.dumps(item, ensure_ascii=False, allow_nan=False, separators=(",", ":")),
        coins=coins,
        tags=tags,
        linked=in_script(linked_data(item)),
    )
