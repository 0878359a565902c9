"""What programs find in the head of a page: meta tags for Zotero, JSON-LD for search engines."""

from collections.abc import Iterable

from markupsafe import Markup


def head(tags: Iterable[tuple[str, str]], linked: str) -> Markup:
    """The tags of a page.

    Args:
        tags: names and contents of meta tags, as plain text.
        linked: JSON-LD, with every sign escaped that could end its script.
    """
    metas = (Markup('<meta name="{}" content="{}">').format(*tag) for tag in tags)
    script = Markup('<script type="application/ld+json">') + Markup(linked) + Markup("</script>")  # noqa: S704
    return Markup("\n").join([*metas, script])
