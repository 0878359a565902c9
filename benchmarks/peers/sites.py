"""Other programs that make a site of the same commons, each as its users would."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from building import Maker, Site
from measure import Command
from preview import Server
from steps import SETTINGS

from peers.environments import HERE, environment

NOT_COPIED = shutil.ignore_patterns("requirements.txt", "__pycache__")


@dataclass(frozen=True, slots=True)
class Hugo:
    """Hugo reads the YAML itself, Pandoc reads the works, and Pagefind makes the search."""

    programs: Path
    name: str = "Hugo + Pagefind"

    def prepare(self, site: Site) -> None:
        """Its templates, and where it finds the case studies."""
        _copy("hugo", site)
        places = {"data": "data", (site.commons / "case_studies").as_posix(): "data/studies"}
        mounts = (
            f'[[module.mounts]]\nsource = "{source}"\ntarget = "{target}"\n'
            for source, target in places.items()
        )
        (site.folder / "commons.toml").write_text("".join(mounts), "utf-8")

    def commands(self, site: Site) -> Sequence[Command]:
        """The works to JSON where they are new, the pages, and the index of the search."""
        return [
            self._works(site),
            self._hugo("build", "--destination", site.out),
            [self.programs / "python", "-m", "pagefind", "--site", site.out],
        ]

    def settings(self, _site: Site) -> Mapping[str, str]:
        """It needs none."""
        return {}

    def server(self, site: Site, port: int) -> Server:
        """Hugo's own, which does not refresh the search."""
        return Server(self._hugo("server", "--port", str(port)), before=[self._works(site)])

    def _works(self, site: Site) -> Command:
        works = site.folder / "data/works.json"
        return [self.programs / "python", "works.py", site.commons / "references.bib", works]

    def _hugo(self, *arguments: str | Path) -> Command:
        first, *rest = arguments
        return [self.programs / "hugo", first, "--config", "hugo.toml,commons.toml", *rest]


@dataclass(frozen=True, slots=True)
class Zensical:
    """A script makes Markdown, of which it writes what is new; Zensical makes the pages."""

    programs: Path
    name: str = "Zensical"

    def prepare(self, site: Site) -> None:
        """Its settings and the script."""
        _copy("zensical", site)

    def commands(self, site: Site) -> Sequence[Command]:
        """The Markdown, then the pages."""
        return [self._markdown(site), [self.programs / "zensical", "build"]]

    def settings(self, _site: Site) -> Mapping[str, str]:
        """The script finds its templates where they are."""
        return {"MARKDOWN": str(HERE / "markdown")}

    def server(self, site: Site, port: int) -> Server:
        """Its own; after a change, the script is run."""
        markdown = self._markdown(site)
        there = f"127.0.0.1:{port}"
        serve: Command = [self.programs / "zensical", "serve", "--dev-addr", there]
        return Server(serve, before=[markdown], after_change=[markdown])

    def _markdown(self, site: Site) -> Command:
        return [self.programs / "python", "make_pages.py", site.commons, site.folder / "docs"]


@dataclass(frozen=True, slots=True)
class MkDocs:
    """A script makes Markdown while MkDocs builds, and a plugin reads the citations."""

    programs: Path
    name: str = "MkDocs + gen-files + mkdocs-bibtex"

    def prepare(self, site: Site) -> None:
        """Its settings and the script."""
        _copy("mkdocs", site)

    def commands(self, site: Site) -> Sequence[Command]:
        """One command builds the site."""
        return [[*self._mkdocs("build"), "--site-dir", site.out]]

    def settings(self, site: Site) -> Mapping[str, str]:
        """Where the commons is, and the templates."""
        return {
            **SETTINGS,
            "COMMONS": str(site.commons),
            "BIBLIOGRAPHY": str(site.commons / "references.bib"),
            "MARKDOWN": str(HERE / "markdown"),
        }

    def server(self, _site: Site, port: int) -> Server:
        """Its own."""
        there = f"127.0.0.1:{port}"
        return Server([*self._mkdocs("serve"), "--livereload", "--dev-addr", there])

    def _mkdocs(self, what: str) -> list[str | Path]:
        return [self.programs / "python", "-m", "mkdocs", what]


MAKERS: Mapping[str, Callable[[Path], Maker]] = {
    "hugo": Hugo,
    "zensical": Zensical,
    "mkdocs": MkDocs,
}


def maker(name: str) -> Maker:
    """One of them, in an environment that is made on first use."""
    return MAKERS[name](environment(name))


def _copy(name: str, site: Site) -> None:
    shutil.copytree(HERE / name, site.folder, dirs_exist_ok=True, ignore=NOT_COPIED)
