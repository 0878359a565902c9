"""What the frame of every page needs from the plugin: its policy, and the host theme's looks."""

import re

from mkdocs.structure.files import Files

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "frame-src 'none'",
    )
)
"""What a page may load and run: files of this site.

The frame has no script and no style inside a page, so there is none to make an exception for, and
none that stands in an article ever runs.
"""

_STYLES = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
_UNUSED = re.compile(r"assets/(?:javascripts/|stylesheets/palette|.*\.map$)")
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);"')


def host_styles(files: Files) -> list[str]:
    """The stylesheet of the host theme, which names it anew in each release."""
    return sorted(file.url for file in files if _STYLES.fullmatch(file.src_uri))


def is_unused(src_uri: str) -> bool:
    """Whether a file of the host theme is for parts of it that this site has not got."""
    return _UNUSED.match(src_uri) is not None


def with_classes(html: str) -> str:
    """Prose with its tables aligned by classes: the policy lets no attribute give a style."""
    return _ALIGNED.sub(r'\1 class="ec-\2"', html)
