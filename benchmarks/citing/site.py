"""A plain MkDocs site with pages that cite a library, built with one plugin or another or none."""

import importlib.util
import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checkout import CHECKOUT, door
from made_up.chance import Chance
from made_up.prose import citing, story
from made_up.words import NOTICE, SENTENCES
from made_up.works import Work
from made_up.world import World
from measure import Cost, Output, cost, output
from steps import MEMORY, SETTINGS

from citing.library import LIBRARY, STYLES, change_title, make_library

PLAIN, OURS, PEER = "plain", "evidence-citations", "mkdocs-bibtex"
STYLE = CHECKOUT / f"plugins/evidence_commons/cite/styles/{STYLES['Harvard']}.csl"
PLUGINS = {
    PLAIN: {},
    OURS: {"evidence-citations": {"bib_files": [LIBRARY]}},
    PEER: {"bibtex": {"bib_file": LIBRARY, "csl_file": STYLE.as_posix()}},
}
"""By the name of each way to build, the plugins beside the search, with their options."""


@dataclass(frozen=True, slots=True)
class SiteBench:
    """Where sites are measured: what they are made from, what is built, what is kept of it."""

    source: Path
    built: Path
    kept: Path

    @classmethod
    def at(cls, folder: Path) -> "SiteBench":
        """The places in a folder."""
        return cls(folder / "source", folder / "built", folder / "kept")


def make_site(bench: SiteBench, works: int, pages: int, seed: int) -> None:
    """Make a library and so many pages that cite it, and a mkdocs.yml for each way to build."""
    docs = bench.source / "docs"
    docs.mkdir(parents=True)
    world = _world(make_library(bench.source, works, seed))
    chance = Chance(f"{seed} pages")
    for number in range(1, pages + 1):
        name = "index" if number == 1 else f"page-{number}"
        cited = f"{chance.filled(SENTENCES)[:-1]} {citing(chance, world)}."
        text = f"# Page {number}\n\n{NOTICE}\n\n{cited}\n\n{_unbroken(story(chance, world))}\n"
        (docs / f"{name}.md").write_text(text, "utf-8", newline="\n")
    for way, plugins in PLUGINS.items():
        config = {
            "site_name": "A made-up site",
            "theme": "mkdocs",
            "plugins": [{"search": {}}, plugins] if plugins else ["search"],
            "markdown_extensions": ["footnotes"],
        }
        # All of JSON is YAML as well.
        (bench.source / f"{way}.yml").write_text(json.dumps(config), "utf-8")


def site_steps(bench: SiteBench, peers: bool) -> Iterator[tuple[str, Cost, Output]]:
    """Build without citations, with ours, and with the other plugin."""
    yield PLAIN, *_build(bench, PLAIN)
    shutil.rmtree(bench.kept, ignore_errors=True)
    yield f"{OURS}, cold", *_build(bench, OURS)
    yield f"{OURS}, warm", *_build(bench, OURS)
    change_title(bench.source / LIBRARY)
    yield f"{OURS}, 1 work", *_build(bench, OURS)
    if peers:
        yield PEER, *_build(bench, PEER)


def has_peer() -> bool:
    """Whether the other plugin is installed; if not, that is told."""
    if importlib.util.find_spec("mkdocs_bibtex"):
        return True
    door.say(f"{PEER} is not installed, and is left out. See benchmarks/README.md.")
    return False


def _unbroken(markdown: str) -> str:
    """Each paragraph on one line: the other plugin reads no citation that goes over its end."""
    return re.sub(r"(?<=\S)\n(?=[^\s>-])(?!\d\. )", " ", markdown)


def _world(works: list[Work]) -> World:
    """A world in which there are works, and no more."""
    return World({}, {}, works, (), (), ())


def _build(bench: SiteBench, way: str) -> tuple[Cost, Output]:
    shutil.rmtree(bench.built, ignore_errors=True)
    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    command += ["-f", bench.source / f"{way}.yml", "-d", bench.built]
    took = cost(command, bench.source, {**SETTINGS, MEMORY: str(bench.kept)})
    return took, output(bench.built)
