"""The plugins as people meet them: through `mkdocs build` on a made-up commons."""

import sys
from pathlib import Path

import pytest
from tests.building import build, invented, tree


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


def test_a_broken_entry_is_never_published_and_the_others_are(commons: Path) -> None:
    entry = _break(commons)
    built = build(commons / "mkdocs.yml", commons / "site", strict=False)
    assert built.returncode == 0
    published = {path.parent.name for path in (commons / "site/case-studies").glob("*/index.html")}
    every = {path.stem for path in (commons / "case_studies").glob("*.yaml")}
    assert published == every - {entry.stem}
    assert entry.stem not in (commons / "site/data/case-studies.json").read_text(encoding="utf-8")


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
    assert '<h2 id="references">References</h2>' in page


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
    build(commons / "mkdocs.yml", tmp_path / "one")
    other = invented(tmp_path / "elsewhere")
    build(other / "mkdocs.yml", tmp_path / "two")
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
