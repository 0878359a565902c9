"""No library is slow to read or fills the memory, though it be as large as a library may be.

Each is as large as it may be and made of one thing. One that is like those of honest people takes
about one and a half seconds. The bound is for all of them, and far below what reading without
bounds takes.
"""

import time
from collections.abc import Callable, Iterator

import pytest
from tests.hostile.bounded import bounded
from tests.hostile.judge import slowness

from evidence_commons.load.bibtex import read_references
from evidence_commons.load.collection import load_collection
from evidence_commons.load.files import LIBRARY_BYTES, Files
from evidence_commons.model import faults
from evidence_commons.model.reference import Reference
from evidence_commons.model.text_file import TextFile
from evidence_commons.pipeline import examined

SIZE = LIBRARY_BYTES - 1_000
MOST_SECONDS = 3.5
MANY = 19_900

Made = Callable[[], str]


def records(fields: str, repeated: str = "", each: int = 0) -> str:
    """Records with these fields up to the largest size; N stands for the number of the record.

    R stands for ``repeated``, as often as it takes to make each record ``each`` signs long.
    """

    def made() -> Iterator[str]:
        for number in range(MANY):
            many = repeated.replace("N", str(number))
            typed = fields.replace("N", str(number))
            yield f"@misc{{k{number}, {typed.replace('R', many * (each // len(many or ' ')))}}}\n"

    text, size = [], 0
    for record in made():
        size += len(record)
        if size > SIZE:
            break
        text.append(record)
    return "".join(text)


def titles(latex: str, each: int = 300) -> Made:
    return lambda: records("title = {R}", latex, each)


def with_parent(fields: str) -> Made:
    """Very many records that take over the same fields."""
    return lambda: f"@xdata{{p, {fields}}}\n" + records("title = {a}, xdata = {p}")[: SIZE // 2]


NAMED = "title date year edition volume number pages note journal publisher urldate".split()
ACCENTS_IN_ACCENTS = "{\\'{\\'{\\'e}}}"
MARKS = "\u0301\u0316"
UNCOMMON = "\\foo{{{}}} ".format

LIBRARIES: dict[str, Made] = {
    "accents": titles("\\'{e}N "),
    "uncommon commands": titles("\\foo{aN} "),
    "uncommon commands in long titles": titles("\\foo{aN} ", 9_000),
    "formulas": titles("$x_N$ "),
    "roots": titles("\\sqrt{N}"),
    "links": titles("\\href{a}{N}"),
    "accents in accents": titles(f"{ACCENTS_IN_ACCENTS}N "),
    "line breaks": titles("\\\\N"),
    "braces in braces": titles("{{{{{{aN}}}}}} "),
    "combining marks": lambda: "@misc{a, title = {e" + MARKS * (SIZE // 5) + "}}",
    "names": lambda: records("title = {a}, author = {R}", "AN, B and ", 300),
    "names of one work": lambda: f"@misc{{a, title = {{a}}, author = {{{'A, B and ' * 400_000}}}}}",
    "words in one name": lambda: records("title = {a}, author = {R}", "AN B c ", 300),
    "braces in names": lambda: records("title = {a}, author = {R}", "{AN} ", 300),
    "dates": lambda: records("title = {a}, date = {R}", "\\fooN ", 300),
    "addresses": lambda: records("title = {a}, howpublished = {R}", "\\url{http://aN} ", 300),
    "fields": lambda: records(", ".join(f"{name} = {{N}}" for name in NAMED)),
    "fields of LaTeX": lambda: records(", ".join(f"{name} = {{\\foo{{N}}}}" for name in NAMED)),
    "short records": lambda: records("title = {N}"),
    "fields that nobody knows": lambda: records("title = {N}, R", "aN = {}, ", 150),
    "fields of one record": lambda: (
        "@misc{a, title = {a}, " + "".join(f"f{number} = 1,\n" for number in range(SIZE // 14))
    ),
    "a value of words": lambda: f"@misc{{a, title = {'b # ' * (SIZE // 4)}b}}",
    "wrong values": lambda: records("title = {a}, doi = {b}, url = {c}, year = {d}, urldate = {e}"),
    "no titles": lambda: records("note = {a}"),
    "records that are not closed": lambda: records("title = {N, note = {R}", "x", 150),
    "text between records": lambda: "a\n\n" * (SIZE // 3),
    "records in one line": lambda: records("title = {N}").replace("\n", " "),
    "records behind signs of notes": lambda: "% @misc{a, title = {b}}\n" * MANY,
    "brackets in a note": lambda: f"@comment{{{'{}' * (SIZE // 2)}}}",
    "LaTeX of a parent": with_parent("note = {" + "".join(map(UNCOMMON, range(900))) + "}"),
    "names of a parent": with_parent(f"author = {{{'A B and ' * 100_000}}}"),
    "words of a parent": with_parent(f"subtitle = {{{'a b ' * 100_000}}}"),
    "keywords of a parent": with_parent(f"keywords = {{{'a, ' * 100_000}}}"),
    "words that stand for words": lambda: (
        f"@string{{p = {{{'a b ' * 240}}}}}\n" + records("title = pR", " # p", 70)
    ),
}


@pytest.mark.parametrize("made", LIBRARIES.values(), ids=LIBRARIES)
def test_it_is_read_in_little_time(made: Made) -> None:
    text = made()
    assert len(text.encode()) <= LIBRARY_BYTES

    def seconds() -> float:
        begun = time.process_time()
        with bounded(20 * MOST_SECONDS):
            read_references(text, "references.bib")
        return time.process_time() - begun

    taken = seconds()
    if taken > MOST_SECONDS:
        taken = min(taken, seconds()) / slowness()
    assert taken <= MOST_SECONDS


def test_rules_are_no_slower_than_reading() -> None:
    library = TextFile("references.bib", LIBRARIES["combining marks"]())
    begun = time.process_time()
    with bounded(20 * MOST_SECONDS):
        examined(load_collection(Files(libraries=(library,))))
    assert (time.process_time() - begun) / slowness() <= MOST_SECONDS


def told(text: str) -> tuple[tuple[Reference, ...], faults.TooBig]:
    works, found = read_references(text, "references.bib")
    (fault,) = found
    assert isinstance(fault, faults.TooBig)
    return works, fault


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("uncommon commands", "uncommon LaTeX"),
        ("names", "authors"),
        ("names of a parent", "authors"),
        ("words of a parent", "what they share"),
        ("words that stand for words", "what they share"),
        ("records in one line", "middle of a line"),
    ],
)
def test_of_what_is_too_much_one_thing_is_told_and_nothing_is_kept(kind: str, words: str) -> None:
    works, fault = told(LIBRARIES[kind]())
    assert works == ()
    assert words in fault.why
    assert fault.remedy.endswith(".")


def test_a_value_that_stands_in_many_records_counts_once() -> None:
    works, found = read_references(records("title = {\\foo{a} by hand}"), "references.bib")
    assert (len(works), found) == (MANY, ())


def test_after_a_thousand_wrong_values_no_more_are_told() -> None:
    _, found = read_references(LIBRARIES["wrong values"](), "references.bib")
    assert len(found) < 1_010
    assert {type(one) for one in found} == {faults.BadDoi, faults.BadValue, faults.Unreadable}
