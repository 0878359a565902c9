"""Reading built pages without a browser."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit


@dataclass
class Read(HTMLParser):
    """What a page links to, what can be linked to in it, and its words."""

    links: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    _silent: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self._silent += tag in ("script", "style")
        self.links += [value for key in ("href", "src") if (value := named.get(key))]
        if anchor := named.get("id"):
            self.anchors.append(anchor)
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)


def read(path: Path) -> Read:
    """Read one page."""
    page = Read()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def pages(site: Path) -> dict[str, Read]:
    """Every page of a site by its path, the page for missing pages left out."""
    return {
        path.relative_to(site).as_posix(): read(path)
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
    }


def dead_links(site: Path) -> list[str]:
    """Every link from a page of the site to a page or an anchor of it that does not exist."""
    read = pages(site)
    dead = []
    for path, page in read.items():
        for link in page.links:
            if urlsplit(link).scheme or link.startswith("#__"):
                continue
            file, anchor = _target(path, link)
            if not (site / file).is_file():
                dead.append(f"{path}: {link}")
            elif anchor and file in read and anchor not in read[file].anchors:
                dead.append(f"{path}: {link} (no such anchor)")
    return dead


def _target(path: str, link: str) -> tuple[str, str]:
    """The file and the anchor that a link on a page leads to."""
    parts = urlsplit(link)
    file = normpath(join(path.rpartition("/")[0], unquote(parts.path))) if parts.path else path
    if "." not in file.rpartition("/")[2].strip("."):
        file = normpath(join(file, "index.html"))
    return file, parts.fragment


def policies(head: str) -> list[str]:
    """The security policies in the head of a page."""
    return re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', head)
