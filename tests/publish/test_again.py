"""A site that is built again after any change is the site that is built for the first time."""

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.building import tree

from evidence_commons.model.page import Page
from evidence_commons.pipeline import site
from evidence_commons.publish import workers
from evidence_commons.publish.faces import Faces
from evidence_commons.publish.ledger import Ledger
from evidence_commons.publish.opening import reopen_commons
from evidence_commons.publish.publication import Publication
from evidence_commons.publish.publishing import Show, Tell, publish_data, publish_pages
from evidence_commons.publish.store import Store
from evidence_commons.render.pages import pages
from evidence_commons.shelves import Formatting

Edit = Callable[["Bench", int], None]


class Frame:
    """A frame that is hardly one."""

    def state(self, address: str) -> bytes:
        return str(address.count("/")).encode()

    def whole(self, page: Page) -> bytes:
        return f"<title>{page.title}</title>{page.head}{page.html}".encode()


class Bench:
    """A commons, the site that is built from it again and again, and what is kept in between."""

    def __init__(self, commons: Path, folder: Path) -> None:
        self.commons = Path(shutil.copytree(commons, folder / "commons"))
        self.memory, self.out = folder / "memory", folder / "site"
        self.shared = commons.parent / "citations"
        self.tell: Tell = lambda *_: None

    def build(self) -> Publication:
        """Build it again."""
        return self._build(self.memory, self.out)

    def cold(self) -> dict[str, bytes]:
        """The site that comes of building it for the first time."""
        out = self.out.with_name("cold")
        shutil.rmtree(out, ignore_errors=True)
        self._build(None, out)
        return tree(out)

    def _build(self, memory: Path | None, out: Path) -> Publication:
        store = Store(memory and memory / "store")
        reopened = reopen_commons(self.commons, memory and memory / "found", store)
        formatting = Formatting(folder=self.shared)
        made = site(reopened.opened, "", formatting, "A made-up commons", "https://c.example/")
        ledger = Ledger.of(out, memory and memory / "ledger")
        to = Publication(out, out.with_name(f".{out.name}"), ledger)
        show = Show(made, Faces(reopened, made), Frame())
        publish_pages(pages(made), show, to, store, self.tell)
        publish_data(reopened, show, to, store)
        to.publish()
        store.close()
        return to

    def file(self, pattern: str, number: int) -> Path:
        """One of the files of a kind."""
        files = sorted(self.commons.glob(pattern))
        return files[number % len(files)]

    def study(self, number: int) -> Path:
        return self.file("case_studies/*.yaml", number)


def change(path: Path, old: str, new: str, number: int = 0) -> None:
    """Change one of the places where a pattern stands, if it stands anywhere."""
    text = path.read_text("utf-8")
    found = list(re.finditer(old, text, re.MULTILINE))
    if found:
        one = found[number % len(found)]
        path.write_text(text[: one.start()] + one.expand(new) + text[one.end() :], "utf-8")


def renamed(path: Path, name: str) -> str:
    return re.sub(r"(?m)^id: .*$", f"id: {name}", path.read_text("utf-8"))


def retitle(bench: Bench, number: int) -> None:
    change(bench.study(number), r"^title: .*$", f"title: Another title {number}")


def tell_another_story(bench: Bench, number: int) -> None:
    change(bench.study(number), r"^body: \|\n  ", r"\g<0>Again. ")


def summarise(bench: Bench, number: int) -> None:
    change(bench.study(number), r"^summary: >-\n  ", r"\g<0>Again, ")


def turn_a_claim(bench: Bench, number: int) -> None:
    change(bench.study(number), r"direction: better", "direction: worse", number)


def weaken_a_claim(bench: Bench, number: int) -> None:
    change(bench.study(number), r"design: [\w-]+", "design: self-report", number)


def move_a_theme(bench: Bench, number: int) -> None:
    change(bench.study(number), r"^themes:\n(  - .*\n)(  - .*\n)", r"themes:\n\2\1")


def drop_a_theme(bench: Bench, number: int) -> None:
    change(bench.study(number), r"^themes:\n  - .*\n(?=  - )", "themes:\n")


def rename_a_body(bench: Bench, number: int) -> None:
    change(bench.study(number), r"^  - name: .*$", "  - name: A Shared Name", number)


def change_a_value(bench: Bench, number: int) -> None:
    change(bench.study(number), r"^      value: .*$", f"      value: {number}")


def add(bench: Bench, number: int) -> None:
    old = bench.study(number)
    name = f"another-{number}"
    old.with_name(f"{name}.yaml").write_text(renamed(old, name), "utf-8")


def rename(bench: Bench, number: int) -> None:
    old = bench.study(number)
    name = f"renamed-{number}"
    text = renamed(old, name)
    old.unlink()
    old.with_name(f"{name}.yaml").write_text(text, "utf-8")


def delete(bench: Bench, number: int) -> None:
    bench.study(number).unlink()


def spoil(bench: Bench, number: int) -> None:
    change(bench.study(number), r"^status: .*$", "status: no-such-status")


def spoil_wholly(bench: Bench, number: int) -> None:
    bench.study(number).write_text("- nothing\n: that", "utf-8")


def retitle_a_work(bench: Bench, number: int) -> None:
    change(bench.commons / "references.bib", r"^  title = \{", r"\g<0>Again: ", number)


def date_a_work_anew(bench: Bench, number: int) -> None:
    change(bench.commons / "references.bib", r"^  year = \{\d+\}", "  year = {1999}", number)


def change_an_abbreviation(bench: Bench, number: int) -> None:
    path = bench.commons / "references.bib"
    change(path, r"^@string\{\w+ = .", r"\g<0>Again ", number)


def abstract_by_abbreviation(bench: Bench, number: int) -> None:
    path = bench.commons / "references.bib"
    path.write_text('@string{again = "Once."}\n' + path.read_text("utf-8"), "utf-8")
    change(path, r"^  abstract = \{.*?\}(?=,\n)", "  abstract = again", number)


def delete_a_work(bench: Bench, number: int) -> None:
    change(bench.commons / "references.bib", r"^@\w+\{(.*\n)+?\}\n", "", number)


def relabel_a_term(bench: Bench, number: int) -> None:
    path = bench.file("case_studies/vocabulary/*.yaml", number)
    change(path, r"^    label: ", r"\g<0>Again ", number)


def delete_a_term(bench: Bench, number: int) -> None:
    change(bench.commons / "case_studies/vocabulary/themes.yaml", r"^  - id: good-work\n", "", 0)


def add_a_term(bench: Bench, number: int) -> None:
    term = rf"\g<0>  - id: new-{number}\n    label: New {number}\n    definition: It is new.\n"
    change(bench.commons / "case_studies/vocabulary/themes.yaml", r"^terms:\n", term)


def retitle_a_question(bench: Bench, number: int) -> None:
    change(bench.file("docs/questions/*.md", number), r"^title: .*$", f"title: Question {number}")


def retitle_a_metric(bench: Bench, number: int) -> None:
    change(bench.file("docs/metrics/*.md", number), r"^title: .*$", f"title: Metric {number}")


def write_a_page(bench: Bench, number: int) -> None:
    (bench.commons / "docs" / f"more-{number}.md").write_text("# More\n\nWords.\n", "utf-8")


def lose_a_file_of_the_site(bench: Bench, number: int) -> None:
    for path in sorted(bench.out.rglob("index.html"))[number % 7 :: 7]:
        path.unlink()


def spoil_a_file_of_the_site(bench: Bench, number: int) -> None:
    for path in sorted(bench.out.rglob("*.*"))[number % 7 :: 7]:
        if path.is_file():
            path.write_text("spoiled", "utf-8")


def leave_a_file_in_the_site(bench: Bench, number: int) -> None:
    if bench.out.is_dir():
        (bench.out / f"{number}.txt").write_text("nobody's", "utf-8")


def forget(bench: Bench, number: int) -> None:
    for path in sorted(bench.memory.glob("*"))[number % 2 :: 2]:
        path.write_bytes(b"spoiled") if number % 3 else path.unlink()


EDITS: tuple[Edit, ...] = (
    *(retitle, tell_another_story, summarise, turn_a_claim, weaken_a_claim, move_a_theme),
    *(drop_a_theme, rename_a_body, change_a_value, add, rename, delete, spoil, spoil_wholly),
    *(retitle_a_work, date_a_work_anew, abstract_by_abbreviation, change_an_abbreviation),
    *(delete_a_work, relabel_a_term, delete_a_term, add_a_term),
    *(retitle_a_question, retitle_a_metric, write_a_page, lose_a_file_of_the_site),
    *(spoil_a_file_of_the_site, leave_a_file_in_the_site, forget),
)
STEPS = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 59)), min_size=1, max_size=3)


@pytest.mark.parametrize("first", range(0, len(EDITS), 4))
def test_after_each_kind_of_change(first: int, small: Path, tmp_path: Path) -> None:
    bench = Bench(small, tmp_path)
    bench.build()
    for number, edit in enumerate(EDITS[first : first + 4]):
        edit(bench, 7 + number)
        bench.build()
    assert differing(tree(bench.out), bench.cold()) == []


@given(rounds=st.lists(STEPS, min_size=1, max_size=3))
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_any_series_of_changes(
    rounds: list[list[tuple[Edit, int]]], small: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    bench = Bench(small, tmp_path_factory.mktemp("again"))
    bench.build()
    for steps in rounds:
        for edit, number in steps:
            edit(bench, number)
        bench.build()
        assert differing(tree(bench.out), bench.cold()) == []


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_nothing_is_written_where_nothing_has_changed(small: Path, tmp_path: Path) -> None:
    bench = Bench(small, tmp_path)
    bench.build()
    before = {path: path.stat().st_mtime_ns for path in bench.out.rglob("*")}
    assert bench.build().written == []
    assert {path: path.stat().st_mtime_ns for path in bench.out.rglob("*")} == before


def test_a_new_sentence_in_a_story_changes_its_own_page_alone(small: Path, tmp_path: Path) -> None:
    bench = Bench(small, tmp_path)
    bench.build()
    tell_another_story(bench, 7)
    pages = [path for path in bench.build().written if path.endswith(".html")]
    # The brief and the comparison tell the edition, which every word changes.
    own = f"case-studies/{bench.study(7).stem}/index.html"
    assert sorted(pages) == sorted([own, "brief/index.html", "compare/index.html"])


def test_a_build_that_is_stopped_leaves_the_last_site(small: Path, tmp_path: Path) -> None:
    bench = Bench(small, tmp_path)
    bench.build()
    before = tree(bench.out)
    retitle(bench, 7)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    store = Store(bench.memory / "store")
    reopened = reopen_commons(bench.commons, bench.memory / "found", store)
    made = site(reopened.opened, "", Formatting(folder=bench.shared), "A made-up commons")
    ledger = Ledger.of(bench.out, bench.memory / "ledger")
    to = Publication(bench.out, bench.out.with_name(".site"), ledger)
    show = Show(made, Faces(reopened, made), Frame())
    with pytest.raises(KeyboardInterrupt):
        publish_pages(pages(made), show, to, store, stop)
    assert tree(bench.out) == before
    bench.build()
    assert differing(tree(bench.out), bench.cold()) == []


def test_a_work_follows_the_abbreviations_in_its_record(small: Path, tmp_path: Path) -> None:
    bench = Bench(small, tmp_path)
    abstract_by_abbreviation(bench, 7)
    bench.build()
    library = bench.commons / "references.bib"
    library.write_text(library.read_text("utf-8").replace("Once.", "Twice."), "utf-8")
    bench.build()
    assert differing(tree(bench.out), bench.cold()) == []
    assert any(b"Twice." in page for page in tree(bench.out / "references").values())


def test_two_processes_make_what_one_makes(
    made_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites, makers = [], []
    for count in (1, 2):
        seen: set[int] = set()
        monkeypatch.setattr(workers, "processors", lambda count=count: count)
        bench = Bench(made_up, tmp_path / str(count))
        bench.tell = lambda done, _, seen=seen: seen.add(done)
        bench.build()
        sites.append(tree(bench.out))
        makers.append(seen)
    assert differing(*sites) == []
    # One tells every page, and several tell them by the fifty: so there were several.
    assert min(makers[0]) == 1
    assert sys.platform != "linux" or min(makers[1]) == workers.AT_ONCE
