"""Measure what it costs to read, check and format a library, and to build sites that cite it."""

import argparse
import platform
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from checkout import door
from citing.library import Bench, library_steps, make_library
from citing.site import PLAIN, SiteBench, has_peer, make_site, site_steps
from folders import is_taken, working_folder
from measure import Cost, FailedError, Output, middle
from table import UNTOLD, Beside, Figures, as_json, table

EXAMPLES = """\
examples:
  python benchmarks/citations.py                       libraries of 100, 1,000 and 10,000 works
  python benchmarks/citations.py --peers               beside mkdocs-bibtex, too
  python benchmarks/citations.py --works 100 --site 100 --pages 10 --repeat 5

steps on a library: start        Python alone
                    import       the same, and the part of the project that reads and formats
                    read         BibTeX to works
                    read, lint   the same, and what the rules say of them
                    … cold       read, and formatted in this style with nothing kept
                    … warm       the same again: what was formatted is kept
                    … 1 work     with the title of one work changed since
steps on a site:    plain        the pages without a plugin for citations
                    … cold, warm, 1 work

Nothing is judged. How to read the tables, and what each of the plugins does not do:
benchmarks/README.md

exit codes: 0 measured, 1 something to be measured failed, 2 wrong usage, 3 a fault of ours
"""
LIBRARY_TABLE = Beside("works", "start", "read")
SITE_TABLE = Beside("works", PLAIN, PLAIN)


def main() -> int:
    """Read the arguments, measure, and print the tables."""
    parser = _parser()
    options = parser.parse_args()
    if min(*options.works, options.site, options.pages, options.repeat) < 1:
        parser.error("works, pages and repeats are whole numbers from 1")
    if is_taken(options.keep):
        parser.error(f"{options.keep} is not an empty folder; choose another for --keep")
    peers = options.peers and has_peer()
    try:
        with working_folder(options.keep) as folder:
            sizes = sorted(set(options.works))
            libraries = [one for size in sizes for one in _library(size, options, folder)]
            site = [*_site(options, peers, folder)]
        if options.json:
            written = as_json([*libraries, *site], options.repeat, options.seed)
            options.json.write_text(written, "utf-8", newline="\n")
    except (FailedError, OSError) as error:
        door.say(str(error))
        return door.FINDINGS
    print(f"Python {platform.python_version()}, {platform.system()}; medians of {options.repeat}\n")
    print(table(libraries, LIBRARY_TABLE))
    print(f"\nA site of {options.pages:,} pages that cite:\n")
    print(table(site, SITE_TABLE))
    if sys.platform == "win32":
        print(f"\n{UNTOLD}")
    return door.OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    works = [100, 1_000, 10_000]
    add("--works", type=int, nargs="+", default=works, metavar="N", help="sizes of libraries")
    add("--site", type=int, default=1_000, metavar="N", help="works that the site cites from")
    add("--pages", type=int, default=100, metavar="N", help="pages of the site that cite")
    add("--peers", action="store_true", help="another plugin on the same site, too")
    add("--repeat", type=int, default=3, metavar="K", help="how often (default: %(default)s)")
    add("--seed", type=int, default=1, help="other numbers make other works and pages")
    add("--keep", type=Path, metavar="DIR", help="leave the libraries and the site in this folder")
    add("--json", type=Path, metavar="FILE", help="write every figure into this file, too")
    return parser


def _library(size: int, options: argparse.Namespace, folder: Path) -> list[Figures]:
    """Each step on a library of one size, as often as asked for."""
    bench = Bench.at(folder, size)
    make_library(bench.folder, size, options.seed)
    costs: defaultdict[str, list[Cost]] = defaultdict(list)
    for number in range(1, options.repeat + 1):
        door.say(f"{size:,} works: run {number} of {options.repeat}…")
        for step, cost in library_steps(bench):
            costs[step].append(cost)
    return [Figures(size, step, middle(every)) for step, every in costs.items()]


def _site(options: argparse.Namespace, peers: bool, folder: Path) -> Iterator[Figures]:
    """Each way to build the site, as often as asked for."""
    bench = SiteBench.at(folder)
    make_site(bench, options.site, options.pages, options.seed)
    costs: defaultdict[str, list[Cost]] = defaultdict(list)
    made: dict[str, Output] = {}
    for number in range(1, options.repeat + 1):
        door.say(f"{options.pages:,} pages: run {number} of {options.repeat}…")
        for step, cost, made[step] in site_steps(bench, peers):
            costs[step].append(cost)
    for step, every in costs.items():
        yield Figures(options.site, step, middle(every), made[step])


if __name__ == "__main__":
    door.keep(main)
