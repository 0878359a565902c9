"""Names of people and bodies, out of the ``author`` and ``editor`` fields of a record."""

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from evidence_commons.load.latex import plain_text
from evidence_commons.model.reference import Name


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
