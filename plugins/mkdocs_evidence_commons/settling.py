"""Settling citations in a finished page: their order, and the list that they lead to."""

import re
from collections.abc import Callable

from markupsafe import Markup

from evidence_commons.render.citing import Citing
from evidence_commons.render.works import WORKS, all_works, list_of_works
from mkdocs_evidence_commons.citing_markdown import LISTS

HERE, ALL_HERE = LISTS.values()

_LINK = re.compile(r'<a class="ec-cite" id="([^"]*)" href="#ref-([^"]*)">(.*?)</a>', re.DOTALL)
_IN_A_LINK = re.compile(r'(<a class="toclink"[^>]*>)(.*?)(?=</a></h[1-6]>)', re.DOTALL)
_LAST_HEADING = re.compile(r"<h[1-6][^>]*>(?P<words>(?:(?!<h[1-6]).)*)</h[1-6]>\s*\Z", re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def in_order(html: str, citing: Citing) -> str:
    """The page with its citations counted from its top to its end.

    Python-Markdown meets those in tables, boxes and notes later than readers do. Where a heading
    is a link itself, it cannot hold another.
    """
    html = _IN_A_LINK.sub(lambda found: found[1] + _LINK.sub(r"\3", found[2]), html)
    citing.places.clear()
    return _LINK.sub(
        lambda found: (
            f'<a class="ec-cite" id="{citing.place(found[2])}" href="#ref-{found[2]}">'
            f"{found[3]}</a>"
        ),
        html,
    )


def with_list(
    html: str, citing: Citing, name: str, title: str, to_work: Callable[[str], str] | None
) -> tuple[str, str]:
    """The page with its works where they are wanted, or else at its end.

    Returns:
        The page, and the anchor of the heading that the list was given; "" if it has none.
    """
    if ALL_HERE in html:
        return _bare(html.replace(ALL_HERE, str(all_works(citing)), 1)), ""
    if not citing.bibliography:
        return _bare(html), ""
    if HERE in html:
        return _bare(html.replace(HERE, str(list_of_works(citing, name, "", to_work)), 1)), ""
    if not title or _ends_with_heading(html, title):
        return html + str(list_of_works(citing, name, "", to_work)), ""
    anchor = f"{WORKS}_1" if f'id="{WORKS}"' in html else WORKS
    return html + str(list_of_works(citing, name, title, to_work, anchor)), anchor


def without_dead_ends(output: str) -> str:
    """A whole page, with citations as plain words where their work is not listed.

    Blogs show the beginnings of their posts on other pages.
    """

    def settled(found: re.Match[str]) -> str:
        return found[0] if f'id="ref-{found[2]}"' in output else found[3]

    return _LINK.sub(settled, output)


def _bare(html: str) -> str:
    return html.replace(HERE, "").replace(ALL_HERE, "")


def _ends_with_heading(html: str, title: str) -> bool:
    """Whether the page ends with a heading for the list, as pages for mkdocs-bibtex do."""
    last = _LAST_HEADING.search(html)
    words = Markup(_PERMALINK.sub("", last["words"])).striptags() if last else ""  # noqa: S704
    return words.casefold() == title.casefold()
