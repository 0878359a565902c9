"""The plugins as people meet them: through `mkdocs build` on a made-up commons."""

import gzip
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.commands import build as host
from mkdocs.config import load_config
from tests.building import build, configure, invented, tree
from tests.site.crawl import dead_links, pages, read

from evidence_commons.pipeline import open_commons

MARK = "Quagga"
"""A word that stands nowhere else: where it is found, something was published."""

ADDRESS = "https://example.org/commons/"


@pytest.fixture
def commons(tmp_path: Path) -> Path:
    return invented(tmp_path)


def _break(commons: Path) -> Path:
    """Put one mistake into the first case study."""
    entry = min((commons / "case_studies").glob("*.yaml"))
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("\nsummary:", "\nsumary:", 1), encoding="utf-8")
    return entry


def test_a_strict_build_stops_at_an_error_and_names_file_and_line(commons: Path) -> None:
    entry = _break(commons)
    built = build(commons / "mkdocs.yml", commons / "site")
    assert built.returncode == 1
    assert f"case_studies/{entry.name}:" in built.stderr
    assert 'There is no field "sumary" here.' in built.stderr
    assert "Traceback" not in built.stderr


def test_a_strict_build_that_stops_leaves_the_last_good_site_untouched(commons: Path) -> None:
    assert build(commons / "mkdocs.yml", commons / "site").returncode == 0
    before = tree(commons / "site")
    _break(commons)
    build(commons / "mkdocs.yml", commons / "site")
    assert tree(commons / "site") == before


def test_a_broken_entry_is_left_out_of_a_preview_and_the_others_are_not(commons: Path) -> None:
    entry = _break(commons)
    built = build(commons / "mkdocs.yml", commons / "site", strict=False)
    assert built.returncode == 0
    published = {path.parent.name for path in (commons / "site/case-studies").glob("*/index.html")}
    every = {path.stem for path in (commons / "case_studies").glob("*.yaml")}
    assert published == every - {entry.stem}
    assert entry.stem not in (commons / "site/data/case-studies.json").read_text(encoding="utf-8")


# Each with its words, the error that is made in it, and its address.
BROKEN = {
    "case study": (
        "case_studies/robin-taxis.yaml",
        [
            'title: "',
            "summary: ",
            "text: ",
            "- The first ",
            "note: ",
            "Robin Taxis began ",
            "what: ",
        ],
        ("\nstatus:", "\nstate:"),
        "case-studies/robin-taxis/",
    ),
    "metric": (
        "docs/metrics/members.md",
        ["title: ", "definition: ", "unit: ", "why: ", "misses: ", "note: ", "Counted "],
        ("\nwhy:", "\nwherefore:"),
        "metrics/members/",
    ),
    "question": (
        "docs/questions/who-owns-the-wires.md",
        ["title: ", "question: ", "text: ", "where: ", "found: ", "The question is ", "### "],
        ("\nquestion:", "\nasked:"),
        "questions/who-owns-the-wires/",
    ),
    "reference": (
        "references.bib",
        ["title = {Who Owns the Ride", "{Institute for "],
        ("url = {https://studies.example", "url = {studies.example"),
        "references/wren2021taxis/",
    ),
    "first page": (
        "docs/index.md",
        ["title: ", "A made-up commons. "],
        ("Its birds", "<b>Its birds</b>"),
        "",
    ),
    "page of prose": (
        "docs/about.md",
        ["# ", "This commons is "],
        ("@wren2021taxis", "@nobody1999"),
        "about/",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_no_word_of_what_is_broken_is_published(commons: Path, kind: str) -> None:
    path, words, mistake, address = BROKEN[kind]
    file = commons / path
    text = file.read_text(encoding="utf-8")
    for word in words:
        assert word in text
        text = text.replace(word, f"{word}{MARK} ")
    file.write_text(text, encoding="utf-8")
    assert build(commons / "mkdocs.yml", commons / "before", url=ADDRESS).returncode == 0
    assert _published(commons / "before") != []
    assert address in _sitemap(commons / "before")

    assert mistake[0] in text
    file.write_text(text.replace(*mistake, 1), encoding="utf-8")
    told = build(commons / "mkdocs.yml", commons / "site", strict=False, url=ADDRESS)
    assert told.returncode == 0, told.stderr
    assert _published(commons / "site") == []
    assert address == "" or address not in _sitemap(commons / "site")


def _published(site: Path) -> list[str]:
    """The files of a site, packed ones unpacked, in which the word stands that marks a test."""
    mark = MARK.lower().encode()
    return [
        path
        for path, content in tree(site).items()
        if mark in (gzip.decompress(content) if path.endswith(".gz") else content).lower()
    ]


def _sitemap(site: Path) -> list[str]:
    """The addresses that a site tells to search engines."""
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    return re.findall(f"<loc>{re.escape(ADDRESS)}([^<]*)</loc>", text)


@pytest.mark.parametrize("strict", [True, False], ids=["strict", "preview"])
def test_nothing_is_published_while_a_vocabulary_cannot_be_read(
    commons: Path, strict: bool
) -> None:
    vocabulary = commons / "case_studies/vocabulary/evidence-designs.yaml"
    vocabulary.write_text("terms: [\n", encoding="utf-8")
    told = build(commons / "mkdocs.yml", commons / "site", strict=strict)
    assert told.returncode == 1
    assert "case_studies/vocabulary/evidence-designs.yaml" in told.stderr
    assert "Traceback" not in told.stderr
    assert not (commons / "site").exists()


@pytest.mark.parametrize(
    ("option", "line"),
    [("use_directory_urls", "use_directory_urls: false"), ("docs_dir", "docs_dir: pages")],
)
def test_a_layout_that_links_would_not_fit_is_refused_in_plain_words(
    commons: Path, option: str, line: str
) -> None:
    shutil.copytree(commons / "docs", commons / "pages")
    configure(commons, "docs_dir: docs", f"{line}\n" + "docs_dir: docs" * (option != "docs_dir"))
    told = build(commons / "mkdocs.yml", commons / "site", strict=False)
    assert told.returncode == 1
    assert option in told.stderr
    assert "Traceback" not in told.stderr
    assert not (commons / "site").exists()


@pytest.mark.parametrize("path", ["docs/extra.markdown", "docs/questions/sub/deep.md"])
def test_a_page_that_nobody_reads_is_told_and_not_published(commons: Path, path: str) -> None:
    _write(commons / path, f"# {MARK}\n")
    assert _told(commons) == [("stray-file", path)]
    told = build(commons / "mkdocs.yml", commons / "site", strict=False)
    assert told.returncode == 0, told.stderr
    assert path in told.stderr
    assert _published(commons / "site") == []
    assert not list((commons / "site").rglob("*deep*"))


@pytest.mark.parametrize("path", ["docs/rules/bad-date.md", "docs/data/case-studies.json"])
def test_a_file_where_the_site_has_its_own_is_told_and_replaces_nothing(
    commons: Path, path: str
) -> None:
    assert build(commons / "mkdocs.yml", commons / "before").returncode == 0
    _write(commons / path, f"# {MARK}\n")
    assert _told(commons) == [("one-address", path)]
    refused = build(commons / "mkdocs.yml", commons / "site")
    assert refused.returncode == 1
    assert path in refused.stderr
    told = build(commons / "mkdocs.yml", commons / "site", strict=False)
    assert told.returncode == 0, told.stderr
    assert tree(commons / "site") == tree(commons / "before")


def _told(commons: Path) -> list[tuple[str, str]]:
    """The rule and the file of every finding."""
    return [(one.rule, one.location.path) for one in open_commons(commons).diagnostics]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_page_of_prose_links_to_a_section_of_an_entry(commons: Path) -> None:
    _write(
        commons / "docs/about.md",
        "# About\n\n[Taxis](case-studies/robin-taxis.md#claims) and"
        " [wires](questions/who-owns-the-wires.md).\n",
    )
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 0, told.stderr
    links = read(commons / "site/about/index.html").links
    assert {"../case-studies/robin-taxis/#claims", "../questions/who-owns-the-wires/"} <= {*links}


def test_a_link_to_a_section_that_is_not_there_stops_a_strict_build(commons: Path) -> None:
    _write(commons / "docs/about.md", "# About\n\n[x](case-studies/robin-taxis.md#not)\n")
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 1
    assert "about.md" in told.stderr
    assert "#not" in told.stderr


def test_a_site_below_another_has_only_links_that_work_there(commons: Path) -> None:
    told = build(commons / "mkdocs.yml", commons / "site", url=ADDRESS)
    assert told.returncode == 0, told.stderr
    assert dead_links(commons / "site") == []
    for path, page in pages(commons / "site").items():
        assert [link for link in page.links if link.startswith("/")] == [], path
    # The page for dead links is shown at any depth, so its own links begin at the top.
    missing = [link for link in read(commons / "site/404.html").links if link.startswith("/")]
    assert missing != []
    for link in missing:
        below = urlsplit(link).path.removeprefix("/commons/")
        assert not below.startswith("/"), link
        assert (commons / "site" / below).exists(), link


def test_a_commons_without_pages_of_prose_has_no_dead_link(commons: Path) -> None:
    for page in (commons / "docs").glob("*.md"):
        if page.name != "index.md":
            page.unlink()
    config = commons / "mkdocs.yml"
    text = config.read_text("utf-8")
    lists = re.findall(r"^  - .+/index\.md$", text, re.MULTILINE)
    nav = "\n".join(["nav:", "  - Home: index.md", *lists, "\n"])
    config.write_text(re.sub(r"nav:\n(?: .*\n)+", nav, text), "utf-8")
    told = build(commons / "mkdocs.yml", commons / "site")
    assert told.returncode == 0, told.stderr
    assert dead_links(commons / "site") == []


def test_an_unknown_citation_in_a_page_of_prose_stops_the_build_with_its_line(
    commons: Path,
) -> None:
    about = commons / "docs" / "about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(f"{text}\nA thing [@nobody1999, p. 3].\n", encoding="utf-8")
    built = build(commons / "mkdocs.yml", commons / "site")
    line = text.count("\n") + 2
    assert built.returncode == 1
    assert f"docs/about.md:{line}:" in built.stderr


def test_citations_in_prose_become_links_and_a_list_but_not_in_code(commons: Path) -> None:
    key = _first_key(commons)
    about = commons / "docs" / "about.md"
    about.write_text(
        f"# About\n\nSaid [@{key}, p. 7]. Typed as `[@{key}]`.\n\n```\n[@{key}]\n```\n",
        encoding="utf-8",
    )
    assert build(commons / "mkdocs.yml", commons / "site").returncode == 0
    page = (commons / "site/about/index.html").read_text(encoding="utf-8")
    assert page.count('class="ec-cite"') == 1
    assert ", p. 7)" in page
    assert page.count(f"[@{key}]") == 2
    assert '<h2 id="works-cited">References</h2>' in page


def test_words_of_contributors_are_never_markup_or_script(commons: Path) -> None:
    entry = min((commons / "case_studies").glob("*.yaml"))
    text = entry.read_text(encoding="utf-8")
    hostile = "</title><script>window.stolen=1</script>{{ 7*7 }}\"'"
    lines = [
        f"title: '{hostile.replace(chr(39), chr(39) * 2)}'" if line.startswith("title:") else line
        for line in text.splitlines()
    ]
    entry.write_text("\n".join(lines) + "\n", encoding="utf-8")
    built = build(commons / "mkdocs.yml", commons / "site", strict=False)
    assert built.returncode == 0, built.stderr
    for path in (commons / "site").rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script>window.stolen" not in page, path
        assert "</title><script" not in page, path


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that Windows withholds")
def test_nothing_outside_the_commons_is_published_through_a_link(commons: Path) -> None:
    secret = commons.parent / "secret.txt"
    secret.write_text("a secret of the machine", encoding="utf-8")
    (commons / "docs" / "host.txt").symlink_to(secret)
    (commons / "docs" / "folder").symlink_to(commons.parent)
    assert build(commons / "mkdocs.yml", commons / "site").returncode == 1
    assert build(commons / "mkdocs.yml", commons / "site", strict=False).returncode == 0
    assert all(b"a secret" not in content for content in tree(commons / "site").values())


def test_the_same_commons_gives_the_same_bytes(commons: Path, tmp_path: Path) -> None:
    other = invented(tmp_path / "elsewhere")
    for root, out in ((commons, "one"), (other, "two")):
        told = build(root / "mkdocs.yml", tmp_path / out)
        assert told.returncode == 0, told.stderr
    assert "case-studies/robin-taxis/index.html" in tree(tmp_path / "one")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_properdocs_gives_the_same_site(commons: Path, tmp_path: Path) -> None:
    assert build(commons / "mkdocs.yml", tmp_path / "one").returncode == 0
    built = build(commons / "mkdocs.yml", tmp_path / "two", host="properdocs")
    assert built.returncode == 0, built.stderr
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert one.keys() == two.keys()
    differing = [path for path in one if _unsigned(one[path]) != _unsigned(two[path])]
    assert differing == []


def _unsigned(content: bytes) -> list[bytes]:
    """The lines of a file without the one in which a generator names itself."""
    return [line for line in content.splitlines() if b'name="generator"' not in line]


def _first_key(commons: Path) -> str:
    library = (commons / "references.bib").read_text(encoding="utf-8")
    record = next(line for line in library.splitlines() if line.startswith("@") and "," in line)
    return record.partition("{")[2].partition(",")[0].strip()


def test_the_configuration_may_be_named_by_a_relative_path(
    commons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(commons)
    built = build(Path("mkdocs.yml"), commons / "site")
    assert built.returncode == 0, built.stderr


def test_who_takes_the_site_to_the_web_after_a_build_finds_it(
    commons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.setenv("REPO_URL", "")
    config = load_config(str(commons / "mkdocs.yml"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    try:
        host.build(config)
    finally:
        config.plugins.on_shutdown()
    assert (Path(config.site_dir) / "case-studies/robin-taxis/index.html").is_file()
