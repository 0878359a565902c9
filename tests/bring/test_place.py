"""A new record goes where keys like its own stand, and nothing else in the library changes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.bring.place import with_records
from evidence_commons.load.bibtex import read_references

BY_KEY = "% Works.\n\n@book{finch,\n  title = {F},\n}\n\n% hers\n@book{swift,\n  title = {S},\n}\n"
PARTS = """\
% Early works

@book{wren,
  title = {W},
}

@book{finch,
  title = {F},
}

% All others

@book{dove,
  title = {D},
}

@book{owl,
  title = {O},
}

@book{stork,
  title = {S},
}

% Method

@book{heron,
  title = {H},
}
"""


def put(text, *keys):
    works, _ = read_references(text, "references.bib")
    return with_records(
        text, works, {key: f"@book{{{key},\n  title = {{New}},\n}}" for key in keys}
    )


@pytest.mark.parametrize(
    ("text", "key", "before"),
    [
        (BY_KEY, "dove", "@book{finch,"),
        (BY_KEY, "Heron", "% hers"),
        (BY_KEY, "wren", ""),
        (PARTS, "crow", "@book{dove,"),
        (PARTS, "plover", "@book{stork,"),
        (PARTS, "swift", "% Method"),
        ("@book{wren, title = {W}}\n\n@book{finch, title = {F}}\n", "dove", ""),
        ("", "dove", ""),
        ("% Nothing yet.\n", "dove", ""),
    ],
)
def test_its_place(text, key, before):
    new = put(text, key)
    _, _, behind = new.partition(f"@book{{{key},\n  title = {{New}},\n}}\n")
    assert behind.lstrip("\n").startswith(before)
    assert bool(behind) == bool(before)
    keys = [str(work.key) for work in read_references(new, "")[0]]
    assert sorted(keys) == sorted([*re.findall(r"@book\{(\w+)", text), key])


def test_one_empty_line_stands_between_records():
    for key in ("dove", "heron", "wren"):
        assert "\n\n\n" not in put(BY_KEY, key)
        assert re.search(r"[^\n]\n@", put(BY_KEY, key).replace("% hers\n", "")) is None


def test_several_come_in_order():
    for text in (BY_KEY, "@book{b, title = {B}}\n\n@book{a, title = {A}}\n"):
        keys = [str(work.key) for work in read_references(put(text, "y", "x", "z"), "")[0]]
        assert keys[-3:] == ["x", "y", "z"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ends_of_lines_stay_as_they_are(end, mark):
    text = mark + BY_KEY.replace("\n", end)
    assert put(text, "heron") == mark + put(BY_KEY, "heron").replace("\n", end)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["wren", "owl", "dove", "finch", "ibis"]), unique=True),
    st.lists(
        st.sampled_from(["", "% note\n", "% note\n\n", "stray words\n\n"]), min_size=5, max_size=5
    ),
    st.sampled_from(["", "\n", "\n\n  \n"]),
    st.sampled_from(["crow", "heron", "zebra"]),
)
def test_not_one_sign_of_the_library_changes(keys, notes, end, key):
    records = [
        f"{note}@book{{{key}, title = {{X}}}}" for key, note in zip(keys, notes, strict=False)
    ]
    text = "\n\n".join(records) + end
    new = put(text, key)
    record = f"@book{{{key},\n  title = {{New}},\n}}\n"
    assert new.count(record) == 1
    front, behind = new.split(record)
    assert any(
        text.rstrip("\n ") == (front[: len(front) - a] + behind[b:]).rstrip("\n ")
        for a in range(2)
        for b in range(2)
    )
