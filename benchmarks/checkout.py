"""Where this checkout is, and the manners that its doors share."""

import importlib.util
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SCRIPTS = CHECKOUT / "scripts"

sys.path.insert(0, str(SCRIPTS))

import door  # noqa: E402 - found in the folder named above

__all__ = ["CHECKOUT", "SCRIPTS", "door"]

if importlib.util.find_spec("evidence_commons") is None:
    door.say(
        "This Python does not have the project. Run python3 scripts/check.py once, then use the "
        "Python in .venv, such as: .venv/bin/python benchmarks/run.py"
    )
    sys.exit(door.WRONG_USAGE)
