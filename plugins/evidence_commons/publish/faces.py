"""Faces: a short name for all that a page can show of a thing.

Whatever of a case study, a work or a term a page shows, it follows from the thing's own text and
from those of the things that it names: a label, the words of a citation, a level of evidence. So
one digest of all these stands for the thing, and a page is as it was if the faces are that it
shows. A face may change where the page would not; never the other way round.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Entry, ProsePage
from evidence_commons.model.digest import digest
from evidence_commons.model.evidence_map import borne
from evidence_commons.model.geography import Geography
from evidence_commons.model.home import Home
from evidence_commons.model.metric import Metric
from evidence_commons.model.organisation import Known
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.reference import Reference
from evidence_commons.model.tally import Weighed
from evidence_commons.model.vocabulary import Listed, Vocabulary
from evidence_commons.publish.opening import Reopened
from evidence_commons.render.chart_among import Among
from evidence_commons.render.paging import Leaf
from evidence_commons.render.sheet import Site


class Faces:
    """The faces of all things of a site."""

    def __init__(self, reopened: Reopened, site: Site) -> None:
        self._catalogue = site.catalogue
        self._cited = site.shelf.cited
        self._texts = reopened.digests
        self._mentions = reopened.mentions
        library = (work.location.path for work in site.catalogue.references.values())
        # What names a work that is not published stands or falls with the whole library.
        self._unknown = digest(self._texts[path] for path in dict.fromkeys(library))
        self._known = dict((*self._terms(), *self._works(), *self._entries()))
        self._faces: dict[str, bytes] = {}
        self._bodies: dict[str, bytes] = {}
        self._once: dict[int, tuple[object, bytes]] = {}
        self._ways: dict[type, Callable[[Any], bytes]] = {
            **dict.fromkeys((CaseStudy, Metric, PolicyQuestion), self._entry),
            **dict.fromkeys((ProsePage, Home), _told),
            **dict.fromkeys((Vocabulary, Among, Geography), self._same),
            Reference: self._work,
            Listed: self._term,
            Weighed: self._claim,
            Known: self._body,
            Leaf: _leaf,
            str: _words,
        }

    def all(self) -> bytes:
        """A name for the whole commons: for pages that may show anything of it."""
        return digest([*self._texts.values(), *self._known.values()])

    def of(self, thing: Any) -> bytes:
        """The face of a thing; of a group of things, that of all of them in their order."""
        kind = type(thing)
        if kind not in self._ways:
            self._ways[kind] = self._way(thing)
        return self._ways[kind](thing)

    def _way(self, thing: Any) -> Callable[[Any], bytes]:
        """How the face of a kind of thing is found of which nothing special is known."""
        if is_dataclass(thing):
            names = [one.name for one in fields(thing) if one.name != "location"]
            return lambda one: _together([self.of(getattr(one, name)) for name in names])
        if isinstance(thing, Mapping):
            return lambda one: _together(map(self.of, one.items()))
        if isinstance(thing, Iterable) and not isinstance(thing, str):
            return lambda one: _together(map(self.of, one))
        return _told

    def _entry(self, thing: Entry) -> bytes:
        path = thing.location.path
        if path not in self._faces:
            named = self._mentions.get(path, ())
            seen = [self._known.get(name, self._unknown) for name in named]
            self._faces[path] = _together([self._texts[path], *seen])
        return self._faces[path]

    def _claim(self, weighed: Weighed) -> bytes:
        return self._entry(weighed.study) + _words(weighed.claim.id)

    def _body(self, known: Known) -> bytes:
        if known.slug not in self._bodies:
            self._bodies[known.slug] = self._told_of_body(known)
        return self._bodies[known.slug]

    def _told_of_body(self, known: Known) -> bytes:
        told: list[object] = [known.slug, known.name, known.id, known.also, known.proposals]
        for role in known.parts:
            body, grant = role.body, role.grant
            told += [role.study, body and (body.name, body.role), grant and grant.title, role.gave]
        return self.of(told)

    def _work(self, work: Reference) -> bytes:
        return self._known[f"reference {work.key}"]

    def _term(self, listed: Listed) -> bytes:
        return self._known[f"{listed.vocabulary.id} {listed.term.id}"]

    def _same(self, thing: object) -> bytes:
        """The face of what many pages share: found once."""
        if id(thing) not in self._once:
            self._once[id(thing)] = thing, _told(thing)
        return self._once[id(thing)][1]

    def _terms(self) -> Iterator[tuple[str, bytes]]:
        for name, known in self._catalogue.vocabularies.items():
            terms = {str(term.id): term for term in known.terms}
            for term in known.terms:
                # Who names a term bears its wider terms too, and is found by their words.
                wider = [repr(terms.get(id)) for id in borne(terms, [term.id])]
                yield f"{name} {term.id}", digest([repr(term), known.title, known.singular, *wider])

    def _works(self) -> Iterator[tuple[str, bytes]]:
        for key, work in self._catalogue.references.items():
            yield f"reference {key}", digest([work.digest, repr(self._cited[key])])

    def _entries(self) -> Iterator[tuple[str, bytes]]:
        for kind, things in (
            ("case-study", self._catalogue.case_studies),
            ("metric", self._catalogue.metrics),
            ("question", self._catalogue.questions),
        ):
            for name, thing in things.items():
                yield f"{kind} {name}", self._texts[thing.location.path]


def _leaf(leaf: Leaf) -> bytes:
    """The face of one page of several, whose addresses follow from the first and their number."""
    return _told((leaf.number, len(leaf.addresses), leaf.addresses[0], leaf.at_once))


def _told(thing: object) -> bytes:
    """The face of a thing that looks like itself alone."""
    return _words(repr(thing))


def _words(words: str) -> bytes:
    """Words, with their length before them: so faces can be put one behind another."""
    content = words.encode("utf-8", "surrogatepass")
    return b"%d:%b" % (len(content), content)


def _together(faces: Iterable[bytes]) -> bytes:
    """The face of several things: all faces are of one length, or tell their own."""
    return blake2b(b"".join(faces), digest_size=16).digest()
