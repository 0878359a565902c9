"""The other programs: which are measured at which size, and the Markdown that two of them get."""

import argparse
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

Part = Callable[[str], ModuleType]


def test_slow_ones_are_left_out_at_large_sizes_unless_asked_for(part: Part) -> None:
    peers = part("peers")
    assert "mkdocs" in peers.chosen([], 1_000)
    assert "mkdocs" not in peers.chosen([], 1_001)
    assert peers.chosen([peers.choice("mkdocs=5000"), peers.choice("hugo")], 5_000) == [
        *("mkdocs", "hugo")
    ]


def test_none_is_measured_unless_asked_for(part: Part) -> None:
    assert part("peers").chosen(None, 100) == []


@pytest.mark.parametrize("typed", ["hogu", "hugo=many", "hugo=1e3"])
def test_a_name_that_is_none_of_them_is_refused(part: Part, typed: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="write one of"):
        part("peers").choice(typed)


@pytest.fixture
def markdown(part: Part, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    folder = Path(part("peers").__file__ or "").parent
    monkeypatch.syspath_prepend(folder / "markdown")
    monkeypatch.delitem(sys.modules, "pages", raising=False)
    return import_module("pages")


@pytest.fixture
def commons(tmp_path: Path) -> Path:
    make = import_module("make_corpus")
    make.make(5, tmp_path, 1)
    return tmp_path


def test_there_is_a_page_for_each_case_study_work_and_theme(
    markdown: ModuleType, commons: Path
) -> None:
    pages = dict(markdown.Commons(commons, markdown.links, lists_works=True).pages())
    for path in (commons / "case_studies").glob("*.yaml"):
        assert f"case-studies/{path.stem}.md" in pages
    for key in re.findall(
        r"(?m)^@\w+\{([\w-]+),$", (commons / "references.bib").read_text("utf-8")
    ):
        assert f"references/{key}.md" in pages
    assert {"case-studies/index.md", "references/index.md", "themes/index.md"} < pages.keys()


def test_citations_become_links_or_stay_for_a_plugin(markdown: ModuleType, commons: Path) -> None:
    linked = markdown.Commons(commons, markdown.links, lists_works=True).pages()
    assert not any("[@" in text for _, text in linked)
    kept = dict(markdown.Commons(commons, markdown.keys, lists_works=False).pages())
    studies = [text for address, text in kept.items() if address.startswith("case-studies/")]
    assert any("[@" in text for text in studies)


def test_the_page_names_the_versions_that_are_measured(part: Part) -> None:
    folder = Path(part("peers").__file__ or "").parent
    lists = " ".join(path.read_text("utf-8") for path in folder.glob("*/requirements.txt"))
    page = " ".join((folder.parents[1] / "docs/speed.md").read_text("utf-8").split())
    told = re.findall(r"\[?(\w[\w-]+)\]?(?:\(\S+\))? (\d+(?:\.\d+)+)", page)
    assert {name for name, _ in told} == {
        *("Hugo", "Pagefind", "Zensical", "MkDocs", "mkdocs-bibtex")
    }
    for name, version in told:
        assert re.search(rf"(?m)\b{name.casefold()}=={re.escape(version)}\b", lists)
