"""What only looks like a slip of writing, and is meant as it stands."""

from pathlib import Path

import pytest
from tests.check.test_silence import LIBRARY, MAGPIE, OWL, ROBIN, told

SUMMARY = "A shop in Aber Nowhere that lends drills, tents and a very large saucepan."
STORY = "body: Heat pumps came by ferry. Two of them fell in."
PAGE = "docs/about.md"


@pytest.mark.parametrize(
    ("name", "typed", "instead"),
    [
        (OWL, SUMMARY, "A shop that its members call “ours”, and that others call “theirs”."),
        (OWL, SUMMARY, "“Ours” is what people call this shop, and “theirs”."),
        (OWL, SUMMARY, '"Owl is what people call it."'),
        (OWL, SUMMARY, "A shop for taxi* or ride* searches, at 2 ** 3 pounds."),
        (OWL, SUMMARY, "A shop [sic] that lends drills (https://owl.example)."),
        (OWL, SUMMARY, "Nothing is sold here. All is lent."),
        (OWL, "title: Owl Library of Things", "title: Owl & Co."),
        (OWL, "title: Owl Library of Things", "title: Owl Library Ltd."),
        (OWL, "title: Owl Library of Things", "title: Owls of the U.N.C.L.E."),
        (OWL, "title: Owl Library of Things", "title: And then…"),
        (OWL, "title: Owl Library of Things", "title: Owl.example"),
        (
            OWL,
            "status: active",
            "status: active\nlessons:\n  - No grants came.\n  - 5 – 6 people do.",
        ),
        (
            ROBIN,
            "checked: 2024-05-02",
            "checked: 2024-05-02\n    checked_by:\n      - name: Wren, Ada",
        ),
        (
            ROBIN,
            "checked: 2024-05-02",
            "checked: 2024-05-02\n    checked_by:\n      - name: Ada Wren, PhD",
        ),
        (LIBRARY, "year = {2021}", "year = {2021},\n  month = {June and July}"),
        (LIBRARY, "year = {2021}", "year = {2021},\n  month = {7--8}"),
        (LIBRARY, "year = {2021}", "year = {2021},\n  month = sep"),
        (LIBRARY, "year = {2021}", "year = {2021},\n  month = {Sept.}"),
        (LIBRARY, "title = {Warm by Winter}", "title = {“Warm”}"),
        (PAGE, "# About", "# About\n\n```sh\n# a note\n```"),
        (MAGPIE, STORY, "body: |\n  One sentence.  Two spaces.\n  Another.  Two more."),
        (MAGPIE, STORY, "body: |\n  - Rent\n      - of land\n      - of rooms"),
        (MAGPIE, STORY, "body: |\n  # Heat\n\n  Heat pumps **came** – by ferry."),
        (MAGPIE, STORY, "body: |\n  ```\n  a    b\n  c    d\n  ```"),
    ],
)
def test_is_not_told(tmp_path: Path, name: str, typed: str, instead: str) -> None:
    assert told(tmp_path, name, typed, instead) == set()
