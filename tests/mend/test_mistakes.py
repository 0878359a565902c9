"""Whatever known slips an entry holds, mending brings back what was there before them."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.building import INVENTED
from tests.mend.commons import findings, mended
from tests.miniatures import MINIATURES, NAMES, laid_over

ROBIN = "case_studies/robin-taxis.yaml"
SOUND = (INVENTED / ROBIN).read_text("utf-8")

# What stands in the entry, and a slip of it after which nothing else can have been meant.
SLIPS = {
    "status: scaled": "status:scaled",
    "started: 2019-04-01": "started: 1 April 2019",
    "summary: A taxi": "sumary: A taxi",
    "  - transport\n": "  - transprot\n",
    "  - ownership\n": "  - Ownership\n",
    "technologies:\n  - ": "technologies:\n\t- ",
    "country: NO": "country: Norway",
    "gss: E06999901": "gss: e06 999901",
    "  - who-owns-the-wires": "  - who-owns-the-wire",
    "independent: no": "independent: No",
    "hedge: over": "hedge: Over",
    "note: Members": "noet: Members",
    "      date: 2021-03-31": "      date: 31/03/2021",
    "  - stork1999": "  - storck1999",
    "@heron2023guide": "@heron2023giude",
    "contributed_via: pull-request": "contributed_via: Pull request",
    "challenges:\n": "challenges: # what was hard\n",
    "lessons:\n": "\nlessons:\n",
}
LINE_ENDS = ["\n", "\r\n", "\r"]


def with_slips(slips: Sequence[str]) -> str:
    text = SOUND
    for sound in slips:
        assert text.count(sound) == 1, sound
        text = text.replace(sound, SLIPS[sound])
    return text


@pytest.fixture(scope="module")
def commons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(INVENTED, tmp_path_factory.mktemp("mend") / "commons")


@settings(max_examples=40, deadline=None)
@given(
    slips=some.lists(some.sampled_from(sorted(SLIPS)), unique=True),
    line_end=some.sampled_from(LINE_ENDS),
)
def test_slips_are_mended_and_nothing_else_is_touched(
    commons: Path, slips: list[str], line_end: str
) -> None:
    layout = [sound for sound in slips if sound in ("challenges:\n", "lessons:\n")]
    file, wanted = commons / ROBIN, with_slips(layout).replace("\n", line_end)
    file.write_bytes(with_slips(slips).replace("\n", line_end).encode())
    done = mended(commons)
    assert file.read_bytes() == wanted.encode()
    assert len(done.mends) == len(slips) - len(layout)
    assert not mended(commons).mends


@pytest.mark.parametrize("miniature", MINIATURES, ids=NAMES)
def test_what_is_sure_ends_its_finding_and_makes_none(miniature: Path, tmp_path: Path) -> None:
    commons = laid_over(miniature, tmp_path / "commons")
    before = findings(commons)
    sure = [one for one in before if one.sure]
    if not sure:
        return
    done = mended(commons)
    assert sorted((one.finding for one in done.mends), key=lambda one: one.order) == sure
    assert {(one.rule, one.message) for one in findings(commons)} <= {
        (one.rule, one.message) for one in before if not one.sure
    }
