"""Home: the words at the top of the first page."""

from dataclasses import dataclass

from evidence_commons.model.fields import Noun, optional, required
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Noun):
    """What the commons says of itself before anything else: docs/index.md."""

    title: Text = required("The name of the commons.")
    body: Prose | None = optional("A few sentences of welcome, in Markdown.")
