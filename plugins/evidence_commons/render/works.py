"""Lists of works, for any page that cites some."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from evidence_commons.render.citing import Citing
from evidence_commons.render.templating import ENVIRONMENT

WORKS = "works-cited"
"""The anchor of the list of works of a page."""


def list_of_works(
    citing: Citing,
    name: str,
    title: str = "References",
    to_work: Callable[[str], str] | None = None,
    anchor: str = WORKS,
) -> Markup:
    """The works that a page cites, with links back, and with its heading.

    Args:
        citing: the citations of the page.
        name: what a file is called in which somebody saves the works.
        title: the heading; "" if the page has one.
        to_work: the way to the page of a work, by its key, where works have pages.
        anchor: the anchor of the heading.
    """
    parts: Any = ENVIRONMENT.get_template("_works.html").module
    listed: Markup = parts.works(citing, name, to_work, title, anchor)
    return listed


def all_works(citing: Citing) -> Markup:
    """Every work of the library, cited or not."""
    parts: Any = ENVIRONMENT.get_template("_works.html").module
    rows: Markup = parts.rows(citing, citing.sorted(citing.shelf.cited), None)
    return rows
