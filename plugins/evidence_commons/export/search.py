"""The index of the search: made from the things themselves, fetched by browsers piece by piece.

Nothing of it is fetched before somebody searches; then the root, the files of the words that were
typed, and the texts of the results that are shown. The same commons gives the same bytes.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from evidence_commons.export.search_documents import documents
from evidence_commons.export.search_kinds import Document, Kind, Others, TermName
from evidence_commons.export.search_shards import LEVELS, WORDS, postings, shards, starts, written
from evidence_commons.export.search_words import LEFT_OUT, Stems, forms
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.digest import digest
from evidence_commons.model.page import DataFile

FOLDER = "data/search/"

NONE = Others()

_TITLE, _SHORT_TITLE = 6, 10
"""A word of a title tells much, and the more the shorter the title is."""

_NAME = 5
"""What a word of another name tells."""

_LABEL, _SYNONYM = 2, 1.5
"""What a word of a term tells of a thing that names the term."""

_SATURATION, _LENGTH = 4, 0.3
"""How soon more of the same word tells nothing more; how much long texts count for less.

They are k1 and b of BM25, for words that were weighed by where they stand.
"""


def search_files(catalogue: Catalogue, others: Others = NONE) -> tuple[DataFile, ...]:
    """The index and the texts of all that can be found."""
    kinds = documents(catalogue, others)
    index = _Index(catalogue)
    for document in chain.from_iterable(kinds.values()):
        index.add(document)
    words = index.words()
    turned = {word[::-1]: count for word, count in words.items()}
    parts = {
        "terms": list(shards(index.postings())),
        "forwards": list(shards(words, WORDS)),
        "backwards": list(shards(turned, WORDS)),
    }
    files = [*_indexed(parts), *_texts(kinds)]
    edition = digest(content for _, content in files).hex()[:10]
    root = {
        "edition": edition,
        "kinds": [[*kind, len(found)] for kind, found in kinds.items()],
        **{name: starts(part) for name, part in parts.items()},
        "left_out": " ".join(LEFT_OUT),
    }
    return (
        DataFile(f"{FOLDER}root.json", written(root)),
        *(
            DataFile(f"{FOLDER}{path}.json", f'{{"edition":"{edition}","of":{content[:-1]}}}\n')
            for path, content in files
        ),
    )


@dataclass(slots=True)
class _Standing:
    """The documents that a stem stands in, and its weight in each: small, as there are millions."""

    numbers: "array[int]" = field(default_factory=lambda: array("L"))
    weights: "array[float]" = field(default_factory=lambda: array("f"))


@dataclass(slots=True)
class _Index:
    """Which stems stand in which documents, in the order in which these come."""

    catalogue: Catalogue
    stems: Stems = field(default_factory=Stems)
    standing: defaultdict[str, _Standing] = field(default_factory=lambda: defaultdict(_Standing))
    lengths: list[int] = field(default_factory=list)
    of_terms: dict[TermName, dict[str, float]] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        """Weigh the words of the next document."""
        found: defaultdict[str, float] = defaultdict(float)
        title = self.stems.of(document.title)
        for stem in title:
            found[stem] += _TITLE + _SHORT_TITLE / len(title)
        for stem in set(self.stems.of(" ".join(document.names))):
            found[stem] += _NAME
        length = 0
        for part in document.parts:
            if part.weight:
                words = self.stems.of(part.text)
                length += len(words)
                for stem in words:
                    found[stem] += part.weight
        for term in document.terms:
            for stem, weight in self._of_term(term).items():
                found[stem] += weight
        number = len(self.lengths)
        self.lengths.append(length)
        for stem, weight in found.items():
            standing = self.standing[stem]
            standing.numbers.append(number)
            standing.weights.append(weight)

    def _of_term(self, name: TermName) -> dict[str, float]:
        """The words of a term, and of the wider terms that it belongs to."""
        if name not in self.of_terms:
            weights: dict[str, float] = {}
            self.of_terms[name] = weights
            vocabulary, term_id = name
            term = self.catalogue.term(vocabulary, term_id)
            if term:
                if term.broader:
                    weights |= self._of_term((vocabulary, term.broader))
                weights |= dict.fromkeys(self.stems.of(" ".join(term.synonyms)), _SYNONYM)
                weights |= dict.fromkeys(self.stems.of(term.label), _LABEL)
        return self.of_terms[name]

    def postings(self) -> dict[str, str]:
        """Of each stem, the documents, and how much it tells there."""
        mean = sum(self.lengths) / len(self.lengths) if self.lengths else 1
        bounds = [
            _SATURATION * (1 - _LENGTH + _LENGTH * length / (mean or 1)) for length in self.lengths
        ]
        return {
            stem: postings(
                (max(1, round(LEVELS * weight / (weight + bounds[number]))), number)
                for number, weight in zip(one.numbers, one.weights, strict=True)
            )
            for stem, one in self.standing.items()
        }

    def words(self) -> dict[str, str]:
        """All words as they were typed, each with the number of documents that have its stem."""
        every = {form for token in self.stems for form in forms(token)}
        return {
            form: str(len(self.standing[stem].numbers))
            for form in every
            if len(form) > 2 and form.isalpha() and (stem := self.stems.stem(form)) in self.standing
        }


def _indexed(parts: Mapping[str, list[dict[str, str]]]) -> Iterator[tuple[str, str]]:
    for name, many in parts.items():
        for number, part in enumerate(many):
            yield f"{name}/{number}", written(part)


def _texts(kinds: Mapping[Kind, list[Document]]) -> Iterator[tuple[str, str]]:
    """The texts by which results are shown."""
    for kind, found in kinds.items():
        for start in range(0, len(found), kind.per_file):
            some = found[start : start + kind.per_file]
            yield f"{kind.id}/{start // kind.per_file}", written([_text(one) for one in some])


def _text(document: Document) -> list[object]:
    parts = [[part.anchor, part.heading, part.text] for part in document.parts]
    return [document.title, document.address, parts]
