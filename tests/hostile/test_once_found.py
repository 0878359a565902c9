"""What has once been found by damaging files: each must stay safe to check."""

import pytest
from tests.hostile.judge import Judge
from tests.hostile.mutate import Mutant
from tests.hostile.seeds import KINDS, Seed, seeds

ACCENT = "{\\'"
FOUND = {
    "an address of thousands of letters": ("case study", f"id: a\nurl: www.{'9' * 5000}\n"),
    "a backslash at the very end": ("case study", 'id: a\ntitle: "a\\'),
    "ten thousand hashes": ("case study", "- a #b\n" * 10_000),
    "a hundred thousand citations that are not closed": ("prose", "[@" * 100_000),
    "as many in fields of Markdown": ("question", "---\nid: a\n---\n" + "[@" * 100_000),
    "fifty thousand citations of nothing": ("prose", "[@a]" * 50_000),
    "a hundred thousand commas in a record": ("library", "@misc{a," + "," * 100_000 + "}"),
    "as many signs of notes": ("library", "@misc{a,\n" + "%\n" * 100_000 + "}"),
    "as many words that stand for nothing": ("library", f"@misc{{a, title = {'b # ' * 100_000}b}}"),
    "one parent, named over and over": ("library", f"@misc{{a, xdata = {{{'b,' * 100_000}}}}}"),
    "accents in accents": ("library", f"@misc{{a, title = {{{ACCENT * 30}e{'}' * 30}}}}}"),
    "accents in accents, up to the bound": (
        "library",
        f"@misc{{a, title = {{{(ACCENT * 5 + 'e' + '}' * 5) * 400}}}}}",
    ),
    "very many records": ("library", "@book{" * 100_000),
    "a telephone number that goes on": ("prose", f"See {'07700900123' * 30}.\n"),
    "notes that are left behind": ("prose", "XXXX " * 50_000),
    "footnotes": ("question", "---\nid: a\n---\n" + "[^1]" * 60_000),
    "spaces": ("question", "---\nid: a\n---\n" + " " * 250_000 + "a"),
    "links to pages": ("prose", "[a](b.md) " * 25_000),
    "lines between records": ("library", "a\n\n" * 100_000),
}


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return Judge(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize(("kind", "text"), FOUND.values(), ids=FOUND)
def test_is_safe_to_check(judge: Judge, kind: str, text: str) -> None:
    assert judge.verdict(Mutant(seeds(kind)[0], text.encode())).wrong == ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_file_gives_nothing_new(judge: Judge, kind: str) -> None:
    for seed in seeds(kind):
        assert judge.verdict(Mutant(seed, seed.text.encode())).findings == ()


def test_a_library_with_thousands_of_mistakes_is_not_read_to_its_end(judge: Judge) -> None:
    records = "".join(f"@misc{{a{n} title = {{b}}}}\n\n" for n in range(2_000))
    found = judge.verdict(Mutant(Seed("library", "references.bib", ""), records.encode())).findings
    assert len(found) == 1_001
    assert {one.rule for one in found} == {"broken-reference", "unreadable-file"}
    assert max(one.location.line for one in found) == 2 * 1_000 - 1
