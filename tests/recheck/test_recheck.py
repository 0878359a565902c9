"""A check that remembers finds what a check of everything finds, whatever has changed between."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.miniatures import MINIATURES, NAMES, TODAY, laid_over

from evidence_commons.diagnostics import Diagnostic
from evidence_commons.model.text import Date
from evidence_commons.pipeline import open_commons
from evidence_commons.recheck.run import check_commons

INVENTED = Path(__file__).parent.parent / "invented"
ROBIN = "case_studies/robin-taxis.yaml"
OWL = "case_studies/owl-library.yaml"

Edit = Callable[[str, str, str], None]


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "memory.bin"


def found(commons: Path, memory: Path, today: Date | None = TODAY) -> list[tuple[str, str]]:
    """The rules and places of what is found with a memory, which is what is found without."""
    remembered = check_commons(commons, today, memory).diagnostics
    assert remembered == open_commons(commons, today).diagnostics
    return [spot(one) for one in remembered]


def spot(one: Diagnostic) -> tuple[str, str]:
    return one.rule, f"{one.location.path.rsplit('/', 1)[-1]}:{one.location.line}"


@pytest.mark.parametrize("miniature", MINIATURES, ids=NAMES)
def test_a_broken_commons_is_told_alike_by_every_way(
    miniature: Path, commons: Path, memory: Path, tmp_path: Path
) -> None:
    broken = laid_over(miniature, tmp_path / "broken")
    assert not found(commons, memory)
    told = found(broken, memory)
    assert told
    assert told == [spot(one) for one in check_commons(broken, TODAY).diagnostics]
    assert not found(commons, memory)


class TestAFindingMovesWithWhatItFollowsFrom:
    def test_a_file_that_nobody_reads(self, commons: Path, memory: Path) -> None:
        metrics = commons / "docs/metrics"
        (metrics / "fare-per-mile.md").rename(metrics / "fare-per-mile.MD")
        assert found(commons, memory) == [("stray-file", "fare-per-mile.MD:1")]
        (metrics / "fare-per-mile.MD").unlink()
        assert [rule for rule, _ in found(commons, memory)] == ["unknown-name"]

    def test_the_library(self, commons: Path, memory: Path) -> None:
        library = commons / "references.bib"
        works = library.read_text("utf-8")
        library.unlink()
        assert found(commons, memory) == [("missing-library", "references.bib:1")]
        library.write_text(works, "utf-8")
        assert found(commons, memory) == []

    def test_the_text_itself(self, commons: Path, memory: Path, edit: Edit) -> None:
        found(commons, memory)
        edit(ROBIN, "started: 2019-04-01", "started: 2019-04-31")
        assert found(commons, memory) == [("bad-date", "robin-taxis.yaml:6")]
        edit(ROBIN, "status: scaled", "# moved\nstatus: scaled")
        assert found(commons, memory) == [("bad-date", "robin-taxis.yaml:7")]

    def test_a_vocabulary(self, commons: Path, memory: Path, edit: Edit) -> None:
        found(commons, memory)
        edit("case_studies/vocabulary/themes.yaml", "id: transport", "id: transports")
        assert "unknown-term" in dict(found(commons, memory))
        edit("case_studies/vocabulary/themes.yaml", "id: transports", "id: transport")
        assert not found(commons, memory)

    def test_what_a_design_can_show(self, commons: Path, memory: Path, edit: Edit) -> None:
        edit(ROBIN, "    sample: 212\n", "")
        assert "measure-without-size" in dict(found(commons, memory))
        path = "case_studies/vocabulary/evidence-designs.yaml"
        text = (commons / path).read_text("utf-8")
        (commons / path).write_text(text.replace("shows: change", "shows: account"), "utf-8")
        assert "measure-without-size" not in dict(found(commons, memory))

    def test_a_question(self, commons: Path, memory: Path) -> None:
        found(commons, memory)
        (commons / "docs/questions/who-owns-the-wires.md").unlink()
        assert "unknown-name" in dict(found(commons, memory))

    def test_a_metric(self, commons: Path, memory: Path) -> None:
        found(commons, memory)
        (commons / "docs/metrics/members.md").unlink()
        assert "unknown-name" in dict(found(commons, memory))

    def test_a_work(self, commons: Path, memory: Path, edit: Edit) -> None:
        found(commons, memory)
        edit("references.bib", "{owl2024,", "{owl2025,")
        assert "unknown-citation" in dict(found(commons, memory))

    def test_the_year_of_a_work(self, commons: Path, memory: Path, edit: Edit) -> None:
        edit(OWL, "      - key: owl2024\n", "      - key: owl2024\n    checked: 2024-09\n")
        found(commons, memory)
        text = (commons / "references.bib").read_text("utf-8")
        begin = text.index("{owl2024,")
        changed = text[:begin] + text[begin:].replace("{2024-03}", "{2031}", 1)
        (commons / "references.bib").write_text(changed, "utf-8")
        assert "checked-before-published" in dict(found(commons, memory))

    def test_the_year_that_a_work_takes_over_from_another(
        self, commons: Path, memory: Path, edit: Edit
    ) -> None:
        edit(OWL, "      - key: owl2024\n", "      - key: owl2024\n    checked: 2024-09\n")
        library = commons / "references.bib"
        front, begin, rest = library.read_text("utf-8").partition("@online{owl2024,")
        child = f"{front}{begin}\n  xdata = {{lent}},{rest.replace('  date = {2024-03},', '', 1)}"
        library.write_text(f"{child}\n@xdata{{lent,\n  date = {{2024-03}},\n}}\n", "utf-8")
        assert "checked-before-published" not in dict(found(commons, memory))
        edit("references.bib", "@xdata{lent,\n  date = {2024-03}", "@xdata{lent,\n  date = {2031}")
        assert "checked-before-published" in dict(found(commons, memory))

    def test_a_work_that_is_not_there_yet(self, commons: Path, memory: Path, edit: Edit) -> None:
        edit(OWL, "key: owl2024", "key: owl2025")
        assert "unknown-citation" in dict(found(commons, memory))
        edit("references.bib", "{owl2024,", "{owl2025,")
        assert not found(commons, memory)

    @pytest.mark.parametrize(
        "signs",
        ["(@KEY)", "[KEY]", "\\[@KEY\\]", "[@KEY](#a)", "\\cite{KEY}"],
    )
    def test_a_work_that_is_meant_by_other_signs(
        self, commons: Path, memory: Path, edit: Edit, signs: str
    ) -> None:
        edit(ROBIN, "Robin Taxis began", f"See {signs.replace('KEY', 'wren2029')}. It began")
        assert "bare-citation" not in dict(found(commons, memory))
        text = (commons / "references.bib").read_text("utf-8")
        work = text[text.index("@online{owl2024,") : text.index("@book{stork1999")]
        (commons / "references.bib").write_text(text + work.replace("owl2024", "wren2029"), "utf-8")
        assert "bare-citation" in dict(found(commons, memory))

    @pytest.mark.parametrize("key", ["wren2029", "wrentaxi"])
    def test_a_work_that_a_sentence_names(
        self, commons: Path, memory: Path, edit: Edit, key: str
    ) -> None:
        edit(ROBIN, "Robin Taxis began", f"See @{key}. It began")
        assert ("unknown-citation" in dict(found(commons, memory))) == (key == "wren2029")
        edit("references.bib", "{owl2024,", f"{{{key}s,")
        edit(OWL, "key: owl2024", f"key: {key}s")
        assert "unknown-citation" in dict(found(commons, memory))
        edit("references.bib", f"{{{key}s,", f"{{{key},")
        edit(OWL, f"key: {key}s", f"key: {key}")
        assert "unknown-citation" not in dict(found(commons, memory))

    def test_the_place_of_a_work_in_the_library(
        self, commons: Path, memory: Path, edit: Edit
    ) -> None:
        edit(OWL, "key: owl2024", "key: owl2025")
        before = found(commons, memory)
        text = (commons / "references.bib").read_text("utf-8")
        (commons / "references.bib").write_text(f"% one more line\n{text}", "utf-8")
        assert len(found(commons, memory)) == len(before)

    def test_a_library_that_cannot_be_read(self, commons: Path, memory: Path) -> None:
        found(commons, memory)
        (commons / "references.bib").write_bytes(b"\xff\xfe")
        assert found(commons, memory) == [("not-text", "references.bib:1")]

    def test_another_entry(self, commons: Path, memory: Path, edit: Edit) -> None:
        found(commons, memory)
        edit(OWL, "title: Owl Library of Things", "title: Taxis of Robin (the riders' own)")
        edit(ROBIN, 'title: "Robin Taxis: the riders\' own"', "title: Robin taxis, the riders' own")
        assert "look-alike" in dict(found(commons, memory))
        (commons / OWL).unlink()
        assert "look-alike" not in dict(found(commons, memory))

    def test_a_page_that_another_links_to(self, commons: Path, memory: Path) -> None:
        page = commons / "docs" / "about.md"
        page.write_text("# About\n\n[Owls](case-studies/owl-library.md)\n", "utf-8")
        found(commons, memory)
        (commons / OWL).rename(commons / "case_studies" / "owls.yaml")
        assert "broken-page-link" in dict(found(commons, memory))

    def test_a_waiver(self, commons: Path, memory: Path, edit: Edit) -> None:
        edit(OWL, "    citations:\n      - key: owl2024\n", "")
        told = found(commons, memory)
        assert "claim-without-citation" in dict(told)
        text = (commons / OWL).read_text("utf-8")
        waiver = "waivers:\n  - rule: claim-without-citation\n    reason: It is new.\n"
        (commons / OWL).write_text(text + waiver, "utf-8")
        assert "claim-without-citation" not in dict(found(commons, memory))

    def test_the_day(self, commons: Path, memory: Path) -> None:
        assert not found(commons, memory)
        later = found(commons, memory, Date("2031-01-01"))
        assert "stale-entry" in dict(later)
        assert not found(commons, memory)


class TestTheMemory:
    def test_may_be_deleted(self, commons: Path, memory: Path, edit: Edit) -> None:
        edit(ROBIN, "status: scaled", "status: scalled")
        before = found(commons, memory)
        memory.unlink()
        assert found(commons, memory) == before

    @pytest.mark.parametrize("cut", [0, 3, 20, 25, 400, -1])
    def test_may_be_cut_short(self, commons: Path, memory: Path, edit: Edit, cut: int) -> None:
        edit(ROBIN, "status: scaled", "status: scalled")
        before = found(commons, memory)
        memory.write_bytes(memory.read_bytes()[:cut])
        assert found(commons, memory) == before

    def test_may_be_of_other_code(self, commons: Path, memory: Path) -> None:
        found(commons, memory)
        memory.write_bytes(b"\0" + memory.read_bytes()[1:])
        assert not found(commons, memory)

    def test_may_be_where_nobody_can_write(self, commons: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way", "utf-8")
        assert not found(commons, tmp_path / "file" / "memory.bin")

    def test_of_another_commons_is_no_help_and_no_harm(
        self, commons: Path, memory: Path, tmp_path: Path
    ) -> None:
        other = Path(shutil.copytree(commons, tmp_path / "other"))
        (other / OWL).unlink()
        for folder in (commons, other, commons):
            found(folder, memory)

    def test_is_left_alone_when_nothing_has_changed(self, commons: Path, memory: Path) -> None:
        found(commons, memory)
        memory.chmod(0o400)
        before = memory.stat()
        found(commons, memory)
        assert memory.stat().st_mtime_ns == before.st_mtime_ns


class TestAFileThatLooksAsItDid:
    """Files are known again from outside once they are older than a tick of the clock."""

    @pytest.fixture(autouse=True)
    def _later(self, monkeypatch: pytest.MonkeyPatch) -> None:
        now = time.time_ns
        monkeypatch.setattr(time, "time_ns", lambda: now() + 10**11)

    @pytest.fixture
    def many(self, commons: Path) -> Path:
        text = (commons / ROBIN).read_text("utf-8")
        for number in range(120):
            name = f"robin-{number}"
            same = text.replace("id: robin-taxis", f"id: {name}", 1)
            same = same.replace("title: Robin", f"title: R{number}", 1)
            (commons / f"case_studies/{name}.yaml").write_text(same, "utf-8")
        return commons

    def test_holds_something_else_when_only_its_words_changed(
        self, many: Path, memory: Path
    ) -> None:
        before = found(many, memory)
        file = many / "case_studies/robin-7.yaml"
        times = file.stat()
        text = file.read_text("utf-8")
        file.write_text(text.replace("status: scaled", "status: scalde", 1), "utf-8")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert file.stat().st_size == times.st_size
        assert set(found(many, memory)) - set(before)
        file.write_text(text, "utf-8")
        assert found(many, memory) == before

    def test_holds_something_else_when_another_takes_its_place(
        self, many: Path, memory: Path
    ) -> None:
        before = found(many, memory)
        file = many / "case_studies/robin-7.yaml"
        other = many.parent / "other.yaml"
        other.write_text(file.read_text("utf-8").replace("scaled", "scalde", 1), "utf-8")
        times = file.stat()
        os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
        other.replace(file)
        assert set(found(many, memory)) - set(before)

    def test_is_found_alike_again_and_again(self, many: Path, memory: Path) -> None:
        assert found(many, memory) == found(many, memory) == found(many, memory)


SWAPS = [
    (ROBIN, "transport", "transprot"),
    (ROBIN, "plover2022taxis", "plover2022taxi"),
    (ROBIN, "[@wren2021taxis, p. 2]", "[@wren2021taxis p, <b>2</b>]"),
    (OWL, "status: active", "status: ended"),
    (OWL, "metric: members", "metric: member"),
    ("references.bib", "stork1999", "stork2000"),
    ("references.bib", "year = {2021}", "yaer = {2021}"),
    ("case_studies/vocabulary/themes.yaml", "id: ownership", "id: owning"),
    ("docs/metrics/members.md", "id: members", "id: memberships"),
    ("docs/questions/who-owns-the-wires.md", "title: Ownership", "tilte: Ownership"),
    ("docs/about.md", "# ", "# [@nobody] "),
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SWAPS), min_size=1, max_size=8))
def test_after_any_changes_it_finds_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, swaps: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("changes")
    commons = Path(shutil.copytree(INVENTED, folder / "commons"))
    for path, old, new in swaps:
        text = (commons / path).read_text("utf-8")
        changed = text.replace(new, old) if new in text else text.replace(old, new)
        (commons / path).write_text(changed, "utf-8")
        found(commons, folder / "memory.bin")
