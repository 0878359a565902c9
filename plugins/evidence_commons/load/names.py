"""Names of people and bodies, out of the ``author`` and ``editor`` fields of a record."""

import re

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from evidence_commons.load.latex import plain_text
from evidence_commons.model.reference import Name

AND = re.compile(r" and ", re.IGNORECASE)
SUFFIX = re.compile(r"[js]r\.?|[ivx]+|\d+(?:st|nd|rd|th)|esq\.?", re.IGNORECASE)
HIDDEN = "…"
"""What stands for words in braces."""

ET_AL = re.compile(r"(?:,| &)? et\.? al\b\.?$", re.IGNORECASE)
PERSON = re.compile(r"[^\s,][^,]*, [^,]*[^\s,]")
INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+")
LONGEST = 1_000
"""No longer list of names is typed anew."""


def read_names(latex: str) -> tuple[Name, ...]:
    """The names in ``latex``, which the word *and* parts, in the order in which they stand.

    ``van`` and ``de`` belong to the family name, and so do ``Jr`` and ``III``. A name in braces is
    that of a body and stays whole. ``and others`` gives a last name that is just ``others``.
    """
    names = map(_name, split_multiple_persons_names(_between_ands(latex.split())))
    return tuple(name for name in names if name.family)


def _between_ands(words: list[str]) -> str:
    """The words without an *and* that has no name before it, or none behind it."""
    names = [place for place, word in enumerate(words) if word.lower() != "and"]
    return " ".join(words[names[0] : names[-1] + 1]) if names else ""


def _name(typed: str) -> Name:
    parts = parse_single_name_into_parts(typed, strict=False)
    family = plain_text(" ".join([*parts.von, *parts.last, *parts.jr]))
    given = plain_text(" ".join(parts.first))
    return Name(family, given) if family else Name(given)


def joined_names(latex: str) -> str:
    """The first of some names that must be several, as nothing but *and* parts people; or ""."""
    for name in AND.split(" ".join(_outside_braces(latex).split())):
        _, *rest = (part.strip() for part in name.split(","))
        if (
            "&" in name
            or ET_AL.search(name)
            or (len(rest) > 1 and not (len(rest) == 2 and _ends_a_name(rest[0])))
        ):
            return name.replace("\\&", "&").strip()
    return ""


def _ends_a_name(part: str) -> bool:
    """Whether it can stand between two commas in one name; in braces, it can be anything."""
    return part in ("", HIDDEN) or bool(SUFFIX.fullmatch(part))


def _outside_braces(latex: str) -> str:
    """What stands in no braces, with a sign for what does."""
    depth, kept = 0, []
    for piece in re.split(r"(?<!\\)([{}])", latex):
        if piece == "{":
            kept += [] if depth else [HIDDEN]
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(piece)
    return "".join(kept)


def parted(latex: str) -> str:
    """The names with the *and* that they lack, if there is one way to put it; or ""."""
    if re.search(r"[{}\n\\]| and ", latex) or len(latex) > LONGEST:
        return ""
    if ET_AL.search(latex):
        return ET_AL.sub(" and others", latex)
    parts = [part.strip() for part in re.split(r"[;&]", latex)]
    if len(parts) > 1 and all(PERSON.fullmatch(part) for part in parts):
        return " and ".join(parts)
    words = [part.strip() for part in re.split(r"[,&]", latex) if part.strip()]
    if len(words) % 2 == 0 and all(INITIALS.fullmatch(word) for word in words[1::2]):
        pairs = zip(words[::2], words[1::2], strict=True)
        return " and ".join(f"{family}, {given}" for family, given in pairs)
    return " and ".join(words) if all(" " in word for word in words) else ""
