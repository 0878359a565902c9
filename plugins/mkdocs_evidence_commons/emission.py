"""What is done to a site when its pages are made, and what is said of it in the end."""

import gzip
import logging
from pathlib import Path

from evidence_commons.diagnostics.words import many
from evidence_commons.pipeline import Opened
from evidence_commons.publish.publication import Publication


def pack_sitemap(folder: Path) -> None:
    """Pack the map of the site without a date.

    MkDocs takes the date of its own latest page, or that of the build if it has none.
    """
    sitemap = folder / "sitemap.xml"
    if sitemap.exists():
        packed = gzip.compress(sitemap.read_bytes(), mtime=0)
        sitemap.with_name("sitemap.xml.gz").write_bytes(packed)


def has_warned() -> bool:
    """Whether something was told in this build that a strict host ends it for."""
    hosts = [logging.getLogger(name) for name in ("mkdocs", "properdocs")]
    counters = [one for host in hosts for one in host.handlers if hasattr(one, "get_counts")]
    return any(counter.get_counts() for counter in counters)


def summary(opened: Opened, to: Publication, gone: int, seconds: float) -> str:
    """A build in one line: what there is, what was written, what was found, how long it took."""
    pages = [path for path in to.rows if path.endswith(".html")]
    new = sum(path.endswith(".html") for path in to.written)
    entries = len(opened.catalogue.collection.entries)
    return (
        f"{entries:,} entries; {new:,} pages written, {len(pages) - new:,} unchanged; "
        f"{len(to.written):,} files written in all, {gone:,} removed; "
        f"{many(len(opened.diagnostics), 'finding')}; {seconds:.1f} s"
    )
