"""Metric and Observation: a way to measure, and one value with its source's hedge."""

from dataclasses import dataclass

from evidence_commons.model.citation import Citation
from evidence_commons.model.fields import Noun, optional, required, several
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Date, Number, Text
from evidence_commons.model.waiver import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Noun):
    """One value of a metric: how much, how surely said, when, where, and who says so."""

    value: Number = required("The number, in the metric's unit, as its source gives it.")
    hedge: Text | None = optional("The work's own caution, such as over or almost.", names="hedges")
    date: Date | None = optional("When this was so: a year, a month or a day.")
    place: Text | None = optional("Where this was so, in words.")
    note: Text | None = optional("What a reader must know to read the number rightly.")
    citation: Citation | None = optional("Where the number stands.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Noun):
    """Something that is counted or measured. Its file is Markdown with these fields on top."""

    id: Text = required("The metric's name in links; the same as the file's.")
    title: Text = required("The metric's name as readers see it.")
    definition: Text = required("What is counted, of whom, in one or two sentences.")
    unit: Text = required(
        "What one is one of, such as per cent or kg per person.", example="people"
    )
    why: Text = required("Why anyone would want to know.")
    misses: Text = required("What the number cannot show.")
    themes: tuple[Text, ...] = several("The themes that it belongs to.", names="themes")
    outcomes: tuple[Text, ...] = several("The outcomes that it is a sign of.", names="outcomes")
    questions: tuple[Text, ...] = several("The policy questions that it informs.", names="question")
    observations: tuple[Observation, ...] = several("Its known values.")
    waivers: tuple[Waiver, ...] = several("Warnings that do not fit here, and why.")
    body: Prose | None = optional("Anything more, in Markdown.")
