"""PolicyQuestion, Proposal and Search."""

from dataclasses import dataclass

from evidence_commons.model.citation import Citation
from evidence_commons.model.fields import Noun, optional, required, several
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Date, Text
from evidence_commons.model.waiver import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Noun):
    """What someone recommends be done."""

    id: Text = required("A short name, unique in this question.")
    text: Text = required("The proposal, in one sentence of our own words.")
    proposed_by: Text = required("Who proposes it: a person or a body.")
    date: Date | None = optional("When it was proposed. A year alone is fine.")
    to: tuple[Text, ...] = several("Whom it asks to act.", names="addressees")
    themes: tuple[Text, ...] = several("What it is about.", names="themes")
    examples: tuple[Text, ...] = several("Case studies that show it.", names="case-study")
    citations: tuple[Citation, ...] = several("Where it is proposed.", needed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubQuestion(Noun):
    """A part of a question, which whoever asks it asks as well."""

    id: Text = required("A short name, unique in this question.")
    question: Text = required("The question itself.", example="Who mends the tools?")
    citations: tuple[Citation, ...] = several("Where it is asked.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Noun):
    """A recorded look for evidence, so that an empty place can say why it is empty.

    It covers every pair of its themes and outcomes. Without themes it covers all of them, and so
    without outcomes.
    """

    status: Text = required("How far the look is.", names="search-statuses")
    date: Date = required("When someone looked, or last wrote this.")
    themes: tuple[Text, ...] = several("The themes that they looked at.", names="themes")
    outcomes: tuple[Text, ...] = several("The outcomes that they looked at.", names="outcomes")
    works: tuple[Text, ...] = several("The works that they looked through.", names="reference")
    where: Text | None = optional("Where they looked.")
    words: Text | None = optional("What they looked for.")
    found: Text | None = optional("What they found, or why nothing can be, in one sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyQuestion(Noun):
    """A question that policy must answer. What the evidence says is computed, never typed."""

    id: Text = required("The question's name in links; the same as the file's.")
    title: Text = required("A word or two for lists.")
    question: Text = required("The question itself.", example="Who should own the tools of a town?")
    under: Text | None = optional("The wider question that it belongs to.", names="question")
    why: Text | None = optional("Why an answer matters, and to whom.")
    themes: tuple[Text, ...] = several("The themes that it belongs to.", names="themes")
    outcomes: tuple[Text, ...] = several("Outcomes that would show progress.", names="outcomes")
    citations: tuple[Citation, ...] = several("Where the question is asked.")
    parts: tuple[SubQuestion, ...] = several("The smaller questions inside it.")
    proposals: tuple[Proposal, ...] = several("What people recommend.")
    searches: tuple[Search, ...] = several("Where we looked for evidence, and what we found.")
    missing: tuple[Text, ...] = several("What nobody has shown yet, as far as we have read.")
    references: tuple[Text, ...] = several("Works for further reading.", names="reference")
    waivers: tuple[Waiver, ...] = several("Warnings that do not fit here, and why.")
    body: Prose | None = optional("The context, in Markdown.")
