"""Other programs that look at the same entries."""

import importlib.util
import json
import re
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from checkout import CHECKOUT, door
from measure import PRINTED, Cost, cost

SCHEMA = CHECKOUT / "case_studies/case-study.schema.json"
"""The schema that the commons publishes; the vocabularies of a made-up commons are the same."""

PLAIN = Path(__file__).with_name("plain.py")


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program.

    ``module`` is what must be installed, ``command`` is what Python is called with before the
    entries or their folder, and ``refused`` counts in what it prints the entries that it did not
    accept: all of them, where it prints something else.
    """

    name: str
    module: str
    command: tuple[str | Path, ...]
    takes_folder: bool
    refused: Callable[[str], int]

    def measured(self, case_studies: Path) -> tuple[Cost, int]:
        """What it takes for all entries in a folder, and how many of them it does not accept."""
        files = sorted(path.name for path in case_studies.glob("*.yaml"))
        command = [sys.executable, *self.command, *(["."] if self.takes_folder else files)]
        took = cost(command, case_studies, judged=False)
        printed = case_studies / PRINTED
        refused = self.refused(printed.read_text("utf-8", "replace"))
        printed.unlink()
        return took, refused


def installed(names: Collection[str]) -> list[Peer]:
    """Those of the named that are installed; of the others it is said how to have them."""
    named = [peer for peer in PEERS if peer.name in names]
    found = [peer for peer in named if importlib.util.find_spec(peer.module)]
    for peer in named:
        if peer not in found:
            door.say(f"{peer.name} is not installed, and is left out. See benchmarks/README.md.")
    return found


def _by_schema(printed: str) -> int:
    """The files with an error in the JSON that check-jsonschema prints."""
    try:
        told = json.loads(printed)
    except ValueError:
        return sys.maxsize
    errors = [*told.get("errors", ()), *told.get("parse_errors", ())]
    return len({error["filename"] for error in errors})


def _by_plain(printed: str) -> int:
    last = re.search(r"(\d+) refused$", printed.rstrip())
    return int(last[1]) if last else sys.maxsize


PEERS = (
    Peer(
        "check-jsonschema",
        "check_jsonschema",
        ("-m", "check_jsonschema", "-o", "json", "--schemafile", SCHEMA),
        False,
        _by_schema,
    ),
    Peer("pydantic", "pydantic", (PLAIN,), True, _by_plain),
)
