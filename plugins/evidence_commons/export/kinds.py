"""The kinds of file that people write, and where each has its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.fields import Noun, Typed, typed_fields
from evidence_commons.model.metric import Metric
from evidence_commons.model.prose import Prose
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.vocabulary import Vocabulary

Vocabularies = Mapping[str, Vocabulary]
"""The vocabularies by their ids."""

PLACES = {
    "case-study": "case_studies/",
    "question": "docs/questions/",
    "metric": "docs/metrics/",
    "reference": "references.bib",
}
"""Where the things stand that a field can name, but for terms."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it is called, the noun that is written in it, and its folder."""

    name: str
    noun: type[Noun]
    folder: str

    @property
    def is_page(self) -> bool:
        """Whether it is Markdown with fields on top, and not YAML alone."""
        return self.folder.startswith("docs/")

    @property
    def ending(self) -> str:
        """How the names of its files end."""
        return ".md" if self.is_page else ".yaml"

    @property
    def schema(self) -> str:
        """The file name of its schema."""
        return f"{self.name}.schema.json"

    @property
    def fields(self) -> tuple[Typed, ...]:
        """Its fields. The body of a page stands below them and is none of them."""
        fields = typed_fields(self.noun)
        return tuple(one for one in fields if not (self.is_page and issubclass(one.leaf, Prose)))


KINDS = {
    kind.name: kind
    for kind in (
        Kind("case-study", CaseStudy, "case_studies/"),
        Kind("metric", Metric, "docs/metrics/"),
        Kind("question", PolicyQuestion, "docs/questions/"),
        Kind("vocabulary", Vocabulary, "case_studies/vocabulary/"),
    )
}
"""The kinds by their names."""


def in_words(noun: type[Noun]) -> str:
    """What a noun is called: ``case study``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun.__name__).lower()


def inside(typed: Typed) -> tuple[Typed, ...]:
    """The fields inside a field, if it holds a noun."""
    return typed_fields(typed.leaf) if issubclass(typed.leaf, Noun) else ()
