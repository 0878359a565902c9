"""CaseStudy and what it holds: one example of community technology in one file."""

from dataclasses import dataclass

from evidence_commons.model.citation import Citation
from evidence_commons.model.fields import Noun, optional, required, several
from evidence_commons.model.metric import Observation
from evidence_commons.model.nations import Nation, nation_of
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Date, Number, Text, Url, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Noun):
    """A body that takes part. A group without a registered number is as welcome as any other."""

    name: Text = required("Its name.")
    id: Text | None = optional("Its org-id identifier, such as GB-COH-01234567, where it has one.")
    role: Text = required("Its part in this, such as operator or funder.", names="roles")
    legal_form: Text | None = optional("What it is in law.", names="legal-forms")
    url: Url | None = optional("Its web address.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Noun):
    """A place on Earth. Nation and region follow from its code and are never typed."""

    name: Text = required("The place's name.")
    gss: Text | None = optional("Its ONS code of nine characters, such as E06000023.")
    scope: Text | None = optional("How wide it reaches, in 360Giving's codes.", names="scopes")
    country: Text | None = optional(
        "Its ISO country code, for places outside the UK.", names="countries"
    )
    latitude: Number | None = optional("Degrees north.")
    longitude: Number | None = optional("Degrees east; west is negative.")

    @property
    def nation(self) -> Nation | None:
        """The nation of the UK that the place's code is in, if it has one."""
        return nation_of(self.gss)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Noun):
    """One statement of what happened, with the facts that its strength is derived from."""

    id: Text = required("A short name, unique in this entry, such as members.")
    text: Text = required("What happened, in one sentence of your own words.")
    outcome: Text = required("What kind of change this is.", names="outcomes")
    direction: Text = required("Whether things got better, worse, or neither.", names="directions")
    design: Text = required("How anyone knows.", names="evidence-designs")
    independent: YesNo | None = optional("Whether those who measured stand apart from the project.")
    sample: Number | None = optional("How many people or things were measured.")
    period: Text | None = optional("Over what time, such as 2021/2022.")
    metric: Text | None = optional("The metric that the observation is a value of.", names="metric")
    observation: Observation | None = optional("The figure, where the claim gives one.")
    replicated_in: tuple[Text, ...] = several("Other places where the same was found.")
    manual: Citation | None = optional("The open guide by which others can do the same.")
    citations: tuple[Citation, ...] = several("What the claim rests on.")
    checked: Date | None = optional("When someone last held the claim against its citations.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Noun):
    """What something cost."""

    what: Text = required("What was paid for.")
    amount: Number = required("How much.")
    currency: Text = required("The ISO 4217 code, such as GBP.")
    year: Date | None = optional("The year in which it was paid.")
    citation: Citation | None = optional("Where the figure stands.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder(Noun):
    """Who gives money."""

    name: Text = required("Its name.")
    id: Text | None = optional("Its org-id identifier, where it has one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Noun):
    """Money given, in the field names of the 360Giving Data Standard."""

    id: Text | None = optional("The grant's 360Giving identifier.")
    title: Text = required("What it was for.")
    funder: Funder = required("Who gave it.", key="fundingOrganization")
    amount_awarded: Number | None = optional("How much was given.", key="amountAwarded")
    currency: Text | None = optional("The ISO 4217 code, such as GBP.")
    award_date: Date | None = optional("When it was given.", key="awardDate")
    citation: Citation | None = optional("Where this stands.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance(Noun):
    """How the entry came to be, so that readers can judge it."""

    contributed_via: Text = required("The way it came.", names="contribution-ways")
    ai_assisted: Text = required("What a machine did to the text.", names="ai-uses")
    interests: tuple[Text, ...] = several("Any tie between its authors and what it describes.")
    last_reviewed: Date = required("When someone last read the whole entry against its works.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStudy(Noun):
    """One example of community technology."""

    id: Text = required("The entry's name in links; the same as the file's.")
    title: Text = required("The example's name.")
    summary: Text = required("What it is, in at most 280 characters.")
    status: Text = required("Where it stands in its life.", names="statuses")
    ended_because: Text | None = optional("If it ended: why.")
    started: Date | None = optional("When it began. A year alone is fine.")
    url: Url | None = optional("Its web address.")
    organisations: tuple[Organisation, ...] = several("Who takes part.")
    places: tuple[Place, ...] = several("Where it is.")
    themes: tuple[Text, ...] = several("What it is about.", names="themes", needed=True)
    technologies: tuple[Text, ...] = several("What it is made with.", names="technologies")
    questions: tuple[Text, ...] = several("Policy questions that it speaks to.", names="question")
    claims: tuple[Claim, ...] = several("What happened, and how anyone knows.")
    costs: tuple[Cost, ...] = several("What it cost.")
    funding: tuple[Grant, ...] = several("Who paid for it.")
    challenges: tuple[Text, ...] = several("What was hard, or went wrong.")
    lessons: tuple[Text, ...] = several("What others can learn.")
    references: tuple[Text, ...] = several("Works for further reading.", names="reference")
    body: Prose | None = optional("The story, in Markdown.")
    provenance: Provenance = required("How this entry came to be.")
