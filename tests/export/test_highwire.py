"""Meta tags, read as Zotero reads them."""

import pytest
from tests.export import made_up
from tests.export.zotero import from_tags

from evidence_commons.export.highwire import meta_tags


@pytest.mark.parametrize("kind", made_up.KINDS)
def test_zotero_sees_what_kind_of_work_it_is(kind: str) -> None:
    assert from_tags(meta_tags(made_up.KINDS[kind]))["itemType"] == kind


def test_zotero_sees_all_of_an_article() -> None:
    assert from_tags(meta_tags(made_up.ARTICLE)) == {
        "itemType": "journalArticle",
        "title": 'UK robins & CO2: "who" <script>?',
        "author": [
            ("van der Mol Jr.", "Jan Pieter"),
            ("Wren", "Ada"),
            ("Office for Eggs Nests and Twigs", ""),
        ],
        "editor": [],
        "publicationTitle": "Journal of Nests",
        "date": "2021/03/05",
        "volume": "3",
        "issue": "2",
        "pages": "12-31",
        "DOI": "10.5555/robin_(1)",
        "language": "en-GB",
    }


def test_a_name_of_many_words_that_stands_alone_stays_one() -> None:
    assert from_tags(meta_tags(made_up.BOOK))["author"] == [("van der Mol Jr.", "Jan Pieter")]
    assert from_tags(meta_tags(made_up.PAGE))["author"] == [("Office for Eggs Nests and Twigs", "")]


def test_what_a_work_stands_in_and_who_published_it() -> None:
    assert from_tags(meta_tags(made_up.CHAPTER))["bookTitle"] == "Houses"
    assert from_tags(meta_tags(made_up.CHAPTER))["pages"] == "3, 7-9"
    assert from_tags(meta_tags(made_up.PAPER))["conferenceName"] == "Proceedings of Nest Day"
    assert from_tags(meta_tags(made_up.NEWS))["publicationTitle"] == "The Daily Twig"
    assert from_tags(meta_tags(made_up.REPORT))["institution"] == "Office for Eggs"
    assert from_tags(meta_tags(made_up.REPORT))["number"] == "7"
    assert from_tags(meta_tags(made_up.THESIS))["university"] == "Fen College"
    assert from_tags(meta_tags(made_up.BOOK))["publisher"] == "Rookery Press"
    assert from_tags(meta_tags(made_up.PAGE))["url"] == "https://nests.example/sing"


def test_no_tag_is_empty_and_each_keyword_has_one() -> None:
    tags = meta_tags(made_up.ARTICLE)
    assert all(content for _, content in tags)
    assert [content for name, content in tags if name == "citation_keywords"] == [
        "robins", "nests", "twigs",
    ]  # fmt: skip
