"""Measure what the search costs: to make its index, and to find the first ten things."""

import argparse
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from checkout import CHECKOUT, door
from folders import is_taken, working_folder
from make_corpus import make
from measure import Cost, FailedError, cost
from playwright.sync_api import sync_playwright
from searching.browse import OURS, PAGEFIND, Answer, answers

EXAMPLES = """\
examples:
  python benchmarks/search.py                         commons of 1,000 and 10,000 case studies
  python benchmarks/search.py --sizes 100 --pagefind path/to/pagefind

What is found is judged on this checkout's own content, by questions with a known answer. It needs
Chromium or Chrome. Nothing is judged but that. How to read the tables: benchmarks/README.md

exit codes: 0 measured, 1 something to be measured failed, 2 wrong usage, 3 a fault of ours
"""
MAKE = Path(__file__).parent / "searching" / "make_index.py"
CHROMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

ASKED = [
    *("tool library", "repair", "volunteers", "heating tenants save money", "repiared bicycles"),
    *("trust", "community energy", "good jobs", "quencombe", "maintenance of pumps"),
]
"""Words of made-up commons, common and rare."""

KNOWN = {
    "carbon co-op": "case-studies/carbon-co-op/",
    "cooperative food delivery": "case-studies/wings/",
    "deepmind": "case-studies/alphafold/",
    "telemedicine care homes": "case-studies/immedicare/",
    "local newspaper owned by readers": "case-studies/the-bristol-cable/",
    "laptops for people offline": "case-studies/community-techaid/",
    "neighbourhood social network netherlands": "case-studies/gebiedonline/",
    "houses built by the neighborhood": "case-studies/we-can-make/",
    "bus data": "case-studies/odi-leeds-buses/",
    "supply chain blockchain": "case-studies/provenance/",
    "funding": "questions/funding/",
    "mesurement": "questions/measurement/",
    "who owns infrastructure": "questions/infrastructure/",
    "car sharing": "vocabulary/themes/sharing-economy/",
    "housing": "vocabulary/themes/homes/",
    "elderly care": "vocabulary/themes/social-care/",
    "life expectancy": "metrics/gap-in-length-of-life/",
    "free school meals": "metrics/children-receiving-free-school-meals/",
    "levelling up white paper": "references/levellingup2022/",
    "doughnut economics": "references/raworth2018/",
    "how are levels graded": "method/",
    "cookies and tracking": "privacy/",
    "keyboard accessibility": "accessibility/",
    "evidence map how to read": "how-to-read/",
}
"""Words, and the start of the address that answers them."""


_COSTS = (
    *("case studies", "search", "CPU s", "peak MB", "files"),
    *("kB, least", "kB", "kB, most", "unpacked kB", "fetches"),
    *("s, least", "s", "s, most"),
)


def main() -> int:
    """Read the arguments, measure, and print the tables."""
    options = _options()
    try:
        with working_folder(options.keep) as folder, _browser() as browser:
            print("\n".join(_table(_costs(options, folder, browser))))
            print()
            print("\n".join(_table(_finds(options, folder, browser))))
    except (FailedError, OSError) as error:
        door.say(str(error))
        return door.FINDINGS
    return door.OK


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], metavar="N")
    parser.add_argument("--pagefind", type=Path, help="the program, to measure it beside ours")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave all files here")
    options = parser.parse_args()
    if is_taken(options.keep):
        parser.error(f"{options.keep} is not an empty folder; choose another for --keep")
    return options


@contextmanager
def _browser() -> Iterator[Any]:
    program = next(filter(None, map(shutil.which, CHROMES)), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


def _made(commons: Path, folder: Path, pagefind: Path | None) -> Iterator[tuple[str, Cost, Path]]:
    """The sites to be searched, with what each cost to make beyond reading the commons."""
    command = (sys.executable, MAKE)
    read = cost([*command, "read", commons, folder], folder)
    ours = cost([*command, "ours", commons, folder / "ours"], folder)
    yield "ours", _beyond(ours, read), folder / "ours"
    if pagefind:
        cost([*command, "pages", commons, folder / "pagefind"], folder)
        index = (pagefind.resolve(), "--site", folder / "pagefind")
        yield "pagefind", cost(index, folder), folder / "pagefind"


def _beyond(one: Cost, base: Cost) -> Cost:
    cpu = one.cpu - base.cpu if one.cpu is not None and base.cpu is not None else None
    return Cost(one.wall - base.wall, cpu, one.peak)


def _asked(name: str, site: Path, browser: Any, queries: Iterable[str]) -> list[Answer]:
    return list(answers(browser, site, OURS if name == "ours" else PAGEFIND, list(queries)))


def _costs(options: argparse.Namespace, folder: Path, browser: Any) -> Iterator[tuple[str, ...]]:
    yield _COSTS
    for size in sorted(set(options.sizes)):
        commons, out = folder / f"{size}-commons", folder / f"{size}"
        make(size, commons, 1)
        out.mkdir()
        for name, took, site in _made(commons, out, options.pagefind):
            told = _asked(name, site, browser, ASKED)
            packed, seconds = [one.packed for one in told], [one.seconds for one in told]
            yield (
                f"{size:,}",
                name,
                f"{took.cpu or took.wall:.1f}",
                f"{(took.peak or 0) / 1e6:,.0f}",
                f"{sum(1 for _ in site.rglob('*')):,}",
                *(f"{pick(packed) / 1000:.0f}" for pick in (min, median, max)),
                f"{median(one.unpacked for one in told) / 1000:.0f}",
                f"{median(one.files for one in told):.0f}",
                *(f"{pick(seconds):.2f}" for pick in (min, median, max)),
            )


def _finds(options: argparse.Namespace, folder: Path, browser: Any) -> Iterator[tuple[str, ...]]:
    """For each question, the place of its answer among the results; "-" if it is not there."""
    (folder / "real").mkdir()
    places = {
        name: [_place(one) for one in _asked(name, site, browser, KNOWN)]
        for name, _, site in _made(CHECKOUT, folder / "real", options.pagefind)
    }
    yield ("words", *places)
    for number, words in enumerate(KNOWN):
        yield (words, *(str(found[number] or "-") for found in places.values()))
    for most in (1, 3, 10):
        counts = (sum(0 < place <= most for place in found) for found in places.values())
        yield (f"among the first {most}", *(f"{count} of {len(KNOWN)}" for count in counts))


def _place(answer: Answer) -> int:
    wanted = KNOWN[answer.words]
    starts = (number for number, one in enumerate(answer.found, 1) if one.startswith(wanted))
    return next(starts, 0)


def _table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    every = list(rows)
    widths = [max(len(row[place]) for row in every) for place in range(len(every[0]))]
    for row in every:
        cells = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((f"{row[0]:<{widths[0]}}", *cells))


if __name__ == "__main__":
    door.keep(main)
