"""Where things are published, and the way from one page to another."""

from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.model.address import address, relative, slug, term_address
from evidence_commons.model.collection import ProsePage
from evidence_commons.model.reference import Reference
from evidence_commons.model.text import Text

PAGES = st.lists(st.sampled_from(["a", "b", "case-studies", "x-1"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


class TestAddress:
    def test_of_a_work_is_made_from_its_key(self) -> None:
        work = Reference(key=Text("Mean:2022/a"), kind="book", title="Means")
        assert address(work) == "references/mean-2022-a/"

    def test_of_a_page_of_prose_is_its_own(self) -> None:
        assert address(ProsePage(address="about/", title="About")) == "about/"

    def test_of_a_term_is_within_its_vocabulary(self) -> None:
        assert term_address("scopes", "GLS040") == "vocabulary/scopes/gls040/"

    def test_is_refused_to_what_has_no_page(self) -> None:
        with pytest.raises(TypeError, match="no page"):
            address("a text")


class TestSlug:
    @settings(deadline=None)
    @given(st.text())
    def test_holds_nothing_but_small_letters_digits_and_single_hyphens(self, name: str) -> None:
        made = slug(name)
        assert made == slug(made)
        assert not set(made) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert "--" not in made
        assert made == made.strip("-")

    def test_leaves_an_id_as_it_is(self) -> None:
        assert slug("robin-taxis-2") == "robin-taxis-2"


class TestTheWayFromPageToPage:
    @settings(deadline=None)
    @given(target=PAGES, start=PAGES, anchor=st.sampled_from(["", "#claims"]))
    def test_leads_there_under_any_prefix(self, target: str, start: str, anchor: str) -> None:
        for site in ("https://a.example/", "https://a.example/deep/down/"):
            assert urljoin(site + start, relative(target + anchor, start)) == site + target + anchor

    def test_leads_to_files(self) -> None:
        assert relative("assets/sheet.css", "case-studies/robin/") == "../../assets/sheet.css"
