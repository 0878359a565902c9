"""The table of contents beside an article: of pages of prose and of the commons by one hand."""

from collections.abc import Iterable, Sequence

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

_ENOUGH = 2
"""A page of one section needs no list of them."""


def contents_of(page: Page) -> str:
    """The table of contents of a page, unless it wants none."""
    return "" if "toc" in (page.meta.get("hide") or ()) else contents(page.toc)


def contents(toc: Iterable[AnchorLink]) -> str:
    """The sections of a page and those under them, as HTML; "" if there are too few to choose."""
    sections = _sections(list(toc))
    if len(sections) < _ENOUGH:
        return ""
    return (
        '<nav class="ec-toc" aria-labelledby="__toc-name">\n'
        '<p class="ec-side__name" id="__toc-name">On this page</p>\n'
        '<button type="button" class="ec-toc__button" data-ec-opens="__toc" aria-controls="__toc"'
        ' aria-expanded="false" hidden>On this page</button>\n'
        f'<ul id="__toc">\n{"".join(map(_section, sections))}</ul>\n'
        "</nav>"
    )


def _sections(links: Sequence[AnchorLink]) -> Sequence[AnchorLink]:
    """The headings under that of the page itself."""
    return links[0].children if links and links[0].level == 1 else links


def _section(one: AnchorLink) -> str:
    under = "".join(f"<li>{_link(each)}</li>" for each in one.children)
    return f"<li>{_link(one)}{under and f'<ul>{under}</ul>'}</li>\n"


def _link(one: AnchorLink) -> str:
    return f'<a href="{one.url}">{one.title}</a>'
