"""Slips that hide a field: where one was told, nobody is told that the field is missing too."""

from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import IndentedField, RepeatedField, UnknownField
from evidence_commons.model.fields import Noun


def slips_in(catalogue: Catalogue, *nouns: type[Noun]) -> frozenset[str]:
    """The files in which a field of such a thing may be there and not have been read."""
    names = {noun.__name__ for noun in nouns}
    return frozenset(
        fault.location.path
        for fault in catalogue.collection.faults
        if isinstance(fault, IndentedField | RepeatedField)
        or (isinstance(fault, UnknownField) and fault.noun in names)
    )
