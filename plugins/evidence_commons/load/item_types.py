"""Kinds of records to types of CSL, and the words that BibLaTeX writes as keys."""

import re
from collections.abc import Callable

TYPES = {
    "article": "article-journal",
    **dict.fromkeys(("periodical", "suppperiodical"), "article-journal"),
    **dict.fromkeys(("book", "mvbook", "collection", "mvcollection", "manual"), "book"),
    **dict.fromkeys(("proceedings", "mvproceedings", "reference", "mvreference"), "book"),
    "commentary": "book",
    "booklet": "pamphlet",
    **dict.fromkeys(("inbook", "incollection", "bookinbook"), "chapter"),
    **dict.fromkeys(("suppbook", "suppcollection"), "chapter"),
    "inreference": "entry-encyclopedia",
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("report", "techreport"), "report"),
    **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), "thesis"),
    **dict.fromkeys(("online", "electronic", "www"), "webpage"),
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "standard": "standard",
    "legislation": "legislation",
    "legal": "treaty",
    "jurisdiction": "legal_case",
    "unpublished": "manuscript",
    "artwork": "graphic",
    "image": "figure",
    **dict.fromkeys(("audio", "music"), "song"),
    **dict.fromkeys(("movie", "video"), "motion_picture"),
    "letter": "personal_communication",
    "performance": "performance",
    "review": "review",
}

WHOLE_BOOKS = {
    *("book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings"),
    *("reference", "mvreference", "manual", "booklet", "commentary"),
}
PARTS_OF_BOOKS = {
    *("inbook", "incollection", "bookinbook", "suppbook", "suppcollection", "inreference"),
    *("inproceedings", "conference"),
}
THESES = {"thesis", "phdthesis", "mastersthesis"}
REPORTS = {"report", "techreport"}
IN_PERIODICALS = {"article", "periodical", "suppperiodical", "review"}

GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master\u2019s thesis",
    "mastersthesis": "Master\u2019s thesis",
    "bathesis": "Bachelor\u2019s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "patent": "Patent",
    "patentus": "US patent",
    "patenteu": "European patent",
    "patentuk": "British patent",
    "patentde": "German patent",
    "patentfr": "French patent",
    "patreq": "Patent request",
    "patrequs": "US patent request",
    "patreqeu": "European patent request",
    "patrequk": "British patent request",
    "patreqde": "German patent request",
    "patreqfr": "French patent request",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    "software": "Computer software",
}
"""What BibLaTeX prints for the keys that may stand in ``type``."""

GENRES_OF_KINDS = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}

JURISDICTIONS = {
    "countryde": "Germany",
    "countryep": "European Union",
    "countryeu": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States",
}

STATES = {
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "pre-published",
}

LANGUAGES = {
    **dict.fromkeys(("english", "eng"), "en"),
    **dict.fromkeys(("british", "ukenglish"), "en-GB"),
    **dict.fromkeys(("american", "usenglish", "usmax"), "en-US"),
    **dict.fromkeys(("australian", "newzealand", "canadian"), "en"),
    **dict.fromkeys(("german", "ngerman", "deutsch", "deu", "ger", "austrian", "naustrian"), "de"),
    **dict.fromkeys(("french", "francais", "français", "fra", "fre"), "fr"),
    **dict.fromkeys(("spanish", "español", "spa"), "es"),
    **dict.fromkeys(("portuguese", "portuges", "por"), "pt"),
    **dict.fromkeys(("brazilian", "brazil"), "pt-BR"),
    **dict.fromkeys(("italian", "ita"), "it"),
    **dict.fromkeys(("dutch", "nld", "dut"), "nl"),
    **dict.fromkeys(("welsh", "cymraeg", "cym", "wel"), "cy"),
    **dict.fromkeys(("irish", "gle"), "ga"),
    **dict.fromkeys(("scottish", "gla"), "gd"),
    **dict.fromkeys(("polish", "pol"), "pl"),
    **dict.fromkeys(("russian", "rus"), "ru"),
    **dict.fromkeys(("turkish", "tur"), "tr"),
    **dict.fromkeys(("greek", "ell", "gre"), "el"),
    **dict.fromkeys(("danish", "dan"), "da"),
    **dict.fromkeys(("swedish", "swe"), "sv"),
    **dict.fromkeys(("norwegian", "norsk", "nor"), "no"),
    **dict.fromkeys(("finnish", "fin"), "fi"),
    **dict.fromkeys(("latin", "lat"), "la"),
    **dict.fromkeys(("catalan", "cat"), "ca"),
    **dict.fromkeys(("czech", "ces"), "cs"),
    **dict.fromkeys(("hungarian", "magyar", "hun"), "hu"),
    **dict.fromkeys(("arabic", "ara"), "ar"),
    **dict.fromkeys(("chinese", "zho", "chi"), "zh"),
    **dict.fromkeys(("japanese", "jpn"), "ja"),
}
"""Names of languages in BibLaTeX and elsewhere to the tags of BCP 47."""

VARIANTS = {
    "variant=british": "en-GB",
    "variant=uk": "en-GB",
    "variant=american": "en-US",
    "variant=us": "en-US",
    "variant=usmax": "en-US",
    "variant=australian": "en-AU",
}


NUMBER = re.compile(r"[\divxlc.,~ -]*|[a-z]", re.IGNORECASE)


def named_chapter(kind: str, said: Callable[[str], str]) -> bool:
    """Whether the title of an ``inbook`` is that of the book, and ``chapter`` names the part."""
    return kind == "inbook" and not said("booktitle") and not NUMBER.fullmatch(said("chapter"))


def item_type(kind: str, said: Callable[[str], str]) -> str:
    """The CSL type of a record; ``said`` gives its fields, or ""."""
    subtype = said("entrysubtype").strip().lower()
    if kind in IN_PERIODICALS and subtype in ("newspaper", "magazine"):
        return f"article-{subtype}"
    preprint = said("eprint") and not (said("journal") or said("journaltitle"))
    if kind in ("article", "misc", "unpublished") and preprint and not said("booktitle"):
        return "article"
    if kind == "inbook" and not said("booktitle") and not named_chapter(kind, said):
        return "book"  # some pages, or a chapter by its number, of the book that has this title
    if kind == "unpublished" and said("eventtitle"):
        return "speech"
    return TYPES.get(kind, "document")
