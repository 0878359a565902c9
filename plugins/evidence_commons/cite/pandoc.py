"""Pandoc, the program that formats by citation styles: how it is asked, and what it answers."""

import json
import re
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from evidence_commons.model.citation import Manner
from evidence_commons.model.item import Item

LOCALE = "en-GB"
"""British dates and quotation marks, whatever the style's own country is."""

SECONDS = 120
"""The longest time for one question. A few hundred works take less than three seconds."""

SECONDS_FOR_A_WORK = 0.3
"""So much more for each work: where thousands could be confused, some styles need very long."""

_MODES = {
    Manner.IN_BRACKETS: "NormalCitation",
    Manner.IN_SENTENCE: "AuthorInText",
    Manner.WITHOUT_AUTHOR: "SuppressAuthor",
}
_CLUSTER = re.compile(r'^<p><span class="citation"[^>]*>(.*)</span></p>$', re.MULTILINE)
_ENTRY = re.compile(r'^<div id="ref-r(\d+)" class="csl-entry"[^>]*>\n(.*?)\n?</div>$', re.M | re.S)


class CannotFormat(Exception):
    """Nothing can be formatted; the words say what is wrong, and what to do."""


class Failed(Exception):
    """Pandoc refused this question: the style, or one of the works, is not as it must be."""


class Ask(NamedTuple):
    """One citation: the place of its work among the items, and what stands about it."""

    work: int
    manner: Manner = Manner.IN_BRACKETS
    behind: str = ""
    before: str = ""


class Answer(NamedTuple):
    """HTML: the clusters in their order, and the bibliography's entries by the works' places."""

    clusters: list[str]
    entries: dict[int, str]


@cache
def program() -> tuple[str, str]:
    """Where the program is, and its version."""
    try:
        import pypandoc  # noqa: PLC0415 - only who formats needs it

        path = str(pypandoc.get_pandoc_path())
        return path, str(pypandoc.get_pandoc_version())
    except (ImportError, OSError) as error:
        raise CannotFormat(_MISSING) from error


_MISSING = (
    "References are formatted by Pandoc, and it is not here. "
    "Install the package pypandoc_binary, or Pandoc 3.1 or newer from pandoc.org."
)


def ask(items: Sequence[Item], style: str, clusters: Sequence[Sequence[Ask]]) -> Answer:
    """Format clusters of citations, and all items as a bibliography.

    Args:
        items: sound works. Their ids are replaced, since Pandoc cannot read all of ours.
        style: the text of a CSL style.
        clusters: the citations that stand together, in their order.
    """
    works = [{**item, "id": f"r{place:06}"} for place, item in enumerate(items)]
    seconds = SECONDS + SECONDS_FOR_A_WORK * len(works)
    text = _run(json.dumps(_document(clusters)), json.dumps(works), style, seconds)
    found = _CLUSTER.findall(text)
    if len(found) != len(clusters):
        raise Failed("its answer is not complete")
    return Answer(found, {int(place): entry for place, entry in _ENTRY.findall(text)})


def _run(document: str, works: str, style: str, seconds: float) -> str:
    path, _ = program()
    with TemporaryDirectory(prefix="citations-") as folder:
        here = Path(folder)
        (here / "works.json").write_text(works, "utf-8")
        (here / "style.csl").write_text(style, "utf-8")
        command = [path, "--from=json", "--to=html", "--wrap=none", "--citeproc"]
        command += ["--csl=style.csl", "--bibliography=works.json", f"--data-dir={folder}"]
        try:
            done = subprocess.run(  # noqa: S603 - a list of our own words, and no shell
                command,
                cwd=here,
                input=document.encode(),
                capture_output=True,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise CannotFormat(
                f"Pandoc did not answer within {seconds:.0f} seconds. Try again when the "
                "machine has less to do, or take another citation style: some need very long."
            ) from error
        except OSError as error:
            raise CannotFormat(_MISSING) from error
    if done.returncode:
        raise Failed(done.stderr.decode("utf-8", "replace").strip()[:400])
    return done.stdout.decode("utf-8", "replace")


def _document(clusters: Sequence[Sequence[Ask]]) -> dict[str, Any]:
    """The document in Pandoc's own form: one paragraph for each cluster."""
    everything = {"t": "MetaInlines", "c": [_cite([_citation("*", Manner.IN_BRACKETS)])]}
    paragraphs = [
        {"t": "Para", "c": [_cite([_citation(f"r{one[0]:06}", *one[1:]) for one in cluster])]}
        for cluster in clusters
    ]
    return {
        "pandoc-api-version": [1, 23, 1],
        "meta": {"nocite": everything, "lang": {"t": "MetaString", "c": LOCALE}},
        "blocks": paragraphs,
    }


def _cite(citations: list[dict[str, Any]]) -> dict[str, Any]:
    return {"t": "Cite", "c": [citations, []]}


def _citation(key: str, manner: Manner, behind: str = "", before: str = "") -> dict[str, Any]:
    return {
        "citationId": key,
        "citationPrefix": _words(before),
        "citationSuffix": _words(behind),
        "citationMode": {"t": _MODES[manner]},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def _words(text: str) -> list[dict[str, str]]:
    """Text as Pandoc holds it: words, and the spaces between them."""
    return [
        {"t": "Space"} if piece.isspace() else {"t": "Str", "c": piece}
        for piece in re.split(r"(\s+)", text)
        if piece
    ]
