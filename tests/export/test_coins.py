"""COinS, read as Zotero reads them."""

import pytest
from tests.export import made_up
from tests.export.zotero import from_coins

from evidence_commons.export.coins import coins


@pytest.mark.parametrize("kind", made_up.KINDS)
def test_zotero_sees_what_kind_of_work_it_is_and_its_title(kind: str) -> None:
    item = made_up.KINDS[kind]
    found = from_coins(coins(item))
    assert found["itemType"] == kind
    assert found["title"][-8:] == item["title"][-8:]


def test_zotero_sees_all_of_an_article() -> None:
    assert from_coins(coins(made_up.ARTICLE)) == {
        "itemType": "journalArticle",
        "title": 'UK robins & CO2: "who" <script>?',
        "publicationTitle": "Journal of Nests",
        "author": [
            ("van der Mol", "Jan Pieter"),
            ("Wren", "Ada"),
            ("Office for Eggs Nests and Twigs", ""),
        ],
        "date": "2021-03-05",
        "volume": "3",
        "issue": "2",
        "pages": "12-31",
        "issn": "0000-0000",
        "DOI": "10.5555/robin_(1)",
    }


def test_a_body_that_comes_first_keeps_its_whole_name() -> None:
    assert from_coins(coins(made_up.REPORT))["author"] == [(made_up.OFFICE["literal"], "")]


def test_where_it_stands_and_who_published_it() -> None:
    assert from_coins(coins(made_up.PAPER))["publicationTitle"] == "Proceedings of Nest Day"
    assert from_coins(coins(made_up.PAPER))["url"] == "https://nests.example/eggs?a=1&b=2"
    assert from_coins(coins(made_up.THESIS))["inst"] == "Fen College"
    assert from_coins(coins(made_up.THESIS))["degree"] == "PhD thesis"


def test_no_sign_of_html_and_no_endless_title() -> None:
    long = {**made_up.ARTICLE, "title": "<a" * 100_000}
    assert not set(coins(long)) & set("<>\"' ")
    assert len(coins(long)) < 10_000
