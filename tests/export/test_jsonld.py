"""schema.org JSON-LD."""

import json

import pytest
from tests.export import made_up

from evidence_commons.export.jsonld import in_script, linked_data


def test_an_article() -> None:
    assert linked_data(made_up.ARTICLE) == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "name": 'UK robins & CO2: "who" <script>?',
        "author": [
            {
                "@type": "Person",
                "name": "Jan Pieter van der Mol Jr.",
                "familyName": "van der Mol",
                "givenName": "Jan Pieter",
            },
            {"@type": "Person", "name": "Ada Wren", "familyName": "Wren", "givenName": "Ada"},
            {"@type": "Organization", "name": "Office for Eggs, Nests and Twigs"},
        ],
        "datePublished": "2021-03-05",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "2",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "3",
                "isPartOf": {
                    "@type": "Periodical",
                    "name": "Journal of Nests",
                    "issn": "0000-0000",
                },
            },
        },
        "pageStart": "12",
        "pageEnd": "31",
        "inLanguage": "en-GB",
        "abstract": "They sing.",
        "keywords": "robins, nests; twigs",
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "DOI",
            "value": "10.5555/robin_(1)",
        },
        "sameAs": "https://doi.org/10.5555/robin_(1)",
    }


@pytest.mark.parametrize(
    ("kind", "made"),
    [("book", "Book"), ("bookSection", "Chapter"), ("report", "Report"), ("thesis", "Thesis"),
     ("webpage", "WebPage"), ("newspaperArticle", "NewsArticle"), ("film", "Movie")],
)  # fmt: skip
def test_each_kind_has_its_type_and_no_empty_words(kind: str, made: str) -> None:
    data = linked_data(made_up.KINDS[kind])
    assert data["@type"] == made
    assert all(data.values())


def test_a_chapter_stands_in_its_book() -> None:
    assert linked_data(made_up.CHAPTER)["isPartOf"] == {
        "@type": "Book", "name": "Houses", "isbn": "978-0-00-000000-2",
    }  # fmt: skip


def test_no_word_ends_the_script() -> None:
    data = linked_data({**made_up.PAGE, "title": "</script><!-- &amp;"})
    assert not set(in_script(data)) & set("<>&")
    assert json.loads(in_script(data)) == data
