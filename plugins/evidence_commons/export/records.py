"""Every entry as JSON, so that the commons can be read by machines and outlive its pages.

It stands in lines, so that a change of one value is a change of one line. The text is what
``json.dumps(record, indent=1, ensure_ascii=False)`` gives; that takes four times as long as to
write the lines of a noun right away, since it writes lines in Python and not in C.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from evidence_commons.model.address import address
from evidence_commons.model.case_study import CaseStudy, Place
from evidence_commons.model.claim import Claim
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.fields import Noun, Typed, typed_fields
from evidence_commons.model.gss import SOURCE
from evidence_commons.model.keep import Keep, anew
from evidence_commons.model.page import DataFile
from evidence_commons.model.point import CENTRE
from evidence_commons.model.prose import Prose
from evidence_commons.model.tally import weigh

Levels = Mapping[str, int]
"""The level of each claim of a case study, by its id."""

Writer = Callable[[Any, str, Levels], str]
"""Writes one value: after a line's end with what the next line of the same depth begins with."""


def records(catalogue: Catalogue, keep: Keep = anew) -> tuple[DataFile, ...]:
    """One file per kind of entry: a list in the order of ids, with addresses and derived levels.

    Args:
        catalogue: the entries.
        keep: keeps the record of each from one time to the next.
    """
    kinds = {
        "case-studies": catalogue.case_studies,
        "metrics": catalogue.metrics,
        "questions": catalogue.questions,
        "vocabularies": catalogue.vocabularies,
    }
    return tuple(
        DataFile(f"data/{name}.json", partial(_pieces, catalogue, things, keep))
        for name, things in kinds.items()
    )


def _pieces(catalogue: Catalogue, things: Mapping[str, Any], keep: Keep) -> Iterator[str]:
    """A file of records, one after another."""
    between = "[\n "
    for _, one in sorted(things.items()):
        yield between + keep(one, partial(_record, catalogue, one))
        between = ",\n "
    yield "\n]\n" if things else "[]\n"


def _record(catalogue: Catalogue, thing: Any) -> str:
    return record(thing, levels(catalogue, thing))


def levels(catalogue: Catalogue, thing: Any) -> Levels:
    """The levels of the claims that a thing makes: all that its record tells of other things."""
    claims = weigh(catalogue, [thing]) if isinstance(thing, CaseStudy) else ()
    return {one.claim.id: one.strength.level for one in claims}


def record(thing: Any, levels: Levels) -> str:
    """A thing as JSON, in lines as they stand in the file. It follows from the two alone."""
    lines = [f'"address": {quoted(address(thing))}', *_lines(thing, "\n  ", levels)]
    return _bracketed("{}", lines, "\n ")


def _bracketed(brackets: str, parts: Iterable[str], margin: str) -> str:
    inner = f"{margin} "
    inside = f",{inner}".join(parts)
    return f"{brackets[0]}{inner}{inside}{margin}{brackets[1]}" if inside else brackets


class _Field(NamedTuple):
    attribute: str
    name: str
    many: bool
    write: Writer


@cache
def _fields(noun: type) -> tuple[_Field, ...]:
    """The fields of a kind of noun, with how each is written."""
    return tuple(
        _Field(typed.attribute, f"{quoted(typed.key)}: ", typed.many, _writer(typed))
        for typed in typed_fields(noun)
    )


def _writer(typed: Typed) -> Writer:
    if typed.leaf is Prose:
        return _prose
    return _noun if typed.is_noun else _words


def _lines(noun: Noun, margin: str, levels: Levels) -> list[str]:
    """The filled-in fields of a noun, under the names that they have in files."""
    lines = []
    kind: type = type(noun)
    for attribute, name, many, write in _fields(kind):
        if held := getattr(noun, attribute):
            if many:
                parts = [write(one, f"{margin} ", levels) for one in held]
                lines.append(name + _bracketed("[]", parts, margin))
            else:
                lines.append(name + write(held, margin, levels))
    return lines


def _words(words: str, margin: str, levels: Levels) -> str:
    return quoted(words)


def _prose(prose: Prose, margin: str, levels: Levels) -> str:
    return quoted(prose.markdown)


def _noun(noun: Noun, margin: str, levels: Levels) -> str:
    """A noun inside another one. What follows from it stands behind what was typed."""
    inner = f"{margin} "
    lines = _lines(noun, inner, levels)
    if isinstance(noun, Claim):
        lines.append(f'"level": {levels[noun.id]}')
    elif isinstance(noun, Place) and (derived := _whereabouts(noun)):
        told = [f"{quoted(name)}: {quoted(words)}" for name, words in derived.items()]
        lines.append(f'"derived": {_bracketed("{}", told, inner)}')
    return _bracketed("{}", lines, margin)


def _whereabouts(place: Place) -> dict[str, str]:
    """What follows from a place's code: nobody typed it, so it stands apart from what was typed."""
    derived = {
        "nation": place.nation.name if place.nation else "",
        "region": place.region or "",
        "kind": place.kind.name if place.kind else "",
    }
    if place.point and place.point.derived:
        derived["latitude"] = str(place.point.latitude)
        derived["longitude"] = str(place.point.longitude)
        derived["precision"] = CENTRE
        derived["source"] = SOURCE
    return {key: words for key, words in derived.items() if words}
