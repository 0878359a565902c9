"""Damage entries in very many ways, and see that checking them never fails or takes long."""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import door
import environment

if TYPE_CHECKING:
    from tests.hostile.tally import Tally

EXAMPLES = """\
examples:
  python3 scripts/fuzz.py                             a hundred thousand damaged files
  python3 scripts/fuzz.py --count 1000000 --seed 7    more of them, and others
  python3 scripts/fuzz.py --seed 7 --only 4711        one of them again; its file is kept
  python3 scripts/fuzz.py --kind library              libraries alone

exit codes: 0 all are checked safely, 1 some are not, 2 wrong usage, 3 a fault of ours
"""
KINDS = ("case study", "vocabulary", "question", "metric", "prose", "library")
CHUNK = 250
SHOWN = 10


def main() -> int:
    """Read the arguments, enter the environment, and check damaged files."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--count", type=int, default=100_000, help="how many (default: %(default)s)")
    add("--seed", type=int, default=1, help="another seed gives other files")
    add("--kind", default="", choices=KINDS, help="only files of this kind (default: all)")
    add("--only", type=int, metavar="NUMBER", help="only the file of this number")
    add("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: %(default)s)")
    out = Path(tempfile.gettempdir()) / "evidence-commons-fuzz"
    add("--out", type=Path, default=out, help="where to keep files (default: %(default)s)")
    options = parser.parse_args()
    if min(options.count, options.jobs) < 1:
        parser.error("--count and --jobs are whole numbers from 1")
    environment.enter()
    numbers = (
        range(options.count) if options.only is None else range(options.only, options.only + 1)
    )
    damage = Damage(options.seed, options.kind, options.out)
    return fuzz(damage, numbers, options.jobs, keep=options.only is not None)


@dataclass(frozen=True, slots=True)
class Damage:
    """Which damaged files there are: their seed, their kind if not all, and where to keep some."""

    seed: int
    kind: str
    out: Path

    def kept(self, number: int) -> Path:
        """Where the damaged file of this number now lies."""
        from tests.hostile.mutate import mutant

        made = mutant(self.seed, number, self.kind)
        path = self.out / f"{self.seed}-{number}-{Path(made.seed.path).name}"
        self.out.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.content)
        return path


def fuzz(damage: Damage, numbers: range, jobs: int, keep: bool = False) -> int:
    """Check the damaged files of these numbers; tell the figures, and keep those that fail.

    ``keep`` says to keep every file, even if nothing is wrong with checking it.
    """
    # The tests lie beside this folder; the processes that are started look where this one does.
    sys.path.insert(0, str(environment.CHECKOUT))
    from tests.hostile.tally import Tally, tally

    total, begun, told = Tally(), time.monotonic(), 0.0
    chunks = [numbers[at : at + CHUNK] for at in range(0, len(numbers), CHUNK)]
    with multiprocessing.get_context("spawn").Pool(min(jobs, len(chunks))) as pool:
        for part in pool.imap_unordered(partial(tally, damage.seed, kind=damage.kind), chunks):
            total += part
            for number, wrong in part.wrong:
                why = wrong if keep else wrong.rstrip().rpartition("\n")[2]
                door.say(f"{damage.kept(number)}: {why}")
            if time.monotonic() - told > 5 or total.count == len(numbers):
                told = time.monotonic()
                rate = total.count / (told - begun)
                door.say(f"{total.count:,} of {len(numbers):,}, {rate:,.0f} a second")
    if keep:
        for number in numbers:
            door.say(f"Kept: {damage.kept(number)}")
    print(figures(total))
    return door.FINDINGS if total.wrong else door.OK


def figures(total: "Tally") -> str:
    """The result in words."""
    seconds, slowest = total.slowest
    share = len(total.generic) / max(1, total.findings)
    some = ", ".join(map(str, sorted(total.generic)[:SHOWN]))
    return (
        f"{total.count:,} damaged files, {len(total.wrong):,} of them not checked safely.\n"
        f"The slowest is number {slowest}, with {seconds:.3f} seconds of the processor;"
        f" the mean is {1000 * total.seconds / max(1, total.count):.2f} milliseconds.\n"
        f"{total.findings:,} give findings; of {len(total.generic):,} of those ({share:.2%}) we can"
        f" say no more than that they cannot be read{f': {some}' if some else ''}."
    )


if __name__ == "__main__":
    door.keep(main)
