"""The people and bodies of a record as citation styles want them: particles and suffixes apart."""

import re
from collections.abc import Iterator
from itertools import takewhile

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from evidence_commons.load.latex import plain_text

Person = dict[str, str]
"""A name in CSL-JSON. A body has a ``literal`` alone."""

OTHERS = "others"
"""The literal name that stands for *et al.*"""

LONGEST = 100_000
LEADING_AND = re.compile(r"\Aand\s+", re.IGNORECASE)
PART = re.compile(r"\s*(family|given|prefix|suffix)\s*=\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)
PARTS = {"family": "family", "given": "given", "prefix": "non-dropping-particle"}
INITIALS = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
ACCENT = re.compile(r"(\\[cvHkrudb]) ([A-Za-z])(?![A-Za-z])")
"""An accent before its letter, as in ``Dezs\\H o``, which is no word of its own."""

BRACE = re.compile(r"(?<!\\)[{}]")


def people(latex: str, useprefix: bool = True) -> list[Person]:
    """The names in ``latex``, which the word *and* parts.

    Args:
        latex: the field as typed.
        useprefix: whether ``van`` and ``de`` count when works are cited and put in order.
    """
    words = ACCENT.sub(r"\1{\2}", " ".join(latex[:LONGEST].split()))
    names = (_name(typed) for typed in split_multiple_persons_names(words))
    return [_with_particle(name, useprefix) for name in names if name]


def _name(typed: str) -> Person:
    typed = LEADING_AND.sub("", typed.removesuffix(" and").strip(), count=1)
    if typed.lower() in ("and", ""):
        return {}
    if typed.lower() == OTHERS:
        return {"literal": OTHERS}
    if _whole(typed):
        return _said({"literal": typed})
    if "=" in typed and (labelled := dict(_labelled(typed))):
        return _said(labelled)
    parts = parse_single_name_into_parts(typed, strict=False)
    first, particle = parts.first, parts.von
    if (
        "," not in typed and not particle
    ):  # it takes the ``von`` of ``von Neumann`` for a first name
        small = sum(1 for _ in takewhile(str.islower, first))
        first, particle = first[small:], first[:small]
    return _said(
        {
            "family": " ".join(parts.last or particle),
            "given": " ".join(first),
            "non-dropping-particle": " ".join(particle if parts.last else ()),
            "suffix": " ".join(parts.jr),
        }
    )


def _whole(typed: str) -> bool:
    """Whether braces make one name of all of it: the name of a body."""
    if not typed.startswith("{") or typed.startswith("{\\"):
        return False
    depth = 0
    for brace in BRACE.finditer(typed):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end() == len(typed)
    return False


def _labelled(typed: str) -> Iterator[tuple[str, str]]:
    """The parts of a name such as ``family=Quill, given=Ada``, as BibLaTeX knows it."""
    for part in typed.split(","):
        if found := PART.fullmatch(part):
            name = found[1].lower()
            yield PARTS.get(name, name), found[2]


def _said(name: Person) -> Person:
    """The parts that say anything, as plain text."""
    read = {part: plain_text(latex) for part, latex in name.items() if latex}
    read = {part: text for part, text in read.items() if text}
    if "given" in read:
        read["given"] = INITIALS.sub(". ", read["given"])
    if "family" in read or "literal" in read:
        return read
    return {"family": read["given"]} if "given" in read else {}


def _with_particle(name: Person, useprefix: bool) -> Person:
    if useprefix or "non-dropping-particle" not in name:
        return name
    return {"dropping-particle" if p.startswith("non") else p: text for p, text in name.items()}
