"""The names of licences: what is on the list, and what was meant by other names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.model.licences import COMMON, DEEPEST, LONGEST, OTHERS, licence, licences_like

AGPL = ("AGPL-3.0-only", "AGPL-3.0-or-later")
GPL = ("GPL-3.0-only", "GPL-3.0-or-later")


@pytest.mark.parametrize("name", [*COMMON, *OTHERS, "MIT OR Apache-2.0", "LicenseRef-Nowhere"])
def test_a_name_on_the_list_stays_as_it_is(name: str) -> None:
    assert licence(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("mit", "MIT"), ("agpl-3.0-ONLY", "AGPL-3.0-only"), ("Proprietary", "proprietary")],
)
def test_capitals_make_no_other_licence(text: str, name: str) -> None:
    assert licence(text) == name


@pytest.mark.parametrize(
    "text",
    ["", "open source", "MIT and", "((", "(" * (DEEPEST + 1) + "MIT", "MIT OR " * LONGEST + "MIT"],
)
def test_other_words_are_no_licence(text: str) -> None:
    assert licence(text) == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        *(("AGPL3", AGPL), ("AGPL v3", AGPL), ("GNU AGPLv3", AGPL), ("GPL-3", GPL)),
        *(("GPL 3 or later", GPL[1:]), ("GPLv3+", GPL[1:]), ("GPL-3.0 only", GPL[:1])),
        ("GNU General Public License v3.0", GPL),
        ("MIT License", ("MIT",)),
        ("Apache License, Version 2.0", ("Apache-2.0",)),
        ("CC BY 4.0", ("CC-BY-4.0",)),
        ("Creative Commons Attribution-ShareAlike 4.0", ("CC-BY-SA-4.0",)),
        ("Open Government Licence v3.0", ("OGL-UK-3.0",)),
        ("not stated", ("not-stated",)),
        *(("open source", ()), ("CC-BY", ()), ("", ()), ("GPL " * LONGEST, ())),
    ],
)
def test_long_and_short_names_give_what_may_be_meant(text: str, names: tuple[str, ...]) -> None:
    assert licences_like(text) == names


@settings(deadline=None)
@given(text=st.text(max_size=40) | st.text("AGPLMITor and(3.0-+)v", max_size=30))
def test_whatever_is_guessed_is_on_the_list(text: str) -> None:
    assert all(licence(name) == name for name in licences_like(text))
    assert licence(licence(text)) == licence(text)
