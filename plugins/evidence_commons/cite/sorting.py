"""The order in which a style puts works, worked out from the words of its file.

Pandoc sorts what it is given at once. Works are formatted in several parts, and readers see them
together: so the same keys are made here, as plain texts that sort as the works do.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from evidence_commons.cite.folding import sortable
from evidence_commons.model.item import Item

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"

_LAST = "\uffff"
"""What is not known stands behind all that is."""


class Sorting:
    """The keys by which a style sorts, in groups of citations or in the bibliography."""

    def __init__(self, style: Element, part: str) -> None:
        self._style = style
        self._part = style.find(f"{NAMESPACE}{part}")
        self._macros = {one.get("name", ""): one for one in style.iter(f"{NAMESPACE}macro")}
        place = f"{NAMESPACE}sort/{NAMESPACE}key"
        self._keys = self._part.findall(place) if self._part is not None else []

    def __bool__(self) -> bool:
        return bool(self._keys)

    def keys(self, item: Item) -> tuple[str, ...]:
        """What the work is sorted by, first the most important."""
        return tuple(self._key(key, item) for key in self._keys)

    def _key(self, key: Element, item: Item) -> str:
        work = _Work(item, self._macros, self._options(key), self._particles_last())
        said = sortable(work.said(key))
        if key.get("sort") == "descending":
            return "".join(chr(0x10FFF - ord(sign)) for sign in said) + _LAST
        return said or _LAST

    def _options(self, key: Element) -> dict[str, int]:
        """How many people are named, as the file says for all names of this part."""
        options: dict[str, int] = {}
        for level in (self._style, self._part, key):
            if level is not None:
                options |= _shortened(level)
        return options

    def _particles_last(self) -> bool:
        return self._style.get("demote-non-dropping-particle", "display-and-sort") != "never"


class _Work:
    """One work, as a macro says it when it is sorted."""

    def __init__(
        self,
        item: Item,
        macros: Mapping[str, Element],
        options: Mapping[str, int],
        particles_last: bool,
    ) -> None:
        self._item = item
        self._macros = macros
        self._options = options
        self._particles_last = particles_last
        self._how = Element("name")

    def said(self, element: Element) -> str:
        """What an element prints, without any of its signs."""
        name = element.tag.removeprefix(NAMESPACE)
        if name in ("text", "number", "key"):
            return self._text(element)
        if name == "date":
            return self._date(element)
        if name == "names":
            return self._names(element)
        if name == "choose":
            return next((self._all(one) for one in element if self._holds(one)), "")
        if name == "group":
            return self._all(element) if self._speaks(element) else ""
        return ""

    def _all(self, element: Element) -> str:
        return " ".join(filter(None, map(self.said, element)))

    def _speaks(self, group: Element) -> bool:
        """A group is silent if it asks for parts of the work, and the work has none of them."""
        asked = [one for one in group if not (one.get("value") or one.get("term"))]
        return not asked or any(map(self.said, asked))

    def _text(self, element: Element) -> str:
        if macro := element.get("macro"):
            return self._all(self._macros[macro]) if macro in self._macros else ""
        if variable := element.get("variable"):
            held = self._item.get(variable, "")
            if isinstance(held, Mapping):
                return _day(held, ("year", "month", "day"))
            if isinstance(held, list):
                return self._people(held)
            short = self._item.get(f"{variable}-short") if element.get("form") == "short" else ""
            return str(short or held)
        return element.get("value") or element.get("term") or ""

    def _date(self, element: Element) -> str:
        parts = [one.get("name", "") for one in element.iter(f"{NAMESPACE}date-part")]
        if element.get("form"):
            parts = element.get("date-parts", "year-month-day").split("-")
        return _day(self._item.get(element.get("variable", ""), {}), parts)

    def _names(self, element: Element) -> str:
        outer = self._how
        how = element.find(f"{NAMESPACE}name")
        self._how = outer if how is None else how
        substitute = element.find(f"{NAMESPACE}substitute")
        said = (self._people(self._item.get(one)) for one in element.get("variable", "").split())
        instead = () if substitute is None else map(self.said, substitute)
        found = next(filter(None, (*said, *instead)), "")
        self._how = outer
        return found

    def _people(self, people: list[Mapping[str, Any]] | None) -> str:
        if not people:
            return ""
        options = {**_shortened(self._how), **self._options}
        if 0 < options.get("min", 0) <= len(people):
            people = people[: options.get("first", 1)]
        return "".join(map(self._person, people))

    def _person(self, person: Mapping[str, Any]) -> str:
        if "literal" in person:
            return str(person["literal"])
        given = str(person.get("given", ""))
        if (sign := self._how.get("initialize-with")) is not None:
            given = _initials(given, sign)
        particle = person.get("non-dropping-particle", "")
        family = person.get("family", "")
        named = [family, given, person.get("dropping-particle", "")]
        named = [*named, particle] if self._particles_last else [particle, *named]
        return " ".join(filter(None, [*named, person.get("suffix", "")]))

    def _holds(self, branch: Element) -> bool:
        """Whether the condition of a branch holds for this work."""
        if branch.tag == f"{NAMESPACE}else":
            return True
        held = list(self._conditions(branch))
        match = branch.get("match", "all")
        return any(held) if match == "any" else not any(held) if match == "none" else all(held)

    def _conditions(self, branch: Element) -> Iterator[bool]:
        for what, names in branch.attrib.items():
            if what == "match":
                continue
            for name in names.split():
                if what == "type":
                    yield self._item.get("type") == name
                elif what == "variable":
                    yield bool(self._item.get(name))
                elif what == "is-numeric":
                    yield str(self._item.get(name, ""))[:1].isdigit()
                elif what == "is-uncertain-date":
                    yield bool(self._item.get(name, {}).get("circa"))
                else:
                    yield False


def _day(date: Mapping[str, Any], parts: Any) -> str:
    """A date as figures of the same length, so that they sort as the dates do."""
    days = []
    for day in date.get("date-parts", ()):
        figures = [f"{10_000 + day[0]:05}" if "year" in parts else ""]
        figures += [f"{day[1]:02}" if "month" in parts and len(day) > 1 else ""]
        figures += [f"{day[2]:02}" if "day" in parts and len(day) > 2 else ""]
        days.append("".join(figures))
    return " ".join(days) or str(date.get("literal", ""))


def _initials(given: str, sign: str) -> str:
    """``J.-L.`` for ``Jean-Luc``."""
    words = [
        "-".join(part[0] + sign.strip() for part in word.split("-") if part)
        for word in given.split()
    ]
    return (" " if sign.endswith(" ") else "").join(words)


def _shortened(level: Element) -> dict[str, int]:
    """From how many people on not all are named, and how many then are."""
    names = {
        "min": level.get("names-min", level.get("et-al-min", "")),
        "first": level.get("names-use-first", level.get("et-al-use-first", "")),
    }
    return {name: int(number) for name, number in names.items() if number.isdecimal()}
