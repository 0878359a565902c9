"""Pages that are filled into a frame are those that MkDocs would have built, byte for byte."""

import re
from pathlib import Path

import pytest
from tests.building import build, configure, invented, option, tree
from tests.site.kinds import KINDS

ADDRESS = "https://example.org/commons/"
THROUGH = "pages_through_mkdocs: true"


@pytest.fixture
def commons(tmp_path: Path) -> Path:
    return invented(tmp_path)


def both(commons: Path, url: str = "", strict: bool = True) -> tuple[Path, Path]:
    """The site as it is built, and as MkDocs builds it when it is to see every page."""
    here = commons.parent
    told = build(commons / "mkdocs.yml", here / "spliced", url=url, strict=strict)
    assert told.returncode == 0, told.stderr
    option(commons, THROUGH)
    told = build(commons / "mkdocs.yml", here / "plain", url=url, strict=strict)
    assert told.returncode == 0, told.stderr
    return here / "spliced", here / "plain"


def differing(spliced: Path, plain: Path) -> list[str]:
    """The files of two sites that are not the same."""
    one, two = tree(spliced), tree(plain)
    return sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))


@pytest.mark.parametrize("url", ["", ADDRESS], ids=["nowhere", "published"])
def test_every_file_of_the_site_is_the_one_that_mkdocs_builds(commons: Path, url: str) -> None:
    spliced, plain = both(commons, url)
    for kind in KINDS.values():
        address = kind.partition("?")[0]
        assert (spliced / address / ("" if "." in address else "index.html")).is_file()
    assert differing(spliced, plain) == []


HOSTILE = '"A" & B\'s 1 < 2 > 0, {{ 7 }}  twice'


def test_words_of_contributors_come_to_the_same_in_both(commons: Path) -> None:
    entry = commons / "case_studies/robin-taxis.yaml"
    typed = HOSTILE.replace("'", "''")
    text = entry.read_text("utf-8")
    for field in ("title", "summary"):
        text = re.sub(
            rf"(?m)^{field}: .*(\n  .*)*", lambda _, f=field: f"{f}: '{typed}'", text, count=1
        )
    assert text.count(typed) == 2
    entry.write_text(text, "utf-8")
    spliced, plain = both(commons, ADDRESS, strict=False)
    page = (spliced / "case-studies/robin-taxis/index.html").read_text("utf-8")
    assert "<title>&#34;A&#34; &amp; B&#39;s 1 &lt; 2 &gt; 0, {{ 7 }} twice - " in page
    assert differing(spliced, plain) == []


@pytest.mark.parametrize(
    "nav",
    [
        "  - index.md\n  - case-studies/index.md\n  - Robins: case-studies/robin-taxis.md\n",
        "  - Deep:\n      - Deeper:\n          - Start: index.md\n"
        "          - vocabulary/themes/index.md\n      - Map: evidence-map/index.md\n",
        "  - Elsewhere: https://example.org/\n  - Twice: metrics/index.md\n"
        "  - Again: metrics/index.md\n  - Works: references/wren2021taxis.md\n",
    ],
    ids=["without titles", "in sections", "of other things"],
)
def test_the_same_holds_for_other_navigations(commons: Path, nav: str) -> None:
    config = commons / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(re.sub(r"nav:\n(?: .*\n)+", f"nav:\n{nav}\n", text), "utf-8")
    assert differing(*both(commons, ADDRESS)) == []


def test_a_page_of_the_navigation_is_called_as_it_is_called_there(commons: Path) -> None:
    configure(commons, "  - Metrics: metrics/index.md", "  - Yardsticks & more: metrics/index.md")
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 0, told.stderr
    page = (commons / "site/case-studies/robin-taxis/index.html").read_text("utf-8")
    assert '<a href="../../metrics/">Yardsticks &amp; more</a>' in page
    there = (commons / "site/metrics/index.html").read_text("utf-8")
    assert '<a href="./" aria-current="page">Yardsticks &amp; more</a>' in there
    assert "<title>Metrics - " in there


def template(commons: Path, name: str, text: str) -> None:
    """Give the site a template of its own, which goes before those of the theme."""
    file = commons / "own" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    configure(commons, "  name: material\n", "  name: material\n  custom_dir: own\n")
    # The plugin's own templates are looked up first, so this stands in their way.
    hook = "def on_config(config):\n    config.theme.dirs.insert(0, config.theme.custom_dir)\n"
    (commons / "own.py").write_text(hook, "utf-8")
    configure(commons, "theme:\n", "hooks: [own.py]\n\ntheme:\n")


BENT = {
    "a description is cut": (
        "{{ page.meta.description | truncate(20, true) if page }}",
        "show more",
    ),
    "an address is shown": ("{{ page.url }}", "show more"),
    "an edit link": ("<a href='{{ page.edit_url }}'>", "show more"),
    "a list of its own": ("{% for one in page.toc %}{{ one.url }}{% endfor %}", "show more"),
}


@pytest.mark.parametrize("case", BENT)
def test_a_template_that_shows_what_a_frame_cannot_is_told_the_way_out(
    commons: Path, case: str
) -> None:
    added, words = BENT[case]
    template(commons, "partials/mark.html", added)
    configure(commons, 'repository: !ENV [REPO_URL, ""]', "repository: https://example.org/birds")
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 1
    assert words in told.stderr
    assert THROUGH in told.stderr
    assert "Traceback" not in told.stderr
    option(commons, THROUGH)
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 0, told.stderr


def test_a_template_that_leaves_out_a_part_is_told_the_way_out(commons: Path) -> None:
    template(commons, "partials/side.html", "<p>No contents here.</p>")
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 1
    assert "leave out or change what a page says here: contents." in told.stderr
    assert THROUGH in told.stderr


def test_who_shares_a_page_shows_its_title_and_what_it_tells(commons: Path) -> None:
    told = build(commons / "mkdocs.yml", commons / "site", url=ADDRESS)
    assert told.returncode == 0, told.stderr
    page = (commons / "site/case-studies/robin-taxis/index.html").read_text("utf-8")
    tags = dict(
        re.findall(r'<meta (?:property|name)="((?:og|twitter):\w+)" content="(.*?)">', page)
    )
    assert tags == {
        "og:type": "article",
        "og:site_name": "Innovation Evidence Commons",
        "og:title": "Robin Taxis: the riders&#39; own",
        "og:description": "A taxi company that is owned by the people who drive for it and the"
        " people who ride in it.",
        "og:url": f"{ADDRESS}case-studies/robin-taxis/",
        "twitter:card": "summary",
    }
    home = (commons / "site/index.html").read_text("utf-8")
    assert '<meta property="og:title" content="Innovation Evidence Commons">' in home
    assert '<meta property="og:type" content="website">' in home
    for path in ("about", "case-studies", "metrics/members"):
        assert 'property="og:url"' in (commons / f"site/{path}/index.html").read_text("utf-8")
    assert "og:" not in (commons / "site/404.html").read_text("utf-8")


def test_a_plugin_that_looks_at_pages_sees_those_of_the_commons_when_it_is_wanted(
    commons: Path,
) -> None:
    hook = "def on_post_page(output, page, config):\n    return output + '<!-- seen -->'\n"
    (commons / "seen.py").write_text(hook, "utf-8")
    configure(commons, "theme:\n", "hooks: [seen.py]\n\ntheme:\n")
    entry = "case-studies/robin-taxis/index.html"
    told = build(commons / "mkdocs.yml", commons / "site")
    assert "Only pages of prose are seen by seen.py." in told.stderr
    assert not (commons / "site" / entry).read_text("utf-8").endswith("<!-- seen -->")
    assert (commons / "site/about/index.html").read_text("utf-8").endswith("<!-- seen -->")
    option(commons, THROUGH)
    told = build(commons / "mkdocs.yml", commons / "site")
    assert "Only pages of prose" not in told.stderr
    assert (commons / "site" / entry).read_text("utf-8").endswith("<!-- seen -->")
