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
    citations: tuple[Citation, ...] = several("Where it is proposed.", needed=True)


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
    where: Text | None = optional("Where they looked.")
    words: Text | None = optional("What they looked for.")
    found: Text | None = optional("What they found, or why nothing can be, in one sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyQuestion(Noun):
    """A question that policy must answer. What the evidence says is computed, never typed."""

    id: Text = required("The question's name in links; the same as the file's.")
    title: Text = required("A word or two for lists.")
    question: Text = required("The question itself.", example="Who should own the tools of a town?")
    themes: tuple[Text, ...] = several("The themes that it belongs to.", names="themes")
    citations: tuple[Citation, ...] = several("Where the question is asked.")
    proposals: tuple[Proposal, ...] = several("What people recommend.")
    searches: tuple[Search, ...] = several("Where we looked for evidence, and what we found.")
    waivers: tuple[Waiver, ...] = several("Warnings that do not fit here, and why.")
    body: Prose | None = optional("The context, in Markdown.")
