"""The names of all fields of all files, whatever they belong to."""

from functools import cache

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.fields import Noun, typed_fields
from evidence_commons.model.metric import Metric
from evidence_commons.model.question import PolicyQuestion
from evidence_commons.model.vocabulary import Vocabulary


@cache
def field_names() -> frozenset[str]:
    """Every name by which a line of an entry can begin."""
    names: set[str] = set()
    kinds: list[type[Noun]] = [CaseStudy, Metric, PolicyQuestion, Vocabulary]
    for kind in kinds:
        for typed in typed_fields(kind):
            names.add(typed.key)
            if issubclass(typed.leaf, Noun) and typed.leaf not in kinds:
                kinds.append(typed.leaf)
    return frozenset(names)
