"""The words of an item in the plain forms that export formats share."""

from collections.abc import Mapping
from typing import Any

from evidence_commons.model.item import Item, plain

OTHERS = "others"
"""The literal name that stands for *et al.*: nobody's name."""


def words(item: Item, *names: str) -> str:
    """The first variable that says anything: plain text on one line."""
    for name in names:
        if (value := item.get(name)) and (said := " ".join(plain(str(value)).split())):
            return said
    return ""


def people(item: Item, name: str) -> list[Mapping[str, str]]:
    """The people and bodies of a role, without *et al.*"""
    return [person for person in item.get(name) or () if person.get("literal") != OTHERS]


def family(person: Mapping[str, str]) -> str:
    """The family name with its particles; the whole name of a body."""
    parts = ("dropping-particle", "non-dropping-particle", "family", "literal")
    return " ".join(filter(None, (person.get(part, "") for part in parts)))


def is_body(person: Mapping[str, str]) -> bool:
    """Whether this is no person but a body, or someone with a single name."""
    return not person.get("given")


def spoken(person: Mapping[str, str]) -> str:
    """``Jan van der Mol Jr.``"""
    parts = (person.get("given", ""), family(person), person.get("suffix", ""))
    return " ".join(filter(None, parts))


def iso(when: Mapping[str, Any] | None) -> str:
    """The date with which ``when`` begins, as far as it is known: ``2021-03``."""
    parts = ((when or {}).get("date-parts") or [[]])[0]
    return "-".join(f"{part:0{4 if place == 0 else 2}d}" for place, part in enumerate(parts))


def page_ends(item: Item) -> tuple[str, str]:
    """The first and the last page; the last is "" unless the pages are one range."""
    first, _, last = words(item, "page").partition("-")
    return (first, last) if last and not set(last) & set("-,; ") else (words(item, "page"), "")
