"""How strong the evidence for each claim is: found for one case study at a time."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.collection import Catalogue
from evidence_commons.model.evidence import Strength, strength
from evidence_commons.model.vocabulary import Term

Key = tuple[str, str]
"""The ids of a case study and of a claim in it."""


class Strengths(Mapping[Key, Strength]):
    """The strength of each claim of a catalogue.

    Whoever looks at one case study, as in a preview, does not wait for ten thousand.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._found: dict[str, dict[str, Strength]] = {}

    def __getitem__(self, key: Key) -> Strength:
        study, claim = key
        return self._of(study)[claim]

    def __iter__(self) -> Iterator[Key]:
        return (
            (study, claim) for study in self._catalogue.case_studies for claim in self._of(study)
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _of(self, name: str) -> Mapping[str, Strength]:
        """The strengths of one case study. Of two claims with one id, the first keeps it."""
        if name not in self._found:
            study, found = self._catalogue.case_studies[name], dict[str, Strength]()
            for claim, strong in self._graded(study):
                found.setdefault(claim, strong)
            self._found[name] = found
        return self._found[name]

    def _graded(self, study: CaseStudy) -> Iterator[tuple[str, Strength]]:
        library, has_costs = self._catalogue.references, bool(study.costs)
        places = [place.name for place in study.places]
        for claim in study.claims:
            keys = (citation.key for citation in claim.citations)
            works = [library[key] for key in keys if key in library]
            design = self._designs.get(claim.design)
            yield claim.id, strength(claim, design, works, has_costs, places)

    @cached_property
    def _designs(self) -> Mapping[str, Term]:
        known = self._catalogue.vocabularies.get("evidence-designs")
        return {term.id: term for term in known.terms} if known else {}
