"""Names of people and bodies, out of the ``author`` and ``editor`` fields of a record."""

import re
from collections.abc import Callable

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from evidence_commons.load.latex import plain_text
from evidence_commons.model.reference import Name

AND = re.compile(r" and ", re.IGNORECASE)
ANY_AND = re.compile(r"\band\b", re.IGNORECASE)
SIGNS = re.compile(r"[{}\\~]")

# Nearly all names are of two kinds, in which all that stands outside of braces is told by itself.
_BRACES = r"\{(?:[^{}\\~]|\\.|\{[^{}\\~]*+\})*+\}"
_WORD = rf"(?:[^\s,{{}}\\~]|\\[^\s,~]|{_BRACES})++"
_WORDS = rf"(?:[^,{{}}\\~]|\\[^\s,~]|{_BRACES})*+"
SURNAME_FIRST = re.compile(rf"(?P<family> *+{_WORD}{_WORDS}),(?P<given> *+{_WORD}{_WORDS})")
WORD = re.compile(_WORD)
MANY_WORDS = re.compile(rf"{_WORD}(?: {_WORD})++")
FIRST_LETTER = re.compile(r"(?:\{[^{}\\]*+\}|[^\w{}\\]|[\d_])*+(?:([^\W\d_])|$)")
IN_ORDER = re.compile(rf"(?:[^{{}}\\]|\\[^\s]|{_BRACES})*+")
SURNAME_LAST = re.compile(rf"(?:(?P<given>{_WORD}) )?(?P<family>{_WORD})")
SUFFIX = re.compile(r"[js]r\.?|[ivx]+|\d+(?:st|nd|rd|th)|esq\.?", re.IGNORECASE)
HIDDEN = "…"
"""What stands for words in braces."""

ET_AL = re.compile(r"(?:,| &)? et\.? al\b\.?$", re.IGNORECASE)
SEVERAL = re.compile(r"&|,[^,]*,|\bal\b", re.IGNORECASE)
"""A sign that there may be several people in one name."""

PERSON = re.compile(r"[^\s,][^,]*, [^,]*[^\s,]")
INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+")
LONGEST = 1_000
"""No longer list of names is typed anew."""


def read_names(latex: str, text: Callable[[str], str] = plain_text) -> tuple[Name, ...]:
    """The names in ``latex``, which the word *and* parts, in the order in which they stand.

    ``van`` and ``de`` belong to the family name, and so do ``Jr`` and ``III``. A name in braces is
    that of a body and stays whole. ``and others`` gives a last name that is just ``others``.
    ``text`` makes text of LaTeX.
    """
    names = (_name(typed, text) for typed in _people(_between_ands(latex.split())))
    return tuple(name for name in names if name.family)


def count_names(latex: str) -> int:
    """How many names these can be at most."""
    return len(ANY_AND.findall(latex)) + 1


def _between_ands(words: list[str]) -> str:
    """The words without an *and* that has no name before it, or none behind it."""
    names = [place for place, word in enumerate(words) if word.lower() != "and"]
    return " ".join(words[names[0] : names[-1] + 1]) if names else ""


def _people(latex: str) -> list[str]:
    """Each name as typed. bibtexparser is asked only where braces may hide an *and*."""
    if not latex:
        return []
    people = AND.split(latex)
    plain = not SIGNS.search(latex) or all(map(IN_ORDER.fullmatch, people))
    return people if plain else split_multiple_persons_names(latex)


def _name(typed: str, text: Callable[[str], str]) -> Name:
    if plain := SURNAME_FIRST.fullmatch(typed) or SURNAME_LAST.fullmatch(typed):
        family, given = plain["family"].strip(), (plain["given"] or "").strip()
    elif len(typed) > LONGEST:
        family, given = typed, ""
    else:
        family, given = _surname_by_case(typed) or _by_bibtexparser(typed)
    family, given = text(family), text(given)
    return Name(family, given) if family else Name(given)


def _surname_by_case(typed: str) -> tuple[str, str] | None:
    """Family and given name, where no comma tells them apart and each word's first letter shows."""
    if not MANY_WORDS.fullmatch(typed):
        return None
    words = WORD.findall(typed)
    found = [FIRST_LETTER.match(word) for word in words]
    letters = [one[1] or "" for one in found if one]
    if len(letters) < len(words) or not all(map(str.isalpha, filter(None, letters))):
        return None
    small = (place for place, letter in enumerate(letters) if letter and not letter.isupper())
    surname = next(small, len(words) - 1)
    return " ".join(words[surname:]), " ".join(words[:surname])


def _by_bibtexparser(typed: str) -> tuple[str, str]:
    parts = parse_single_name_into_parts(typed, strict=False)
    return " ".join([*parts.von, *parts.last, *parts.jr]), " ".join(parts.first)


def joined_names(latex: str) -> str:
    """The first of some names that must be several, as nothing but *and* parts people; or ""."""
    if not SEVERAL.search(latex):
        return ""
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
