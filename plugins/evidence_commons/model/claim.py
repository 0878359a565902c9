"""Claim: one statement of what happened, with the facts that its strength is derived from."""

from dataclasses import dataclass

from evidence_commons.model.citation import Citation
from evidence_commons.model.fields import Noun, optional, required, several
from evidence_commons.model.metric import Observation
from evidence_commons.model.text import Date, Number, Period, Text, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Noun):
    """Someone who read or judged a claim."""

    name: Text = required("The person's name, as it may be published.")
    orcid: Text | None = optional("The person's ORCID, such as 0000-0002-1825-0097.")
    interest: Text | None = optional("Any tie to what the claim is about.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Noun):
    """A level that people set, where the one that was worked out does not fit.

    One person may lower it. To raise it takes two people. Both take a reason.
    """

    level: Number = required("The level that fits better, from 1 to 5.")
    because: Text = required("Why the level that was worked out does not fit.")
    raters: tuple[Person, ...] = several("Who says so. To raise a level takes two.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Noun):
    """One statement of what happened, with the facts that its strength is derived from."""

    id: Text = required("A short name, unique in this entry.", example="money-saved")
    text: Text = required(
        "What happened, in one sentence of your own words.",
        example="Most members said that they had saved money.",
    )
    outcome: Text = required("What kind of change this is.", names="outcomes")
    direction: Text = required("Whether things got better, worse, or neither.", names="directions")
    design: Text = required("How anyone knows.", names="evidence-designs")
    independent: YesNo | None = optional("Whether those who measured stand apart from the project.")
    sample: Number | None = optional("How many people or things were measured.", example="48")
    period: Period | None = optional("Over what time.", example="2021/2022")
    metric: Text | None = optional("The metric that the observation is a value of.", names="metric")
    observation: Observation | None = optional("The figure, where the claim gives one.")
    replicated_in: tuple[Text, ...] = several("Other places where the same was found.")
    manual: Citation | None = optional("The open guide by which others can do the same.")
    citations: tuple[Citation, ...] = several("What the claim rests on.")
    checked: Date | None = optional(
        "When someone last held the claim against its citations.", example="2026-11-22"
    )
    checked_by: tuple[Person, ...] = several("Who held it against them.")
    rating: Rating | None = optional("A level that people set in place of the one worked out.")
