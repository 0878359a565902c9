"""Works that Pandoc can take: one that it cannot would stop the whole question."""

import re
from collections.abc import Mapping
from typing import Any

from evidence_commons.model.cited import Spoiled
from evidence_commons.model.item import Item

LONGEST = 5_000
"""No part of a reference has more letters; readers would be lost long before."""

MOST_PEOPLE = 500
"""No work has more people of one kind."""

NAMES = (
    *("author", "composer", "editor", "translator", "director", "producer", "chair", "compiler"),
    *("collection-editor", "container-author", "contributor", "curator", "editor-translator"),
    *("editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer"),
    *("narrator", "organizer", "original-author", "performer", "recipient", "reviewed-author"),
    *("script-writer", "series-creator"),
)
"""The fields that hold people and bodies."""

_DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
_PARTS_OF_NAMES = (
    *("family", "given", "literal", "suffix"),
    *("dropping-particle", "non-dropping-particle"),
)
_WEB = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff\ufffe\uffff\s]+")
_PAIRED = re.compile(r"(</?(?:i|b|sc|sub|sup|span)(?:\s[^<>]*)?>|[\u2018\u2019\u201c\u201d])", re.I)
_CLOSES = {"\u2019": "\u2018", "\u201d": "\u201c"}
_ALONE = {"\u2018": "\u2019", "\u2019": "\u2019", "\u201c": '"', "\u201d": "\u201d"}
"""What stays of a quotation mark that stands alone; of a tag nothing does."""

_DEEPEST = 5
_CUT_TAG = re.compile(r"</?\w*(?: [^<>]{0,40})?$")
_TYPE = re.compile(r"[a-z][a-z_-]{0,40}")
_BAD = object()


def sound(item: Item, variables: frozenset[str]) -> tuple[Item, tuple[Spoiled, ...]]:
    """A work in the form that Pandoc takes, with what had to be left out of it.

    Args:
        item: CSL-JSON, whatever it may hold.
        variables: the fields that a style looks at; others are passed over.
    """
    made: dict[str, Any] = {}
    spoiled = []
    for name, value in item.items():
        if name not in variables or value is None or value in ("", [], {}):
            continue
        held = _value(name, value)
        if held is _BAD:
            spoiled.append(_spoiled(item, name))
        elif held:
            made[name] = held
            if isinstance(value, str) and len(value) > LONGEST:
                spoiled.append(_cut(item, name))
    # The order of its fields says nothing, and must not change what is remembered of it.
    return {"type": "document", **dict(sorted(made.items()))}, tuple(spoiled)


def _spoiled(item: Item, name: str) -> Spoiled:
    return Spoiled(
        str(item.get("id", "")), f"Its {name} cannot be read, and is left out of the reference."
    )


def _cut(item: Item, name: str) -> Spoiled:
    return Spoiled(
        str(item.get("id", "")),
        f"Its {name} has more than {LONGEST:,} letters, and is cut short in the reference.",
    )


def _value(name: str, value: Any) -> Any:
    """A field as Pandoc takes it, or ``_BAD``."""
    if name in NAMES:
        return _people(value)
    if name in _DATES:
        return _date(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return _BAD
    text = _text(value)
    if name == "URL" and not _WEB.fullmatch(text):
        return _BAD
    if name == "type" and not _TYPE.fullmatch(text):
        return _BAD
    return text


def _text(value: Any) -> str:
    words = value if isinstance(value, str) else str(value)
    if len(words) > LONGEST:
        words = f"{_CUT_TAG.sub('', words[:LONGEST])}\N{HORIZONTAL ELLIPSIS}"
    if _PAIRED.search(words):
        words = _balanced(words)
    return (words if words.isprintable() else _UNSEEN.sub(" ", words)).strip()


def _balanced(words: str) -> str:
    """Without signs that nothing closes: each would double Pandoc's time for the rest."""
    pieces = _PAIRED.split(words)
    open_: list[tuple[str, int]] = []
    lonely = []
    for place in range(1, len(pieces), 2):
        sign = pieces[place]
        if sign in _CLOSES or sign.startswith("</"):
            name = _CLOSES.get(sign) or _name_of(sign)
            while open_ and open_[-1][0] != name and any(one == name for one, _ in open_):
                lonely.append(open_.pop()[1])
            if not open_ or open_[-1][0] != name:
                lonely.append(place)
            elif len(open_) > _DEEPEST:
                lonely += [place, open_.pop()[1]]
            else:
                open_.pop()
        else:
            open_.append((_name_of(sign), place))
    for place in (*lonely, *(place for _, place in open_)):
        pieces[place] = _ALONE.get(pieces[place], "")
    return "".join(pieces)


def _name_of(sign: str) -> str:
    return re.split(r"[\s>]", sign.strip("</"))[0].lower() if sign.startswith("<") else sign


def _people(value: Any) -> Any:
    if not isinstance(value, list):
        return _BAD
    people = [_name(one) for one in value[:MOST_PEOPLE] if isinstance(one, dict)]
    return [one for one in people if "family" in one or "literal" in one] or _BAD


def _name(one: dict[str, Any]) -> dict[str, str]:
    return {
        part: text
        for part, held in sorted(one.items())
        if part in _PARTS_OF_NAMES and isinstance(held, str) and (text := _text(held))
    }


def _date(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return _BAD
    days = value.get("date-parts")
    if days is None:
        literal = value.get("literal", value.get("raw"))
        return {"literal": _text(literal)} if isinstance(literal, str) and literal else _BAD
    if not isinstance(days, list) or not 1 <= len(days) <= 2:
        return _BAD
    read = [_day(day) for day in days]
    if not all(read):
        return _BAD
    made: dict[str, Any] = {"date-parts": read}
    if value.get("circa") in (True, 1, "1", "true"):
        made["circa"] = True
    if value.get("season") in (1, 2, 3, 4, "1", "2", "3", "4"):
        made["season"] = int(value["season"])
    return made


def _day(day: Any) -> list[int]:
    """A day, a month or a year as numbers; empty if it is none."""
    if not isinstance(day, list) or not 1 <= len(day) <= 3:
        return []
    if not all(isinstance(part, int | str) and not isinstance(part, bool) for part in day):
        return []
    if not all(re.fullmatch(r"-?[0-9]{1,4}", str(part)) for part in day):
        return []
    year, *rest = (int(part) for part in day)
    fits = all(1 <= part <= most for part, most in zip(rest, (12, 31), strict=False))
    return [year, *rest] if fits and year else []
