"""What mkdocs.yml says that publishing has to know: titles, and plugins that look at pages."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

_OWN = ("evidence-pages", "evidence-citations")
_OF_PAGES = (
    "on_pre_page on_page_read_source on_page_markdown on_page_content on_page_context on_post_page"
).split()


def typed_titles(nav: Any) -> dict[str, str]:
    """The titles that the navigation gives to files, by their paths."""
    titles: dict[str, str] = {}
    if isinstance(nav, list):
        for one in nav:
            titles |= typed_titles(one)
    elif isinstance(nav, dict):
        for title, under in nav.items():
            titles |= {under: title} if isinstance(under, str) else typed_titles(under)
    return titles


def plugins_on_pages(config: MkDocsConfig) -> list[str]:
    """The other plugins and hooks that want to see each page while MkDocs builds it."""
    return [
        name
        for name, plugin in config.plugins.items()
        if name not in _OWN and any(hasattr(plugin, event) for event in _OF_PAGES)
    ]
