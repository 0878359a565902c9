"""The index of the search: made from the things themselves, fetched by browsers piece by piece.

Nothing of it is fetched before somebody searches; then the root, the files of the words that were
typed, and the texts of the results that are shown. The same commons gives the same bytes.

``data/search/terms/`` says in which documents a stem stands, and how much it tells there.
``forwards/`` and ``backwards/`` list all words, by their first and by their last letters: a word
with one wrong letter is right in one of its halves. ``root.json`` says which file begins where, so
that readers fetch few.

What is asked of many documents is found in three steps, each of which is made anew only if
something changed in what it is made from: what each word tells of a document (``Scales``), what a
kind of documents brings to the index (``share``), and the files of all kinds together (``joined``).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from evidence_commons.export.search_documents import Maker, documents
from evidence_commons.export.search_kinds import KINDS, NONE, Kind, Others
from evidence_commons.export.search_postings import Share, share
from evidence_commons.export.search_shards import WORDS, file_name, shards, written
from evidence_commons.export.search_weights import Scales, Weighed
from evidence_commons.export.search_words import LEFT_OUT
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.digest import digest
from evidence_commons.model.keep import Keep, anew
from evidence_commons.model.page import DataFile

FOLDER = "data/search/"


def search_files(catalogue: Catalogue, others: Others = NONE) -> tuple[DataFile, ...]:
    """The index and the texts of all that can be found."""
    scales = Scales(catalogue)
    shares: dict[Kind, Share] = {}
    files: list[DataFile] = []
    for kind in KINDS:
        shares[kind], texts = indexed(kind, documents(kind, catalogue, others), scales)
        files += texts
    return (*joined(shares), *files)


def indexed(
    kind: Kind, makers: Iterable[Maker], scales: Scales, keep: Keep = anew
) -> tuple[Share, Iterator[DataFile]]:
    """What a kind brings to the index, and the files of its texts.

    Args:
        kind: the kind.
        makers: make its documents, in order.
        scales: weigh words.
        keep: keeps what the words of a document tell of it, from one time to the next.
    """
    made, texts = share(kind, (_weighed(scales, one, keep) for one in makers))
    return made, _texts(kind, made.edition, texts)


def _weighed(scales: Scales, maker: Maker, keep: Keep) -> Weighed:
    """What the words of a document tell of it."""
    kept: Any = keep(maker.shows, lambda: tuple(scales.weighed(maker())))
    return Weighed(*kept)


def _texts(kind: Kind, edition: str, texts: Sequence[str]) -> Iterator[DataFile]:
    """The texts by which results of a kind are shown."""
    for start in range(0, len(texts), kind.per_file):
        some = ",".join(texts[start : start + kind.per_file])
        yield _file(f"{kind.id}/{start // kind.per_file}", edition, f"[{some}]")


def joined(shares: Mapping[Kind, Share]) -> Iterator[DataFile]:
    """The index of all kinds, from what each of them brings."""
    edition = digest(one.edition for one in shares.values()).hex()[:10]
    words = _words(shares.values())
    turned = {word[::-1]: count for word, count in words.items()}
    parts = {
        "terms": shards(_lines(shares.values())),
        "forwards": shards(words, WORDS),
        "backwards": shards(turned, WORDS),
    }
    root = {
        "edition": edition,
        "kinds": [[*kind, one.size, one.edition] for kind, one in shares.items()],
        **{name: " ".join(part) for name, part in parts.items()},
        "left_out": " ".join(LEFT_OUT),
    }
    yield DataFile(f"{FOLDER}root.json", written(root))
    for name, part in parts.items():
        for start, end in pairwise([*part, ""]):
            # Each file says where it ends: if that changed, it does not fit to an older root.
            own = f"{edition if name == 'terms' else ''} {end}"
            yield _file(f"{name}/{file_name(start)}", own, written(part[start]).rstrip("\n"))


def _file(path: str, edition: str, content: str) -> DataFile:
    """A file that says of which edition it is, so that none is read with those of another."""
    return DataFile(f"{FOLDER}{path}.json", f'{{"edition":"{edition}","of":{content}}}\n')


def _lines(shares: Iterable[Share]) -> dict[str, str]:
    """The postings of each stem in all kinds."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for one in shares:
        for stem, line in one.lines.items():
            lines[stem].append(line)
    return {stem: " ".join(own) for stem, own in lines.items()}


def _words(shares: Iterable[Share]) -> dict[str, str]:
    """All words as they were typed, each with about the number of documents of its stem."""
    tally: Counter[str] = Counter()
    words: dict[str, str] = {}
    for one in shares:
        tally.update(one.tally)
        words.update(one.words)
    return {word: str(_about(tally[stem])) for word, stem in words.items()}


def _about(count: int) -> int:
    """A number to its first two binary digits, so that one document more seldom changes it."""
    rest = max(0, count.bit_length() - 2)
    return count >> rest << rest
