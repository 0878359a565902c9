"""The bodies of entries as they stand in their files: Markdown, with all of its places."""

from collections.abc import Iterator

from evidence_commons.check.passages import Passages
from evidence_commons.model.collection import Catalogue, Entry
from evidence_commons.model.home import Home
from evidence_commons.model.pattern import pattern
from evidence_commons.model.text_file import TextFile

_ENDS = pattern(r"\n(?=[^\s])")


def bodies(catalogue: Catalogue) -> Iterator[tuple[Entry | Home, str, TextFile]]:
    """Each thing with a body, with its Markdown and its file."""
    collection = catalogue.collection
    files = {file.path: file for file in collection.texts}
    home = (collection.home,) if collection.home else ()
    for thing in (*collection.entries, *home):
        if thing.body and (file := files.get(thing.body.location.path)):
            yield thing, thing.body.markdown, file


def stretch(thing: Entry | Home, passages: Passages) -> tuple[int, int]:
    """Where the body begins and ends in the file, from the end of the line before it."""
    if thing.body is None:
        return 0, 0
    line = thing.body.location.line
    if passages.file.path.endswith(".md"):
        return passages.line_start(line) - 1, len(passages.text)
    start = max(0, passages.line_start(line) - 1)
    end = _ENDS.search(passages.text, start + 1)
    return start, end.start() if end else len(passages.text)
