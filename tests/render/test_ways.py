"""The ways between pages: from everywhere to everywhere, and each leads where it should."""

from functools import cache
from urllib.parse import urljoin

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.building import INVENTED

from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages
from evidence_commons.render.sheet import Sheet, Site

ROOT = "https://commons.example/"


@cache
def _site() -> Site:
    return site(open_commons(INVENTED))


@cache
def _addresses() -> tuple[str, ...]:
    return tuple(pages(_site()))


@settings(deadline=None)  # the first look reads the whole commons
@given(st.data())
def test_the_way_from_a_page_leads_to_the_address(data: st.DataObject) -> None:
    here = data.draw(st.sampled_from(_addresses()))
    there = data.draw(st.sampled_from(_addresses())) + data.draw(st.sampled_from(["", "#claims"]))
    way = Sheet(_site(), here).to(there)
    assert way
    assert not way.startswith("/")
    assert urljoin(ROOT + here, way) == ROOT + there
