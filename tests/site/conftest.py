"""Two sites, each built once: the real one, and a made-up one for a real browser to look at."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.building import ROOT, build, invented

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Built(NamedTuple):
    """A commons, and the site that was built from it."""

    commons: Path
    site: Path


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """This checkout, built strictly."""
    return built(ROOT, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The made-up commons with the look of the real one, built strictly."""
    folder = tmp_path_factory.mktemp("made-up")
    return built(invented(folder), folder)


def built(commons: Path, folder: Path) -> Built:
    """Build a site strictly."""
    told = build(commons / "mkdocs.yml", folder / "site")
    assert told.returncode == 0, told.stderr
    return Built(commons, folder / "site")


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Tests keep quiet."""


@pytest.fixture(scope="session")
def address(made_up: Built) -> Iterator[str]:
    """Where the made-up site is served."""
    with served(made_up.site) as address:
        yield address


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site, at the address that is given."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _installed() -> str | None:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).exists()), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium or Chrome. Without one these tests tell nothing, and say so."""
    program = _installed()
    if program is None:
        missing = "NO BROWSER: install Chromium or Chrome, or what readers see is not tested."
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window of 1280 by 900."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
