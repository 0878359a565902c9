"""The file that a new entry starts from: every field, explained, with the ones needed on top.

A line that begins with ``##`` explains the field under it. A field that may be left out stands
behind a ``#`` and a space, with all that is inside it: whoever takes them away has the field.
"""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence_commons.export.kinds import PLACES, Kind, Vocabularies, inside
from evidence_commons.export.quoting import as_value
from evidence_commons.model.fields import Typed
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import YesNo

WIDTH = 84
"""An explanation breaks before a line of it gets longer."""

MOST_WORDS = 160
"""A vocabulary with more characters in its words is named and not shown."""

_HEAD = """\
## Fill in the fields below. A line that begins with ## explains the field under it.
## Further down are fields that you may add: take away the "# " in front of their lines.
## What you do not know, leave out. Lines that explain can go when you are done.
## To see what is missing, type:
##   python3 scripts/check.py {path}"""
_MORE = "## ---- Fields that you may add ----"
_BELOW = "## Below the next line you may write more, in Markdown."


def path(kind: Kind, name: str) -> str:
    """Where a new entry of that name belongs, relative to the commons."""
    return f"{kind.folder}{name}{kind.ending}"


def template(kind: Kind, name: str, filled: Mapping[str, str], vocabularies: Vocabularies) -> str:
    """The text of a new file.

    Args:
        kind: what it is to be.
        name: its id.
        filled: values that are known, by the names of their fields, such as ``title`` or
            ``provenance.last_reviewed``.
        vocabularies: the words that fields can hold.
    """
    writer = _Writer({"id": name, **filled}, vocabularies)
    needed = [writer.block(typed) for typed in kind.fields if typed.described.required]
    more = [writer.block(typed).off() for typed in kind.fields if not typed.described.required]
    parts = [_HEAD.format(path=path(kind, name)), *map(str, needed)]
    parts += [_MORE, *map(str, more)] if more else []
    if kind.is_page:
        return "---\n" + "\n\n".join([*parts, _BELOW]) + "\n---\n"
    return f"# yaml-language-server: $schema={kind.schema}\n" + "\n\n".join(parts) + "\n"


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one field: those that explain it, and its own."""

    about: list[str]
    lines: list[str]

    def off(self) -> "_Block":
        """The block with the field behind hash signs."""
        return _Block(self.about, [f"# {line}" for line in self.lines])

    def __str__(self) -> str:
        return "\n".join([*self.about, *self.lines])


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes fields with what is known of their values."""

    filled: Mapping[str, str]
    vocabularies: Vocabularies

    def block(self, typed: Typed, above: str = "") -> _Block:
        """A field; ``above`` is the name of the field that holds it, with a point behind it."""
        name = above + typed.key
        return _Block(self._about(typed, name), self._lines(typed, name))

    def _lines(self, typed: Typed, name: str) -> list[str]:
        if fields := inside(typed):
            return [f"{typed.key}:", *self._inner(typed, fields, name)]
        if typed.many:
            return [f"{typed.key}:", "  -"]
        if issubclass(typed.leaf, Prose):
            return [f"{typed.key}: |"]
        known = self.filled.get(name, "")
        return [f"{typed.key}: {as_value(known)}" if known else f"{typed.key}:"]

    def _inner(self, typed: Typed, fields: tuple[Typed, ...], name: str) -> Iterable[str]:
        """The fields of a thing inside, the required ones first. One at least is to be there."""
        ordered = sorted(fields, key=lambda one: not one.described.required)
        first, *rest = ordered
        blocks = [self.block(first, f"{name}.")]
        for one in rest:
            block = self.block(one, f"{name}.")
            blocks.append(block if one.described.required else block.off())
        lines = [line for block in blocks for line in (*block.about, *block.lines)]
        if not typed.many:
            return [f"  {line}" for line in lines]
        explained = len(blocks[0].about)
        return [
            *(f"  {line}" for line in lines[:explained]),
            f"  - {lines[explained]}",
            *(f"    {line}" for line in lines[explained + 1 :]),
        ]

    def _about(self, typed: Typed, name: str) -> list[str]:
        described = typed.described
        parts = [described.about, self._words(typed)]
        if described.example and name not in self.filled:
            parts.append(f"For example: {described.example}")
        text = " ".join(filter(None, parts))
        return [f"## {line}" for line in textwrap.wrap(text, WIDTH, break_on_hyphens=False)]

    def _words(self, typed: Typed) -> str:
        """What can be written there, where that is not free."""
        if typed.leaf is YesNo:
            return "Write yes or no."
        names = typed.described.names
        if not names:
            return ""
        if place := PLACES.get(names):
            told = place in typed.described.about
            return "" if told else f"Write a name from {place}."
        known = self.vocabularies.get(names)
        words = ", ".join(term.id for term in known.terms) if known else ""
        if not words or len(words) > MOST_WORDS:
            return f"Its words are in case_studies/vocabulary/{names}.yaml."
        return f"Write {'some' if typed.many else 'one'} of: {words}."
