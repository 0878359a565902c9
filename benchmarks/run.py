"""Measure how long checking and building take, and how they grow, on made-up commons."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import measure
from checkout import door
from table import Figures, table

EXAMPLES = """\
examples:
  python benchmarks/run.py                           100, 1,000 and 5,000 case studies
  python benchmarks/run.py --sizes 100 200 --repeat 5
  python benchmarks/run.py --sizes 1000 --json figures.json --keep /tmp/measured

steps: check    what scripts/check.py does
       build    a strict build into an empty folder
       rebuild  the same into the full folder, with one word of one case study changed

Nothing is judged: there are no limits, and a slow run is no failure. How to read the table:
benchmarks/README.md

exit codes: 0 measured, 1 something to be measured failed, 2 wrong usage, 3 a fault of ours
"""
UNTOLD = "This system does not tell CPU seconds and memory of other processes: only wall seconds."


def main() -> int:
    """Read the arguments, measure, and print the table."""
    parser = _parser()
    options = parser.parse_args()
    if min(*options.sizes, options.repeat) < 1:
        parser.error("sizes and repeats are whole numbers from 1")
    if options.keep and options.keep.exists() and not _is_empty(options.keep):
        parser.error(f"{options.keep} is not an empty folder; choose another for --keep")
    sizes = sorted(set(options.sizes))
    try:
        with _folder(options.keep) as folder:
            figures = [one for size in sizes for one in _figures(size, options, folder)]
        if options.json:
            options.json.write_text(_json(figures, options), "utf-8", newline="\n")
    except (measure.FailedError, OSError) as error:
        door.say(str(error))
        return door.FINDINGS
    print(f"Python {platform.python_version()}, {platform.system()}; medians of {options.repeat}\n")
    print(table(figures))
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
    add("--repeat", type=int, default=3, metavar="K", help="how often (default: %(default)s)")
    add("--seed", type=int, default=1, help="other numbers make other commons")
    add("--keep", type=Path, metavar="DIR", help="leave the commons and the sites in this folder")
    add("--json", type=Path, metavar="FILE", help="write every figure into this file, too")
    return parser


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """The folder to work in: one to keep, or one that goes away."""
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="evidence-commons-") as made:
        yield Path(made).resolve()


def _figures(size: int, options: argparse.Namespace, folder: Path) -> list[Figures]:
    """Each step at one size, in turn, as often as asked for."""
    commons, site = folder / f"commons-{size}", folder / f"site-{size}"
    door.say(f"{size:,} case studies: making them…")
    measure.make_commons(size, options.seed, commons)
    costs: dict[str, list[measure.Cost]] = {"check": [], "build": [], "rebuild": []}
    for number in range(1, options.repeat + 1):
        door.say(f"{size:,} case studies: run {number} of {options.repeat}…")
        costs["check"].append(measure.check(commons))
        costs["build"].append(measure.build_afresh(commons, site))
        costs["rebuild"].append(measure.build_again(commons, site))
    made = measure.output(site)
    return [
        Figures(size, step, measure.middle(every), None if step == "check" else made)
        for step, every in costs.items()
    ]


def _json(figures: Sequence[Figures], options: argparse.Namespace) -> str:
    written = {
        "python": platform.python_version(),
        "system": platform.system(),
        "repeat": options.repeat,
        "seed": options.seed,
        "figures": [asdict(one) for one in figures],
    }
    return json.dumps(written, indent=2) + "\n"


if __name__ == "__main__":
    door.keep(main)
