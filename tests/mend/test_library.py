"""Mending a library types what findings say, and leaves every other sign of it as it was."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.building import INVENTED
from tests.mend.commons import mended

from evidence_commons.load.bibtex import read_references
from evidence_commons.load.items import item

LIBRARY = "references.bib"

# Notes, @string words, tabs, capitals and odd layout: all of it is somebody's, and stays.
RECORDS = r"""
% Works that came later; 12-31 and pp. 4 stand here as they are
@String{fen = "Fen Press"}
@preamble{ "\newcommand{\noopsort}[1]{}" }
@comment{jabref-meta: databaseType:bibtex;}

@ARTICLE { linnet2020,
	Author  = "Linnet, Ann and {Fen Trust}",
	TITLE   = {On {UK} Robins --- a \emph{Survey}},
    journal = {Rides \& Nests},
    volume  = 4 , number=2,
    pages   = {12--31},
    month   = mar # "~12",
    year    = 2020,
    doi     = {10.5555/fen.1},
}   % the first
@book(siskin2021, author={Siskin, Jo}, title={{Slow Nests}}, edition={2},
  publisher = fen # { Ltd},
  year = {2021},
  note = {See pp. 3-4; 50\% of it},
)

@misc{crake2022,
  author = {Crake, Eli},
  title = {A Fen "by Night"},
  year = {2022},
  howpublished = {Leaflet}
}
% The end"""

# What stands in a sound library, and slips of it after which nothing else can have been meant.
SLIPS = {
    "pages   = {12--31}": ["pages   = {12-31}", "pages   = {pp. 12--31}", "pages   = {12 - 31}"],
    "{Rides \\& Nests}": ["{Rides & Nests}"],
    "doi     = {10.5555/fen.1}": ["doi     = {DOI 10.5555/fen.1}"],
    "edition={2}": ["edition={Second edition}", "edition={2nd ed.}"],
    "@misc{crake2022,\n": ["@ misc {crake2022,\n", "@misc{crake2022\n", '@misc{"crake2022",\n'],
    "  title = {A Fen ": ["  title == {A Fen ", "  title := {A Fen "],
    '"by Night"},\n  year': ['"by Night"}\n  year', '"by Night"},,\n  year'],
}
LINE_ENDS = ["\n", "\r\n", "\r"]


def slipped(slips: Sequence[tuple[str, str]], text: str) -> str:
    for sound, slip in slips:
        assert text.count(sound) == 1, sound
        text = text.replace(sound, slip)
    return text


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(INVENTED, tmp_path_factory.mktemp("mend") / "commons") / LIBRARY


SOUND = (INVENTED / LIBRARY).read_text("utf-8") + RECORDS
ANY_SLIPS = some.tuples(
    *[some.sampled_from([(sound, slip) for slip in (sound, *SLIPS[sound])]) for sound in SLIPS]
)


@settings(max_examples=40, deadline=None)
@given(slips=ANY_SLIPS, line_end=some.sampled_from(LINE_ENDS))
def test_only_what_is_wrong_is_typed_anew(
    library: Path, slips: tuple[tuple[str, str], ...], line_end: str
) -> None:
    wanted = SOUND.replace("\n", line_end).encode()
    library.write_bytes(slipped(slips, SOUND).replace("\n", line_end).encode())
    done = mended(library.parent)
    assert library.read_bytes() == wanted
    assert len(done.mends) == sum(sound != slip for sound, slip in slips)
    assert not mended(library.parent).mends
    assert library.read_bytes() == wanted


DOUBTFUL = {
    "a full stop that may be of a short word": ("title = {A Fen", "title = {A Fen etc."),
    "a page with a hyphen in its name": ("pages   = {12--31}", "pages   = {S1-2}"),
    "a record without a key": ("@misc{crake2022,\n", "@misc{\n"),
    "a key of two words": ("@misc{crake2022,\n", "@misc{crake 2022\n"),
    "a word that nothing explains": ("publisher = fen", "publisher = bog"),
    "a brace too many": ("{Leaflet}\n", "{Leaflet}}\n"),
    "a field behind a brace too many": ('"by Night"},', '"by Night"}},'),
    "a sentence behind a brace": ('"by Night"},\n', '"by Night"}\n  where = is it?},\n'),
    "a brace that is missing": ('"by Night"},', '"by Night",'),
    "a field that is there twice": ("  howpublished", "  year = {2023},\n  howpublished"),
}


@pytest.mark.parametrize(("sound", "doubt"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_leaves_a_doubt_is_for_people(library: Path, sound: str, doubt: str) -> None:
    text = slipped([(sound, doubt)], SOUND)
    library.write_text(text, "utf-8")
    assert not mended(library.parent).mends
    assert library.read_text("utf-8") == text


def test_a_mended_library_says_the_same_of_all_that_was_sound(library: Path) -> None:
    text = slipped([(sound, slips[0]) for sound, slips in SLIPS.items()], SOUND)
    library.write_text(text, "utf-8")
    mended(library.parent)
    sound, now = (
        [item(work) for work in read_references(one, LIBRARY)[0]]
        for one in (SOUND, library.read_text("utf-8"))
    )
    assert now == sound
