"""What programs find in the head of a page: meta tags for Zotero, JSON-LD for search engines."""

from collections.abc import Iterable

from markupsafe import Markup

from evidence_commons.render.escaping import shown


def head(tags: Iterable[tuple[str, str]], linked: str) -> Markup:
    """The tags of a page.

    Args:
        tags: names and contents of meta tags, as plain text.
        linked: JSON-LD, with every sign escaped that could end its script.
    """
    metas = [f'<meta name="{shown(name)}" content="{shown(words)}">' for name, words in tags]
    script = f'<script type="application/ld+json">{linked}</script>'
    return Markup("\n".join([*metas, script]))  # noqa: S704 - escaped
