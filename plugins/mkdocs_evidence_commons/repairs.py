"""Small repairs to what the theme prints, where it falls short of WCAG 2.2 AA.

The theme is frozen upstream, so a piece of its markup can be named exactly. Copying whole
templates of it for one attribute each would be more to keep.
"""

REPAIRS = (
    # A dialog needs a name (WCAG 4.1.2).
    ('role="dialog">', 'role="dialog" aria-label="Search">'),
    # A check box completes nothing; HTML allows the attribute on text fields alone.
    ('id="__drawer" autocomplete="off"', 'id="__drawer"'),
    ('id="__search" autocomplete="off"', 'id="__search"'),
)


def repaired(html: str) -> str:
    """A page as the theme prints it, mended."""
    for printed, mended in REPAIRS:
        html = html.replace(printed, mended)
    return html
