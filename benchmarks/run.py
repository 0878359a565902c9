"""Measure how long checking and building take, and how they grow, on made-up commons."""

import argparse
import platform
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import peers
import steps
from checkout import door
from folders import is_taken, working_folder
from measure import Cost, FailedError, middle, output
from table import UNTOLD, Figures, accepted, as_json, table

EXAMPLES = """\
examples:
  python benchmarks/run.py                           100, 1,000 and 5,000 case studies
  python benchmarks/run.py --sizes 100 200 --repeat 5
  python benchmarks/run.py --sizes 1000 --json figures.json --keep measured
  python benchmarks/run.py --sizes 1000 10000 --steps check --peers

steps of check: start          Python alone
                import         the same, and the part of the project that checks
                check          what scripts/check.py does, with nothing remembered
                check, first   the same, and remember what was found
                check, again   with nothing changed since
                check, 1 …     with one entry, work or term changed since
steps of build: build          a strict build into an empty folder
                rebuild        into the full folder, with one word of one case study changed

Nothing is judged: there are no limits, and a slow run is no failure. How to read the table:
benchmarks/README.md

exit codes: 0 measured, 1 something to be measured failed, 2 wrong usage, 3 a fault of ours
"""
STEPS = {"check": steps.check_steps, "build": steps.build_steps}


def main() -> int:
    """Read the arguments, measure, and print the table."""
    parser = _parser()
    options = parser.parse_args()
    if min(*options.sizes, options.repeat) < 1:
        parser.error("sizes and repeats are whole numbers from 1")
    if is_taken(options.keep):
        parser.error(f"{options.keep} is not an empty folder; choose another for --keep")
    sizes = sorted(set(options.sizes))
    others = peers.peers() if options.peers else []
    try:
        with working_folder(options.keep) as folder:
            figures = [one for size in sizes for one in _figures(size, options, others, folder)]
        if options.json:
            written = as_json(figures, options.repeat, options.seed)
            options.json.write_text(written, "utf-8", newline="\n")
    except (FailedError, OSError) as error:
        door.say(str(error))
        return door.FINDINGS
    print(f"Python {platform.python_version()}, {platform.system()}; medians of {options.repeat}\n")
    print(table(figures))
    for line in accepted(figures):
        print(line)
    if sys.platform == "win32":
        print(f"\n{UNTOLD}")
    return door.OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    sizes = [100, 1000, 5000]
    add("--sizes", type=int, nargs="+", default=sizes, metavar="N", help="how many case studies")
    add("--steps", nargs="+", default=[*STEPS], choices=STEPS, help="which (default: all)")
    add("--peers", action="store_true", help="other programs on the same entries, too")
    add("--repeat", type=int, default=3, metavar="K", help="how often (default: %(default)s)")
    add("--seed", type=int, default=1, help="other numbers make other commons")
    add("--keep", type=Path, metavar="DIR", help="leave the commons and the sites in this folder")
    add("--json", type=Path, metavar="FILE", help="write every figure into this file, too")
    return parser


def _figures(
    size: int, options: argparse.Namespace, others: Sequence[peers.Peer], folder: Path
) -> list[Figures]:
    """Each step at one size, in turn, as often as asked for."""
    bench = steps.Bench.at(folder, size)
    door.say(f"{size:,} case studies: making them…")
    steps.make_commons(bench, size, options.seed)
    costs: defaultdict[str, list[Cost]] = defaultdict(list)
    refused: dict[str, int] = {}
    for number in range(1, options.repeat + 1):
        door.say(f"{size:,} case studies: run {number} of {options.repeat}…")
        for group in dict.fromkeys(options.steps):
            for step, cost in STEPS[group](bench):
                costs[step].append(cost)
        for peer in others:
            cost, refused[peer.name] = peer.measured(bench.commons / "case_studies")
            costs[peer.name].append(cost)
    made = output(bench.site) if "build" in options.steps else None
    return [
        Figures(size, step, middle(every), made if "build" in step else None, refused.get(step))
        for step, every in costs.items()
    ]


if __name__ == "__main__":
    door.keep(main)
