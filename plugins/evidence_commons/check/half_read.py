"""Records of which a part could not be read: nobody is told that this part is missing too."""

from functools import cached_property

from evidence_commons.model.collection import Catalogue
from evidence_commons.model.faults import (
    BrokenReference,
    LostText,
    RepeatedField,
    SwallowedField,
    UnknownRecordWord,
)
from evidence_commons.model.reference import Reference

CUT = (BrokenReference, LostText, RepeatedField, SwallowedField)


class HalfRead:
    """The records of a catalogue, looked at only when somebody asks about one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def __contains__(self, work: Reference) -> bool:
        # What a brace too many has cut off may stand right behind the record.
        first = work.location.line
        return not self._lines.isdisjoint(range(first, first + work.lines + 1))

    @cached_property
    def _lines(self) -> frozenset[int]:
        # The rules import this module: at the top, it could not be imported first.
        from evidence_commons.check.rules.unknown_record_word import meant_word  # noqa: PLC0415

        faults = self._catalogue.collection.faults
        return frozenset(
            fault.location.line
            for fault in faults
            if isinstance(fault, CUT)
            or (isinstance(fault, UnknownRecordWord) and meant_word(fault.word, fault.known))
        )
