"""The environment makes itself, heals itself, and says plainly when it cannot."""

import hashlib
import json
import os
import shutil
import zipfile

import pytest

# A project that pip can install without a network and without any package.
PYPROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """\
import zipfile

FILES = {
    "METADATA": "Metadata-Version: 2.1\\nName: tiny\\nVersion: 0",
    "WHEEL": "Wheel-Version: 1.0\\nTag: py3-none-any",
    "RECORD": "",
}

def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(f"{folder}/tiny-0-py3-none-any.whl", "w") as wheel:
        for name, text in FILES.items():
            wheel.writestr(f"tiny-0.dist-info/{name}", text)
    return "tiny-0-py3-none-any.whl"
"""
DOOR = """\
import json, sys
import door, environment

def main():
    environment.enter()
    print(json.dumps([sys.prefix, sys.argv[1:]]))
    return 7

door.keep(main)
"""


class Tiny:
    """A checkout whose environment holds nothing, with a door that tells where it runs."""

    def __init__(self, folder, run):
        self.folder = folder
        self.lock = folder / "requirements.lock"
        self.venv = folder / ".venv"
        self._run = run
        self.lock.write_text("")
        (folder / "pyproject.toml").write_text(PYPROJECT)
        (folder / "backend.py").write_text(BACKEND)
        (folder / "scripts/tell.py").write_text(DOOR)
        # Found first, this makes a Python that cannot make environments.
        (folder / "bare").mkdir()
        (folder / "bare/sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None")

    def tell(self, *arguments, bare=False):
        """Run the door from another folder and without a network."""
        offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
        path = {"PYTHONPATH": str(self.folder / "bare")} if bare else {}
        environment = {**os.environ, **offline, **path}
        script = self.folder / "scripts/tell.py"
        return self._run(script, *arguments, env=environment, cwd=self.folder.parent)

    def demand_a_wrong_package(self):
        """Lock a package whose file has another hash."""
        wheel = self.folder / "other-1-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("other-1.dist-info/METADATA", "Name: other\nVersion: 1\n")
        wrong = hashlib.sha256(b"something else").hexdigest()
        self.lock.write_text(f"other @ {wheel.as_uri()} --hash=sha256:{wrong}\n")


@pytest.fixture(scope="module")
def story(tmp_path_factory, copy_scripts, run):
    """One checkout, the first set-up of which fails: what each run after that said."""
    tiny = Tiny(copy_scripts(tmp_path_factory.mktemp("story") / "checkout"), run)
    tiny.demand_a_wrong_package()
    refused = tiny.tell()
    tiny.lock.write_text("")
    return tiny, refused, tiny.tell("a b", "--c"), tiny.tell()


def test_a_package_with_another_hash_is_refused(story):
    _, refused, _, _ = story
    assert "Setting up (first run" in refused.stderr
    assert "is not the one that requirements.lock names" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.returncode == 3


def test_an_unfinished_environment_is_made_anew_and_the_script_goes_on_inside(story):
    tiny, _, healed, _ = story
    assert "Setting up again" in healed.stderr
    assert json.loads(healed.stdout) == [str(tiny.venv), ["a b", "--c"]]
    assert healed.returncode == 7


def test_a_finished_environment_is_entered_in_silence(story):
    *_, entered = story
    assert entered.stderr == ""
    assert entered.returncode == 7


@pytest.mark.parametrize(
    "part", ["requirements.lock", "pyproject.toml", ".venv/pyvenv.cfg", ".venv/made-from.txt"]
)
def test_a_change_in_what_it_was_made_from_asks_for_a_new_one(story, part):
    tiny, *_ = story
    path = tiny.folder / part
    before = path.read_text()
    path.write_text("# changed")
    if path.parent == tiny.venv:
        path.unlink()

    asked = tiny.tell(bare=True)

    path.write_text(before)
    assert "sudo apt install python3-venv" in asked.stderr
    assert asked.returncode == 3


def test_other_settings_of_the_tools_do_not(story):
    tiny, *_ = story
    with (tiny.folder / "pyproject.toml").open("a") as project:
        project.write("[tool.ruff]\nline-length = 80\n")
    assert tiny.tell(bare=True).returncode == 7


def test_a_python_that_cannot_make_environments_may_still_enter_one(story):
    tiny, *_ = story
    assert tiny.tell(bare=True).returncode == 7


def test_a_checkout_that_was_moved_does_not_use_the_environment_of_the_old_place(
    story, tmp_path, copy_scripts, run
):
    tiny, *_ = story
    moved = Tiny(copy_scripts(tmp_path / "moved"), run)
    shutil.copytree(tiny.venv, moved.venv, symlinks=True)
    assert moved.tell(bare=True).returncode == 3
