"""Waiver: a warning that an entry's authors have answered."""

from dataclasses import dataclass

from evidence_commons.model.fields import Noun, required
from evidence_commons.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Noun):
    """A rule whose warnings are not told in this entry, and why. Errors cannot be waived."""

    rule: Text = required("The rule's name, as the warning gives it.")
    reason: Text = required("Why the warning does not fit here, in one sentence.")
