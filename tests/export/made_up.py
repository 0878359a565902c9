"""Works that nobody wrote, as CSL-JSON."""

from evidence_commons.model.item import Item

WREN = {"family": "Wren", "given": "Ada"}
MOL = {"family": "Mol", "given": "Jan Pieter", "non-dropping-particle": "van der", "suffix": "Jr."}
OFFICE = {"literal": "Office for Eggs, Nests and Twigs"}
OTHERS = {"literal": "others"}

ARTICLE: Item = {
    "id": "wren2021",
    "type": "article-journal",
    "title": '<span class="nocase">UK</span> robins & CO<sub>2</sub>: "who" <script>?',
    "author": [MOL, WREN, OFFICE, OTHERS],
    "container-title": "Journal of Nests",
    "issued": {"date-parts": [[2021, 3, 5]]},
    "accessed": {"date-parts": [[2024, 5]]},
    "volume": "3",
    "issue": "2",
    "page": "12-31",
    "DOI": "10.5555/robin_(1)",
    "ISSN": "0000-0000",
    "keyword": "robins, nests; twigs",
    "abstract": "They sing.",
    "language": "en-GB",
}
BOOK: Item = {
    "id": "mol2020",
    "type": "book",
    "title": "A House of Twigs",
    "author": [MOL],
    "editor": [WREN],
    "issued": {"date-parts": [[2020]]},
    "publisher": "Rookery Press",
    "publisher-place": "Fen",
    "collection-title": "Building Lightly",
    "edition": "2",
    "ISBN": "978-0-00-000000-2",
    "number-of-pages": "64",
}
CHAPTER: Item = {
    "id": "wren2019",
    "type": "chapter",
    "title": "On Twigs",
    "author": [WREN],
    "editor": [MOL],
    "container-title": "Houses",
    "issued": {"date-parts": [[2019]]},
    "page": "3, 7-9",
    "ISBN": "978-0-00-000000-2",
}
PAPER: Item = {
    "id": "wren2018",
    "type": "paper-conference",
    "title": "Eggs at Scale",
    "author": [WREN],
    "container-title": "Proceedings of Nest Day",
    "issued": {"date-parts": [[2018]]},
    "URL": "https://nests.example/eggs?a=1&b=2",
}
REPORT: Item = {
    "id": "office2016",
    "type": "report",
    "title": "State of the Nest",
    "author": [OFFICE],
    "publisher": "Office for Eggs",
    "genre": "Working paper",
    "number": "7",
    "issued": {"date-parts": [[2016]]},
    "URL": "https://nests.example/state",
}
THESIS: Item = {
    "id": "wren2001",
    "type": "thesis",
    "title": "Feathers",
    "author": [WREN],
    "publisher": "Fen College",
    "genre": "PhD thesis",
    "issued": {"date-parts": [[2001]]},
}
PAGE: Item = {
    "id": "office2024",
    "type": "webpage",
    "title": "How to Sing",
    "author": [OFFICE],
    "URL": "https://nests.example/sing",
    "accessed": {"date-parts": [[2024, 5, 2]]},
}
NEWS: Item = {
    "id": "wren2022",
    "type": "article-newspaper",
    "title": "Robin Sings",
    "author": [WREN],
    "container-title": "The Daily Twig",
    "issued": {"date-parts": [[2022, 1, 9]]},
}
FILM: Item = {"id": "film", "type": "motion_picture", "title": "Warm by Winter"}

KINDS = {
    "journalArticle": ARTICLE,
    "book": BOOK,
    "bookSection": CHAPTER,
    "conferencePaper": PAPER,
    "report": REPORT,
    "thesis": THESIS,
    "webpage": PAGE,
    "newspaperArticle": NEWS,
    "film": FILM,
}
"""One of each, by what Zotero calls it."""
