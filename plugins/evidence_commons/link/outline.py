"""Things to outlines: what the rest of the commons needs to know of each file."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from evidence_commons.model.address import address, is_id, term_address
from evidence_commons.model.case_study import CaseStudy, Organisation
from evidence_commons.model.citation import KEY, Citation
from evidence_commons.model.collection import Collection, Entry, ProsePage
from evidence_commons.model.faults import (
    BadCitation,
    Fault,
    IndentedField,
    MissingField,
    NotAFile,
    NotText,
    RepeatedField,
    Shorthand,
    Stray,
    TooBig,
    UnknownField,
    Unreadable,
    WrongKind,
)
from evidence_commons.model.fields import Noun, names, shape
from evidence_commons.model.home import Home
from evidence_commons.model.metric import Metric
from evidence_commons.model.money import Party
from evidence_commons.model.outline import Body, Example, Named, Outline, Waived
from evidence_commons.model.pattern import pattern
from evidence_commons.model.prose import Prose
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.reference import Reference
from evidence_commons.model.vocabulary import Vocabulary

KINDS = {CaseStudy: "case-study", Metric: "metric"}

_HIDES = (NotAFile, NotText, TooBig, Unreadable, Stray, Shorthand, IndentedField)
_SMALL = frozenset("a an and for in of on the".split())
_WORD = pattern(r"\w+")
_SURE = pattern(r"\[(?<!\\\[)(?:@[^\[\]]{0,300}\](?!\()|[^\[\]@]{0,300}\]\()")
"""A citation as it should be, and the words of a link.

It begins with the one sign that can begin either: that alone is looked for in all of a text.
"""

_HINTS = ("@", "[", "\\cite")
"""Signs in which people put the key of a work, where no citation stands."""

_START = pattern(r"https?://(?:www\.)?", re.IGNORECASE)


def outlines(collection: Collection) -> tuple[Outline, ...]:
    """The outline of each file of which there is anything to know, in the order of the paths."""
    faults: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in collection.faults:
        faults[fault.location.path].append(fault)
    works: defaultdict[str, list[Reference]] = defaultdict(list)
    for work in collection.references:
        works[work.location.path].append(work)
    made = {path: _library(path, records) for path, records in works.items()}
    made |= {one.location.path: _entry(one) for one in collection.entries}
    made |= {known.location.path: _vocabulary(known) for known in collection.vocabularies}
    made |= {page.location.path: _page(page) for page in collection.prose_pages}
    if collection.home:
        made[collection.home.location.path] = _home(collection.home)
    paths = sorted({*made, *faults})
    return tuple(
        _with_faults(made.get(path, Outline(path)), faults.get(path, ())) for path in paths
    )


def _with_faults(outline: Outline, faults: Sequence[Fault]) -> Outline:
    """The outline, with what the faults of its file may hide."""
    if not faults:
        return outline
    perhaps: list[str] = []
    hidden = False
    for fault in faults:
        hidden = hidden or isinstance(fault, _HIDES) or _is_keyless(fault)
        if isinstance(fault, UnknownField | WrongKind | RepeatedField):
            perhaps += fault.lost
        elif isinstance(fault, BadCitation):
            perhaps += KEY.findall(fault.text)
    return outline._replace(hidden=hidden, faulty=True, perhaps=tuple(perhaps))


def _is_keyless(fault: Fault) -> bool:
    return isinstance(fault, MissingField) and fault.noun == Citation.__name__


def _entry(entry: Entry) -> Outline:
    path = entry.location.path
    kind = KINDS.get(type(entry), "question")
    study = entry if isinstance(entry, CaseStudy) else None
    return Outline(
        path,
        named=(_named(kind, entry, kept=bool(getattr(entry, "observations", ()))),),
        mentions=tuple(_mentions(entry)),
        alike=tuple(_alike(study)) if study else (),
        bodies=tuple(_bodies(study)) if study else (),
        examples=tuple(_examples(entry)) if isinstance(entry, PolicyQuestion) else (),
        waived=tuple(
            Waived(str(one.rule), str(one.reason), one.rule.location.plain) for one in entry.waivers
        ),
        hints=bool(entry.body and _hints(entry.body.markdown)),
    )


def _hints(markdown: str) -> bool:
    unsure = _SURE.sub("", markdown)
    return any(sign in unsure for sign in _HINTS)


def _named(kind: str, thing: Entry | Vocabulary, kept: bool = False) -> Named:
    sound = is_id(thing.id) and thing.id == thing.location.stem
    where = address(thing) if sound else ""
    return Named(kind, str(thing.id), where, thing.id.location.plain, kept)


def _mentions(noun: Noun) -> Iterator[str]:
    """Every name that stands in a noun, those of works in its prose included; each once."""
    told = dict.fromkeys(map(" ".join, names(noun)))
    for typed in shape(type(noun)).fields:
        if typed.leaf is Prose and (prose := getattr(noun, typed.attribute)):
            told.update(dict.fromkeys(f"reference {one.key}" for one in prose.citations))
    return iter(told)


def _vocabulary(known: Vocabulary) -> Outline:
    terms = (
        Named(str(known.id), str(term.id), term_address(known.id, term.id), term.id.location.plain)
        for term in known.terms
        if term.id
    )
    return Outline(
        known.location.path,
        named=(_named("vocabulary", known), *terms),
        mentions=(*_mentions(known), *_wider(known)),
    )


def _wider(known: Vocabulary) -> Iterator[str]:
    """The terms that others stand under: whoever uses one of those uses its wider term too."""
    yield from dict.fromkeys(f"{known.id} {term.broader}" for term in known.terms if term.broader)


def _library(path: str, works: Iterable[Reference]) -> Outline:
    return Outline(
        path,
        named=tuple(
            Named(
                "reference", str(work.key), address(work), work.key.location.plain, work.background
            )
            for work in works
        ),
    )


def _page(page: ProsePage) -> Outline:
    return Outline(
        page.location.path,
        named=(Named("page", "", address(page), page.location.plain),),
        mentions=tuple(dict.fromkeys(f"reference {one.key}" for one in page.citations)),
    )


def _home(home: Home) -> Outline:
    return Outline(home.location.path, mentions=tuple(_mentions(home)))


def _alike(study: CaseStudy) -> Iterator[str]:
    """The marks of an example: its title without small words, and its address on the web."""
    words = [word for word in _WORD.findall(study.title.casefold()) if word not in _SMALL]
    if words:
        yield " ".join(["title", *sorted(words)])
    if study.url:
        yield f"url {_START.sub('', study.url).rstrip('/').casefold()}"


def _examples(question: PolicyQuestion) -> Iterator[Example]:
    """The case studies that its proposals name."""
    for proposal in question.proposals:
        for name in proposal.examples:
            yield Example(str(name), name.location.plain)


def _bodies(study: CaseStudy) -> Iterator[Body]:
    """The organisations with an identifier, those that give or get money included."""
    grants = (party for grant in study.funding for party in (grant.funder, grant.recipient))
    parties = [party for party in grants if party]
    bodies: list[Organisation | Party] = [*study.organisations, *parties]
    for one in bodies:
        name, number = one.name, one.id
        if number and name:
            yield Body(str(number), str(name), number.location.plain)
