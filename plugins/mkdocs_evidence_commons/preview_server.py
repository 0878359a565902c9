"""The server of a preview: the host's own, which is told what to show."""

import logging
import os
import posixpath
import threading
from collections.abc import Callable, Iterable, Set
from pathlib import Path
from typing import Any, NamedTuple, Self

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from mkdocs_evidence_commons.preview import Preview
from mkdocs_evidence_commons.preview_box import with_box
from mkdocs_evidence_commons.watching import State, look, watch

log = get_plugin_logger(__name__)

_HOSTS = ("mkdocs", "properdocs")


class Watched(NamedTuple):
    """Which files a preview follows: those of a commons, and some ``others`` of the host."""

    root: Path
    others: list[Path]

    @property
    def entries(self) -> list[Path]:
        """What the host has no part in."""
        return [self.root / name for name in ("case_studies", "docs/questions", "docs/metrics")]


class Answer:
    """What the host answers to a request, before it is sent."""

    status = ""
    headers: list[tuple[str, str]]

    def __call__(self, status: str, headers: list[tuple[str, str]], *_: object) -> None:
        self.status, self.headers = status, headers

    @property
    def is_page(self) -> bool:
        """Whether it is HTML."""
        return dict(self.headers).get("Content-Type", "").startswith("text/html")


class PreviewServer:
    """Makes what is asked for before the host's server looks for it, and outlives every mistake."""

    def __init__(
        self,
        server: LiveReloadServer,
        preview: Preview,
        watched: Watched,
        again: Callable[[Set[str]], bool],
    ) -> None:
        self._server, self._preview, self._watched, self._again = server, preview, watched, again
        self._host: Any = server.get_app()
        self._build = server.builder
        self._looking = threading.Lock()
        self._is_woken = False
        self._entries: State = {}
        self._others: State | None = None

    def start(self) -> None:
        """Stand in front of the host's server from now on."""
        self._changed()
        self._server.set_app(self.answer)
        self._server.builder = self.build
        watch(self._watched.root / "case_studies", self._see)

    def answer(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request, with a box of findings on top of a page."""
        path = _within(environ, self._server.mount_path)
        if path is None:
            return self._host(environ, start_response)  # type: ignore[no-any-return]
        while True:
            with self._preview.lock:
                turn, box = self._preview.turn, self._preview.make(path)
            answer = Answer()
            body = self._host(environ, answer)
            if turn == self._preview.turn:
                break
            # Something has changed meanwhile, so that this may be half of each.
            getattr(body, "close", lambda: None)()
        if answer.is_page:
            content = b"".join(body)
            if answer.status.startswith("404"):
                content = self._followed(content)
            content = with_box(content, box.html, self._server.mount_path)
            answer.headers = [("Content-Type", "text/html"), ("Content-Length", str(len(content)))]
            body = [content]
        start_response(answer.status, answer.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else body

    def build(self) -> None:
        """Show what has changed. Whatever goes wrong is told, and the last good site stays."""
        with self._preview.lock:
            entries = self._changed()
            with Heard() as heard:
                try:
                    if not (entries and self._again(entries)):
                        self._build()
                    self._preview.fault = ""
                except (Exception, SystemExit) as error:
                    # The host looks at everything the next time.
                    self._others = None
                    self._preview.fault = _told(error, heard)
            self._preview.forget()

    def _changed(self) -> set[str]:
        """The entries that have changed since the last time; none if anything else has, too."""
        files, root = self._watched, self._watched.root
        with self._looking:
            before, others = self._entries, self._others
            self._entries = look(files.entries)
            self._others = look([root / "docs", *files.others], without=files.entries)
            self._is_woken = False
        if self._others != others:
            return set()
        changed = {file for file, _ in before.items() ^ self._entries.items()}
        return {Path(file).relative_to(root).as_posix() for file in changed}

    def _see(self) -> None:
        """Have the server see to changed entries. It has no door for that."""
        folder = self._watched.root / "case_studies"
        server: Any = self._server
        with self._looking:
            within = f"{folder}{os.sep}"
            seen = {file: told for file, told in self._entries.items() if file.startswith(within)}
            if self._is_woken or look([folder]) == seen:
                return
            self._is_woken = True
        with server._rebuild_cond:
            server._want_rebuild = True
            server._rebuild_cond.notify_all()

    def _followed(self, page: bytes) -> bytes:
        """A page that is not there with the script that follows changes: it may come."""
        server: Any = self._server
        followed: bytes = server._inject_js_into_html(page, server._visible_epoch)
        return followed


class Heard(logging.Handler):
    """Listens to the host's words about why it cannot build."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []
        self._loggers = [logging.getLogger(name) for name in _HOSTS]

    def __enter__(self) -> Self:
        for logger in self._loggers:
            logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        for logger in self._loggers:
            logger.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage())


def _told(error: BaseException, heard: Heard) -> str:
    """Why a build has failed. What the host has not said in the terminal, is said there now."""
    fault = "\n".join(heard.errors) or str(error) or type(error).__name__
    if not heard.errors:
        is_known = isinstance(error, (MkDocsException, SystemExit))
        log.error(fault, exc_info=None if is_known else error)
    log.info("The site is shown as it was before.")
    return fault


def _within(environ: dict[str, Any], mount: str) -> str | None:
    """The path within the site that is asked for, if any is."""
    path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
    if not f"{path}/".startswith(mount) or path.startswith("/livereload/"):
        return None
    return posixpath.normpath(f"/{path[len(mount) :]}").lstrip("/")
