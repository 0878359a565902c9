"""The names of people and bodies, as the ``author`` of a record has them."""

import re
from collections.abc import Iterator
from typing import Any

from evidence_commons.bring.words import escaped, plain

MOST = 100
"""So many names are written. Behind them stands ``and others``."""

LONGEST = 200
"""No longer name is written."""

_ODD = re.compile(r"[^\w\s.’'\u2010-]|_|\b(?:and|others|et al)\b", re.IGNORECASE)
_SUFFIX = re.compile(r"[JS]r\.?|[IVX]+")
_OTHERS = re.compile(r"(?:and\s+)?others|et\.?\s*al\.?", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:Agency|Association|Authority|Bank|Centre|Center|Co|College|Commission|Committee|Company"
    r"|Council|Department|Development|Foundation|Government|Great Britain|Group|Inc|Institute|Ltd"
    r"|Ministry|Network|Office|Organi[sz]ation|Press|Programme|Project|Service|Society|Staff|Trust"
    r"|Union|United|University)\b"
)
_PARTICLES = {"van", "von", "der", "den", "de", "du", "da", "di", "del", "della", "la", "le", "ter"}


def typed_names(value: Any) -> str:
    """Names of CSL-JSON, with *and* between them."""
    every = value if isinstance(value, list) else []
    names = [name for one in every[: MOST + 1] if (name := _name(one))]
    told = [name for name in names if name != "others"][:MOST]
    more = len(names) > len(told)
    return " and ".join([*told, *(["others"] * (more and bool(told)))])


def in_parts(name: str) -> dict[str, str]:
    """A name in one piece, such as ``Hilary Cottam`` or ``Cottam, Hilary``, as CSL-JSON has it."""
    if _BODY.search(name):
        return {"literal": name}
    if "," in name:
        parts = [part.strip() for part in name.split(",")]
        keys = ("family", "given") if len(parts) == 2 else ("family", "given", "suffix")
        return dict(zip(keys, parts, strict=False))
    words = name.split()
    last = len(words) - 1
    while last > 1 and words[last - 1].lower() in _PARTICLES:
        last -= 1
    if last < 1:
        return {"literal": name}
    return {"family": " ".join(words[last:]), "given": " ".join(words[:last])}


def bodies(value: Any) -> list[str]:
    """The first names in one piece that do not sound like those of bodies."""
    every = value[:MOST] if isinstance(value, list) else []
    wholes = [_part(one, "literal") for one in every if isinstance(one, dict)]
    return [name for name in wholes if 1 < len(name.split()) < 4 and not _BODY.search(name)][:3]


def _name(one: Any) -> str:
    """A name as it is typed; ``others`` for what stands for further names; "" for none."""
    if isinstance(one, str):
        one = in_parts(plain(one))
    if not isinstance(one, dict):
        return ""
    whole = _part(one, "literal") or _part(one, "name")
    given, suffix = _part(one, "given"), _part(one, "suffix")
    particles = ("dropping-particle", "non-dropping-particle", "family")
    family = " ".join(filter(None, (_part(one, particle) for particle in particles)))
    if whole or not (family and given):
        whole = whole or family or given
        if _OTHERS.fullmatch(whole):
            return "others"
        return f"{{{escaped(whole)}}}" if whole else ""
    return ", ".join(_typed_parts(family, suffix, given))


def _part(name: dict[str, Any], part: str) -> str:
    text = plain(name.get(part))
    return text if len(text) <= LONGEST and _says_something(text) else ""


def _typed_parts(family: str, suffix: str, given: str) -> Iterator[str]:
    yield _kept(family)
    if suffix:
        yield suffix if _SUFFIX.fullmatch(suffix) else f"{{{escaped(suffix)}}}"
    yield _kept(given)


def _kept(part: str) -> str:
    """In braces, if it holds a sign or a word that would part names."""
    return f"{{{escaped(part)}}}" if _ODD.search(part) else part


def _says_something(name: str) -> bool:
    return any(map(str.isalnum, name))
