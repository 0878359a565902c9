"""The steps of making a site: they are the same for this project and for every other program."""

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from checkout import SCRIPTS
from edits import Edit, Edited, edit_entry, edit_label
from measure import Command, Cost, FailedError, Output, cost, output, together
from preview import Server, shown
from steps import MEMORY, SETTINGS, Bench
from written import Seen, seen, written

OURS = "this project"
BUILD = """
import sys; sys.path.insert(0, sys.argv[1])
import build, environment
from pathlib import Path
environment.CHECKOUT = Path(sys.argv[2])
sys.exit(build.build(Path(sys.argv[3]), strict=True))
"""
"""What scripts/build.py does once it is in its environment, for any commons."""

SERVE = """
import sys; sys.path.insert(0, sys.argv[1])
import environment, serve
from pathlib import Path
environment.CHECKOUT = Path(sys.argv[2])
sys.exit(serve.serve("127.0.0.1", int(sys.argv[3])))
"""
"""What scripts/serve.py does once it is in its environment, for any commons."""

EDITS: tuple[tuple[str, Edit], ...] = (
    ("build, again", lambda _: None),
    ("build, 1 entry", edit_entry),
    ("build, 1 term", edit_label),
)


@dataclass(frozen=True, slots=True)
class Site:
    """A site in the making: its commons, a folder of the maker's own, and where it is built."""

    commons: Path
    folder: Path
    out: Path


class Maker(Protocol):
    """A program, or several in turn, that make a site of a commons."""

    @property
    def name(self) -> str:
        """What it is called in tables."""

    def prepare(self, site: Site) -> None:
        """Lay out what a person would keep in a repository; this is not measured."""

    def commands(self, site: Site) -> Sequence[Command]:
        """What is run, in turn, to build the site, or to build it again."""

    def settings(self, site: Site) -> Mapping[str, str]:
        """The environment variables that it needs."""

    def server(self, site: Site, port: int) -> Server:
        """How a person would look at the site while writing."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a step of a build cost, what stands there after it, and how many files it wrote."""

    step: str
    cost: Cost
    output: Output | None = None
    written: int | None = None


@dataclass(frozen=True, slots=True)
class Ours:
    """This project, by the doors that people use."""

    name: str = OURS

    def prepare(self, site: Site) -> None:
        """There is nothing to lay out."""

    def commands(self, site: Site) -> Sequence[Command]:
        """One command builds the site."""
        return [[sys.executable, "-c", BUILD, SCRIPTS, site.commons, site.out]]

    def settings(self, site: Site) -> Mapping[str, str]:
        """What is remembered stands in a folder that goes with the site."""
        return {**SETTINGS, MEMORY: str(site.folder / "memory")}

    def server(self, site: Site, port: int) -> Server:
        """One command shows it."""
        return Server([sys.executable, "-c", SERVE, SCRIPTS, site.commons, str(port)])


def build_steps(maker: Maker, bench: Bench) -> Iterator[Built]:
    """Build with nothing there, then again after nothing, an entry and a label was changed."""
    site = _laid_out(maker, bench)
    before: Seen = {}
    took = _build(maker, site)
    yield Built("build", took, output(site.out), written(before, before := seen(site.out)))
    for step, edit in EDITS:
        edited = edit(bench.commons)
        took = _build(maker, site)
        _must_show(site, edited)
        yield Built(step, took, output(site.out), written(before, before := seen(site.out)))


def preview_steps(maker: Maker, bench: Bench) -> Iterator[Built]:
    """Change an entry while the site is shown, until the change is seen."""
    site = _laid_out(maker, bench)
    yield Built(
        "preview, 1 entry",
        shown(
            lambda port: maker.server(site, port),
            lambda: edit_entry(bench.commons),
            site.folder,
            maker.settings(site),
        ),
    )


def _laid_out(maker: Maker, bench: Bench) -> Site:
    """The places of a site; whatever was left there by an earlier run is gone."""
    folder = bench.work / maker.name.replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    site = Site(bench.commons, folder, folder / "site")
    maker.prepare(site)
    return site


def _build(maker: Maker, site: Site) -> Cost:
    settings = maker.settings(site)
    return together(cost(command, site.folder, settings) for command in maker.commands(site))


def _must_show(site: Site, edited: Edited | None) -> None:
    """A build that is fast because it leaves a change out is not worth measuring."""
    if edited and not edited.is_shown_on(
        (site.out / edited.page / "index.html").read_text("utf-8")
    ):
        raise FailedError(f"The edit is not to be seen in {site.out / edited.page}")
