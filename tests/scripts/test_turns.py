"""Two processes that want the same place take turns."""

import subprocess
import sys
from pathlib import Path

import turns

SECOND = """\
import sys
from pathlib import Path
from turns import one_at_a_time
with one_at_a_time(Path(sys.argv[1]), "waiting"):
    print("my turn")
"""


def test_the_second_one_says_that_it_waits_and_then_has_its_turn(tmp_path):
    lock = tmp_path / "lock"
    scripts = Path(turns.__file__).parent
    with turns.one_at_a_time(lock, "nobody is there yet"):
        second = subprocess.Popen(
            [sys.executable, "-c", SECOND, lock],
            cwd=scripts,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert second.stderr.readline() == "waiting\n"
        assert second.poll() is None
    said, _ = second.communicate()
    assert said == "my turn\n"


def test_a_lock_is_given_back(tmp_path, capsys):
    for _ in range(2):
        with turns.one_at_a_time(tmp_path / "lock", "waiting"):
            pass
    assert capsys.readouterr().err == ""
