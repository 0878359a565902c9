"""CaseStudy and what it holds: one example of community technology in one file."""

from dataclasses import dataclass

from evidence_commons.model.citation import Citation
from evidence_commons.model.claim import Claim
from evidence_commons.model.fields import Noun, optional, required, several
from evidence_commons.model.gss import Kind, kind_of, region_of
from evidence_commons.model.money import Cost, Grant
from evidence_commons.model.nations import Nation, nation_of
from evidence_commons.model.point import Point, point_of
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Date, Number, Text, Url
from evidence_commons.model.waiver import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Noun):
    """A body that takes part. A group without a registered number is as welcome as any other."""

    name: Text = required("Its name.", example="Anytown Tool Library")
    id: Text | None = optional("Its org-id identifier, such as GB-COH-01234567, where it has one.")
    role: Text = required("Its part in this, such as operator or funder.", names="roles")
    legal_form: Text | None = optional("What it is in law.", names="legal-forms")
    url: Url | None = optional("Its web address.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Noun):
    """A place on Earth. Nation and region follow from its code and are never typed."""

    name: Text = required("The place's name.", example="Anytown")
    gss: Text | None = optional("Its ONS code of nine characters, such as E06000023.")
    scope: Text | None = optional("How wide it reaches, in 360Giving's codes.", names="scopes")
    country: Text | None = optional(
        "Its ISO country code, for places outside the UK.", names="countries"
    )
    latitude: Number | None = optional("Degrees north.", example="51.45")
    longitude: Number | None = optional("Degrees east; west is negative.", example="-2.59")
    precision: Text | None = optional("What the two degrees point at.", names="precisions")
    citations: tuple[Citation, ...] = several("Where this is said, if no other field says so.")

    @property
    def nation(self) -> Nation | None:
        """The nation of the UK that the place's code is in, if it has one."""
        return nation_of(self.gss)

    @property
    def region(self) -> str | None:
        """The region of England that the place's code is in, if we know it."""
        return region_of(self.gss)

    @property
    def kind(self) -> Kind | None:
        """The kind of area that the place's code is for, such as a London borough."""
        return kind_of(self.gss) if self.gss else None

    @property
    def point(self) -> Point | None:
        """Where it is: as typed, else the centre of its council's area."""
        return point_of(self.latitude, self.longitude, self.gss)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityTech(Noun):
    """The technology itself: what it is made for, whose it is, and who may copy it.

    The three kinds are those of Power to Change and Promising Trouble (2021).
    """

    kind: Text | None = optional("What it is made for.", names="technology-kinds")
    ownership: Text | None = optional("Whose it is.", names="ownerships")
    licence: Text | None = optional(
        "Its licence by its SPDX name, such as AGPL-3.0-only, or proprietary, or not-stated."
    )


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

    id: Text = required(
        "The entry's name in links; the same as the file's.", example="anytown-tool-library"
    )
    title: Text = required("The example's name.", example="Anytown Tool Library")
    summary: Text = required(
        "What it is, in at most 280 characters.",
        example="A library of things that lends tools to the people of Anytown.",
        longest=280,
    )
    example_of: Text | None = optional("What it is an example of.", names="example-kinds")
    status: Text = required("Where it stands in its life.", names="statuses")
    ended_because: Text | None = optional("If it ended: why.", example="The shop was sold.")
    started: Date | None = optional("When it began. A year alone is fine.", example="2014")
    ended: Date | None = optional("When it ended, if it has. A year alone is fine.")
    url: Url | None = optional("Its web address.")
    organisations: tuple[Organisation, ...] = several("Who takes part.")
    places: tuple[Place, ...] = several("Where it is.")
    themes: tuple[Text, ...] = several("What it is about.", names="themes", needed=True)
    technologies: tuple[Text, ...] = several("What it is made with.", names="technologies")
    community_tech: CommunityTech | None = optional("Whose technology it is, and who may copy it.")
    sdgs: tuple[Text, ...] = several("Global goals that it serves, by number.", names="sdgs")
    questions: tuple[Text, ...] = several("Policy questions that it speaks to.", names="question")
    claims: tuple[Claim, ...] = several("What happened, and how anyone knows.")
    costs: tuple[Cost, ...] = several("What it cost.")
    funding: tuple[Grant, ...] = several("Who paid for it.")
    challenges: tuple[Text, ...] = several(
        "What was hard, or went wrong.", example="Few people came on weekdays."
    )
    lessons: tuple[Text, ...] = several(
        "What others can learn.", example="Open when people are free: in the evenings."
    )
    references: tuple[Text, ...] = several("Works for further reading.", names="reference")
    body: Prose | None = optional("The story, in Markdown.")
    provenance: Provenance = required("How this entry came to be.")
    waivers: tuple[Waiver, ...] = several("Warnings that do not fit here, and why.")
