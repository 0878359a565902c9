"""Ask a search in a real browser, over a line like a telephone's, and count what it fetches."""

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LINE = {"offline": False, "latency": 70, "downloadThroughput": 9e6 / 8, "uploadThroughput": 3e6 / 8}
"""A fair mobile connection: 70 ms there and back, 9 Mbit a second."""

SHOWN = 10

OURS = """async ([words, shown]) => {
    const start = performance.now();
    // As search.js does it when somebody goes to the field.
    const [{ search }] = await Promise.all(
        ['index', 'words'].map((name) => import(`/assets/${name}.js`)),
    );
    const { results } = await search(location.origin + '/', words, { limit: shown });
    return [performance.now() - start, results.map(({ address }) => address)];
}"""
PAGEFIND = """async ([words, shown]) => {
    const start = performance.now();
    const pagefind = await import('/pagefind/pagefind.js');
    const { results } = await pagefind.search(words);
    const texts = await Promise.all(results.slice(0, shown).map((one) => one.data()));
    return [performance.now() - start, texts.map(({ url }) => url.slice(1))];
}"""


@dataclass(slots=True)
class Sent:
    """What a server sent: how many files, and their bytes as packed for the way and as they are."""

    files: int = 0
    packed: int = 0
    unpacked: int = 0
    keep: dict[Path, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for some words: after how long, how much was fetched, and what was found."""

    words: str
    seconds: float
    files: int
    packed: int
    unpacked: int
    found: list[str]


@contextmanager
def serving(site: Path) -> Iterator[tuple[str, Sent]]:
    """Serve a folder, packed as hosts do it."""
    sent = Sent()

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                return self.send_error(404)
            content = path.read_bytes()
            packed = sent.keep.setdefault(path, gzip.compress(content, 6))
            sent.files += 1
            sent.packed += len(packed)
            sent.unpacked += len(content)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(packed)))
            self.end_headers()
            self.wfile.write(packed)
            return None

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


def answers(browser: Any, site: Path, asks: str, queries: list[str]) -> Iterator[Answer]:
    """The answers to queries, each in a new window to which nothing has come yet."""
    with serving(site) as (address, sent):
        for words in queries:
            context = browser.new_context()
            page = context.new_page()
            page.goto(address)
            context.new_cdp_session(page).send("Network.emulateNetworkConditions", LINE)
            sent.files = sent.packed = sent.unpacked = 0
            took, found = page.evaluate(asks, [words, SHOWN])
            yield Answer(words, took / 1000, sent.files, sent.packed, sent.unpacked, found)
            context.close()
