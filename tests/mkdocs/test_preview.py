"""A preview as people meet it: `mkdocs serve`, a browser, and an editor."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from tests.building import build, configure, environment, invented, option
from tests.site.kinds import KINDS

OWL, ROBIN = "case_studies/owl-library.yaml", "case_studies/robin-taxis.yaml"
OWL_PAGE, ROBIN_PAGE, LIST = (
    "case-studies/owl-library/",
    "case-studies/robin-taxis/",
    "case-studies/",
)
MARK = "Quagga"
"""A word that stands nowhere else."""

BOX = 'class="ec-preview"'
_LIVE = re.compile(r"<script>\nvar livereload.*?</script>", re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_BOX = re.compile(r'<aside class="ec-preview".*?</aside>\n', re.DOTALL)
_LOOK = re.compile(r'<link rel="stylesheet" href="/assets/ec-preview.css">\n')


@dataclass
class Preview:
    """A server, its terminal, and the commons that it shows."""

    commons: Path
    address: str
    terminal: Path

    def get(self, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
        """What is answered: its number, its head, its words; 0 while no one answers."""
        try:
            asked = Request(f"{self.address}{path}", method=method)  # noqa: S310
            with urlopen(asked, timeout=60) as answer:  # noqa: S310
                return answer.status, dict(answer.headers), answer.read().decode()
        except HTTPError as refused:
            with refused:
                return refused.code, dict(refused.headers), refused.read().decode()
        except (URLError, ConnectionError):
            return 0, {}, ""

    def page(self, path: str) -> str:
        """The words of what is answered, whatever its number."""
        return self.get(path)[2]

    def shows(self, path: str, *words: str) -> bool:
        """Whether a page is there, with all of these words in it."""
        number, _, page = self.get(path)
        return number == 200 and all(word in page for word in words)

    def until(self, come: Callable[[], bool]) -> None:
        """Wait for something, but not for ever."""
        deadline = time.monotonic() + 60
        while not come():
            assert time.monotonic() < deadline, self.said
            Event().wait(0.05)

    @property
    def said(self) -> str:
        """What stands in the terminal."""
        return self.terminal.read_text("utf-8")

    def edit(self, path: str, old: str, new: str) -> str:
        """Change a file; return what was in it."""
        file = self.commons / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
        return text

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        (self.commons / path).write_text(text, "utf-8")


@pytest.fixture
def commons(tmp_path: Path) -> Path:
    return invented(tmp_path)


Start = Callable[..., Preview]


@pytest.fixture
def start(commons: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts a preview of the commons; it ends with the test."""
    servers: list[subprocess.Popen[bytes]] = []

    def started(**around: str) -> Preview:
        with socket.create_server(("127.0.0.1", 0)) as free:
            there = f"127.0.0.1:{free.getsockname()[1]}"
        terminal = tmp_path / "said.txt"
        command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--livereload"]
        with terminal.open("wb") as said:
            servers.append(
                subprocess.Popen(
                    [*command, "-f", commons / "mkdocs.yml", "--dev-addr", there],
                    stdout=said,
                    stderr=said,
                    env={**environment(), **around},
                )
            )
        preview = Preview(commons, f"http://{there}/", terminal)
        preview.until(lambda: preview.get("")[0] == 200)
        return preview

    yield started
    for server in servers:
        server.terminate()
        server.wait()


def without_preview(page: str) -> str:
    """A page of a preview without what a preview adds."""
    return _LIVE.sub("", _LOOK.sub("", _BOX.sub("", page)))


def test_every_kind_of_page_is_that_of_a_build(start: Start, tmp_path: Path) -> None:
    preview = start()
    address = preview.address
    configure(preview.commons, 'site_url: !ENV [SITE_URL, ""]', f"site_url: {address}")
    assert build(preview.commons / "mkdocs.yml", tmp_path / "site").returncode == 0
    for kind in (one.partition("?")[0] for one in KINDS.values()):
        built = tmp_path / "site" / kind / ("" if "." in kind else "index.html")
        page = _POLICY.sub("", built.read_text("utf-8"))
        assert without_preview(preview.page(kind)) == page, kind


def test_data_files_are_those_of_a_build(start: Start, tmp_path: Path) -> None:
    preview = start(EVIDENCE_COMMONS_SEARCH="yes")
    assert build(preview.commons / "mkdocs.yml", tmp_path / "site").returncode == 0
    for folder in ("data", "schema"):
        for file in sorted((tmp_path / "site" / folder).rglob("*.*")):
            path = file.relative_to(tmp_path / "site").as_posix()
            assert preview.page(path) == file.read_bytes().decode(), path


def test_a_page_is_answered_as_a_server_answers(start: Start) -> None:
    preview = start()
    number, head, page = preview.get(ROBIN_PAGE)
    assert (number, head["Content-Type"]) == (200, "text/html")
    assert int(head["Content-Length"]) == len(page.encode())
    assert "livereload(" in page
    assert preview.get(ROBIN_PAGE.rstrip("/"))[0] == 200  # by way of the address with a stroke
    assert preview.get(ROBIN_PAGE, "HEAD")[0::2] == (200, "")
    assert preview.get("data/facets.json")[1]["Content-Type"] == "application/json"
    for missing in ("nothing/", "case-studies/nobody/", "data/nothing.json", "../mkdocs.yml"):
        assert preview.get(missing)[0] == 404


def test_a_preview_has_no_search_and_says_so(start: Start) -> None:
    preview = start()
    assert preview.get("data/search/root.json")[0] == 404
    assert "This preview has no search index" in preview.page("find/")
    assert BOX not in preview.page(LIST)


def test_an_edit_shows_on_every_page_without_the_host(start: Start) -> None:
    preview = start()
    preview.edit(OWL, "title: Owl Library", f"title: {MARK} Library")
    preview.until(lambda: preview.shows(OWL_PAGE, f"{MARK} Library"))
    assert preview.shows(LIST, f"{MARK} Library")
    assert MARK in preview.page("data/case-studies.json")
    assert preview.said.count("Building documentation") == 1


def test_an_entry_that_comes_or_goes_does_so_everywhere(start: Start) -> None:
    preview = start()
    assert preview.shows(LIST, "Owl Library")
    text = (preview.commons / OWL).read_text("utf-8")
    (preview.commons / OWL).unlink()
    preview.until(lambda: preview.get(OWL_PAGE)[0] == 404)
    assert "Owl Library" not in preview.page(LIST)
    preview.write("case_studies/quagga.yaml", re.sub(r"\bowl-library\b", "quagga", text))
    preview.until(lambda: preview.shows("case-studies/quagga/", "Owl Library"))
    assert preview.shows(LIST, "Owl Library")


@pytest.mark.parametrize(
    ("path", "page", "old", "new"),
    [
        (OWL, OWL_PAGE, "\nsummary:", "\nsumary:"),
        ("docs/metrics/members.md", "metrics/members/", "\nwhy:", "\nwherefore:"),
        (
            "docs/questions/who-owns-the-wires.md",
            "questions/who-owns-the-wires/",
            "\nquestion:",
            "\nq:",
        ),
        ("docs/about.md", "about/", "@wren2021taxis", "@nobody1999"),
    ],
)
def test_a_mistake_is_shown_on_the_last_good_page_until_it_is_mended(
    start: Start, path: str, page: str, old: str, new: str
) -> None:
    preview = start()
    good = without_preview(preview.page(page))
    text = preview.edit(path, old, new)
    preview.until(lambda: preview.shows(page, BOX))
    broken = preview.page(page)
    assert f"<code>{path}:" in broken
    assert "This is the last version without mistakes." in broken
    assert without_preview(broken) == good
    assert preview.shows("case-studies/magpie-energy/", BOX, f"<code>{path}:")
    assert "last version" not in preview.page("case-studies/magpie-energy/")
    assert f"{path}:" in preview.said
    preview.write(path, text)
    preview.until(lambda: BOX not in preview.page(page))
    assert without_preview(preview.page(page)) == good


def test_an_old_page_outlives_other_changes_until_its_entry_goes(start: Start) -> None:
    preview = start()
    preview.edit(OWL, "\nsummary:", "\nsumary:")
    preview.until(lambda: preview.shows(OWL_PAGE, BOX))
    preview.edit(ROBIN, "Robin Taxis: the", f"{MARK} Taxis: the")
    preview.until(lambda: preview.shows(ROBIN_PAGE, MARK))
    assert preview.shows(OWL_PAGE, "Owl Library", "last version without mistakes")
    (preview.commons / OWL).unlink()
    preview.until(lambda: preview.get(OWL_PAGE)[0] == 404)
    assert BOX not in preview.page(ROBIN_PAGE)


def test_the_mistakes_of_a_page_stand_first_and_the_others_are_counted(start: Start) -> None:
    preview = start()
    text = (preview.commons / ROBIN).read_text("utf-8")
    for number in range(7):
        preview.write(f"case_studies/a{number}.yaml", text)
    preview.edit(OWL, "\nsummary:", "\nsumary:")
    preview.until(lambda: preview.shows(OWL_PAGE, BOX, f"<code>{OWL}:"))
    page = preview.page(OWL_PAGE)
    assert page.index(f"<code>{OWL}") < page.index("<code>case_studies/a0.yaml")
    assert re.search(r"And \d+ more in the terminal", page)


def test_what_was_broken_from_the_start_comes_when_it_is_mended(
    commons: Path, start: Start
) -> None:
    entry = commons / OWL
    text = entry.read_text("utf-8")
    entry.write_text(text.replace("\nsummary:", "\nsumary:"), "utf-8")
    preview = start()
    number, _, page = preview.get(OWL_PAGE)
    assert number == 404
    assert f"<code>{OWL}:" in page
    assert "livereload(" in page
    entry.write_text(text, "utf-8")
    preview.until(lambda: preview.shows(OWL_PAGE, "Owl Library"))
    assert BOX not in preview.page(OWL_PAGE)


def test_pages_of_prose_and_the_library_follow_as_well(start: Start) -> None:
    preview = start()
    preview.edit("docs/about.md", "This commons is", f"{MARK}: this commons is")
    preview.until(lambda: preview.shows("about/", MARK))
    preview.edit("references.bib", "Who Owns the Ride", f"Who Owns the {MARK}")
    preview.until(lambda: preview.shows("references/wren2021taxis/", MARK))
    assert preview.shows("about/", MARK)


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("mkdocs.yml", "site_name: ", "site_name: [", "mkdocs.yml"),
        ("mkdocs.yml", "  - tables\n", "  - no_such_extension\n", "no_such_extension"),
        ("case_studies/vocabulary/themes.yaml", "id: themes", "id: [", "themes.yaml"),
    ],
    ids=["configuration", "extension", "vocabulary"],
)
def test_what_stops_the_whole_site_is_told_and_the_last_good_site_stays(
    start: Start, path: str, old: str, new: str, told: str
) -> None:
    preview = start()
    text = preview.edit(path, old, new)
    preview.until(lambda: preview.shows(ROBIN_PAGE, BOX, "could not be made anew", told))
    assert preview.shows("about/", BOX, told)
    assert preview.get("assets/evidence-commons.css")[0] == 200
    assert told in preview.said
    preview.write(path, text)
    preview.until(lambda: BOX not in preview.page(ROBIN_PAGE))
    preview.edit(OWL, "title: Owl Library", f"title: {MARK} Library")
    preview.until(lambda: preview.shows(OWL_PAGE, MARK))
    assert BOX not in preview.page("about/")


def test_a_site_that_is_published_in_a_folder_is_shown_in_it(start: Start) -> None:
    preview = start(SITE_URL="https://example.org/commons/")
    page = f"commons/{OWL_PAGE}"
    assert preview.shows(page, "Owl Library")
    assert preview.shows("", "Innovation Evidence Commons")  # by way of /commons/
    assert preview.get(OWL_PAGE)[0] == 404
    preview.edit(OWL, "\nsummary:", "\nsumary:")
    preview.until(lambda: preview.shows(page, BOX, 'href="/commons/assets/ec-preview.css"'))
    assert preview.get("commons/assets/ec-preview.css")[0] == 200


def test_an_entry_in_the_navigation_is_called_there_what_it_is_called(
    commons: Path, start: Start
) -> None:
    configure(commons, "  - Contribute: contribute.md\n", "  - case-studies/owl-library.md\n")
    preview = start()
    assert preview.shows("about/", "Owl Library")
    preview.edit(OWL, "title: Owl Library", f"title: {MARK} Library")
    preview.until(lambda: preview.shows("about/", f"{MARK} Library"))
    assert preview.shows(ROBIN_PAGE, f"{MARK} Library")


def test_a_page_of_prose_goes_when_what_it_links_to_goes(start: Start) -> None:
    preview = start()
    preview.edit("docs/about.md", "# About", "# About\n\nSee [it](case-studies/owl-library.md).\n")
    preview.until(lambda: preview.shows("about/", 'href="../case-studies/owl-library/"'))
    (preview.commons / OWL).unlink()
    preview.until(lambda: preview.shows("about/", BOX, "<code>docs/about.md:", "last version"))


def test_pages_that_go_through_the_host_follow_as_well(commons: Path, start: Start) -> None:
    option(commons, "pages_through_mkdocs: true")
    preview = start()
    preview.edit(OWL, "title: Owl Library", f"title: {MARK} Library")
    preview.until(lambda: preview.shows(OWL_PAGE, f"{MARK} Library"))
    assert MARK in preview.page("data/case-studies.json")
    preview.edit(OWL, "\nsummary:", "\nsumary:")
    preview.until(lambda: preview.shows(ROBIN_PAGE, BOX, f"<code>{OWL}:"))
