"""Measure how long checking and building take, and how they grow, on made-up commons."""

import argparse
import os
import platform
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import building
import peers
import steps
from checkout import door
from folders import is_taken, working_folder
from measure import Cost, FailedError, middle
from peers.entries import installed
from peers.sites import MAKERS, maker
from summary import put, summary
from table import UNTOLD, Figures, accepted, as_json, table

EXAMPLES = """\
examples:
  python benchmarks/run.py                           100 and 1,000 case studies
  python benchmarks/run.py --sizes 100 200 --repeat 5
  python benchmarks/run.py --sizes 1000 --json figures.json --keep measured
  python benchmarks/run.py --sizes 100000 --steps build --repeat 1
  python benchmarks/run.py --peers --page docs/speed.md
  python benchmarks/run.py --sizes 10000 --peers hugo zensical=10000

steps of check:   start             Python alone
                  import            the same, and the part of the project that checks
                  check             what scripts/check.py does, with nothing remembered
                  check, first      the same, and remember what was found
                  check, again      with nothing changed since
                  check, 1 …        with one entry, work or term changed since
steps of build:   build             a strict build, with nothing there
                  build, again      with nothing changed since
                  build, 1 …        with one entry or the label of one term changed since
step of preview:  preview, 1 entry  from saving an entry until the page shows it

Nothing is judged: there are no limits, and a slow run is no failure. How to read the tables, and
what each of the other programs does not do: benchmarks/README.md

exit codes: 0 measured, 1 something to be measured failed, 2 wrong usage, 3 a fault of ours
"""
STEPS = {"build": building.build_steps, "preview": building.preview_steps}


def main() -> int:
    """Read the arguments, measure, and print the tables."""
    parser = _parser()
    options = parser.parse_args()
    if min(*options.sizes, options.repeat) < 1:
        parser.error("sizes and repeats are whole numbers from 1")
    if is_taken(options.keep):
        parser.error(f"{options.keep} is not an empty folder; choose another for --keep")
    sizes = sorted(set(options.sizes))
    try:
        with working_folder(options.keep) as folder:
            figures = [one for size in sizes for one in _figures(size, options, folder)]
        if options.json:
            written = as_json(figures, options.repeat, options.seed)
            options.json.write_text(written, "utf-8", newline="\n")
        if options.page:
            put(options.page, summary(figures))
    except (FailedError, OSError) as error:
        door.say(str(error))
        return door.FINDINGS
    print(
        f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; ", end=""
    )
    print(f"medians of {options.repeat}\n")
    print(table(figures))
    for line in accepted(figures):
        print(line)
    if options.peers is not None:
        print(f"\n{summary(figures)}")
    if sys.platform == "win32":
        print(f"\n{UNTOLD}")
    return door.OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    sizes, kinds = [100, 1000], ["check", *STEPS]
    add("--sizes", type=int, nargs="+", default=sizes, metavar="N", help="how many case studies")
    add("--steps", nargs="+", default=kinds, choices=kinds, help="which (default: all)")
    others = "other programs, too: all, or these; NAME=N measures one of them up to that size"
    add("--peers", type=peers.choice, nargs="*", metavar="NAME", help=others)
    add("--repeat", type=int, default=3, metavar="K", help="how often (default: %(default)s)")
    add("--seed", type=int, default=1, help="other numbers make other commons")
    add("--keep", type=Path, metavar="DIR", help="leave the commons and the sites in this folder")
    add("--json", type=Path, metavar="FILE", help="write every figure into this file, too")
    add("--page", type=Path, metavar="FILE", help="put the tables of the summary into this page")
    return parser


def _figures(size: int, options: argparse.Namespace, folder: Path) -> list[Figures]:
    """Each step at one size, in turn, as often as asked for: the last of each, with its medians."""
    bench = steps.Bench.at(folder, size)
    names = peers.chosen(options.peers, size)
    door.say(f"{size:,} case studies: making them…")
    steps.make_commons(bench, size, options.seed)
    costs: defaultdict[str, list[Cost]] = defaultdict(list)
    last: dict[str, Figures] = {}
    for number in range(1, options.repeat + 1):
        door.say(f"{size:,} case studies: run {number} of {options.repeat}…")
        for one in _run(bench, size, options.steps, names):
            costs[one.name].append(one.cost)
            last[one.name] = one
    return [replace(one, cost=middle(costs[name])) for name, one in last.items()]


def _run(bench: steps.Bench, size: int, kinds: list[str], names: list[str]) -> Iterator[Figures]:
    """Each step once: of the check, then of each way to make a site."""
    if "check" in kinds:
        for step, cost in steps.check_steps(bench):
            yield Figures(size, step, cost)
        for peer in installed(names):
            cost, refused = peer.measured(bench.commons / "case_studies")
            yield Figures(size, "check", cost, refused=refused, by=peer.name)
    makers = [building.Ours(), *(maker(name) for name in names if name in MAKERS)]
    for each in [each for kind, each in STEPS.items() if kind in kinds]:
        for one in makers:
            by = "" if one.name == building.OURS else one.name
            for built in each(one, bench):
                door.say(f"  {one.name}: {built.step}")
                yield Figures(size, built.step, built.cost, built.output, None, built.written, by)


if __name__ == "__main__":
    door.keep(main)
