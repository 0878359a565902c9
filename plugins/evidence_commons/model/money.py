"""Cost and Grant: what something cost, and who paid for it."""

from dataclasses import dataclass

from evidence_commons.model.citation import Citation
from evidence_commons.model.fields import Noun, optional, required
from evidence_commons.model.text import Date, Number, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Noun):
    """What something cost."""

    what: Text = required("What was paid for.", example="Rent of the shop for a year")
    amount: Number = required("How much.", example="1200")
    currency: Text = required("The ISO 4217 code, such as GBP.")
    year: Date | None = optional("The year in which it was paid.")
    basis: Text | None = optional("How anyone knows the figure.", names="cost-bases")
    citation: Citation | None = optional("Where the figure stands.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Noun):
    """Who gives or gets a grant."""

    name: Text = required("Its name.")
    id: Text | None = optional("Its org-id identifier, where it has one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Noun):
    """Money given, in the field names of the 360Giving Data Standard."""

    id: Text | None = optional("The grant's 360Giving identifier.")
    title: Text = required("What it was for.")
    description: Text | None = optional("What it was for, in a sentence or two.")
    funder: Party = required("Who gave it.", key="fundingOrganization")
    recipient: Party | None = optional("Who got it.", key="recipientOrganization")
    amount_awarded: Number | None = optional("How much was given.", key="amountAwarded")
    currency: Text | None = optional("The ISO 4217 code, such as GBP.")
    award_date: Date | None = optional("When it was given.", key="awardDate")
    citation: Citation | None = optional("Where this stands.")
