"""The files of a site that is a commons: few for MkDocs to build, many for prose to link to."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from evidence_commons.render.maker import Maker
from mkdocs_evidence_commons.commons_page import CommonsPage
from mkdocs_evidence_commons.configured import typed_titles

_OF_DATA = ("data/", "schema/")
"""Where the files for machines are published."""


class CommonsFiles(Files):
    """Files, and those of the commons, each of which is there as soon as it is asked for.

    MkDocs builds what it finds by going through the files, and asks by path for what stands in the
    navigation and for what pages of prose link to. So it meets none of the tens of thousands that
    nobody asks for.
    """

    def __init__(
        self, files: Files, makers: Mapping[str, Maker], config: MkDocsConfig, edit: str
    ) -> None:
        super().__init__(files)
        self._makers = makers
        self._config = config
        self._edit = edit
        self._addresses = _source_paths(makers)
        self._titles = typed_titles(config.nav)
        self._lent: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file that the navigation or a page of prose calls so."""
        if file := super().get_file_from_path(path):
            return file
        path = PurePath(path).as_posix()
        if path not in self._lent:
            if path in self._addresses:
                self._lent[path] = self._page(path)
            elif path.startswith(_OF_DATA):
                # Whether there is such a file, is known when all are made.
                self._lent[path] = File.generated(self._config, path, content="")
        return self._lent.get(path)

    def hand_over(self) -> None:
        """Let MkDocs build the pages of the commons too."""
        for path in self._addresses:
            self.append(self._page(path))

    def missing(self, written: Collection[str]) -> list[str]:
        """The files for machines that a page links to and that were not written."""
        return [path for path in self._lent if path.startswith(_OF_DATA) and path not in written]

    def _page(self, path: str) -> File:
        """A page that MkDocs has no file for. Only lists stand in the navigation."""
        kept_out = InclusionLevel.NOT_IN_NAV
        file = File.generated(self._config, path, content="", inclusion=kept_out)
        make, title = self._makers[self._addresses[path]], self._titles.get(path)
        file.page = CommonsPage(file, self._config, make, self._edit, title)
        return file


def _source_paths(addresses: Iterable[str]) -> dict[str, str]:
    """The addresses of pages, by the paths that authors link to.

    As docs/questions/funding.md is one. A list is a folder, even if nothing is in it yet.
    """
    every = list(addresses)
    folders = {f"{address[:-1].rpartition('/')[0]}/" for address in every}
    return {
        f"{one}index.md" if one in folders or one.count("/") < 2 else f"{one[:-1]}.md": one
        for one in every
    }
