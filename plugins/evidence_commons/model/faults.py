"""Faults: what could not be read, as things among the other things.

Reading never stops at a fault and never drops anything in silence: what cannot become a noun
becomes one of these, and a rule finds the words for it. After bibtexparser 2's failed blocks.
"""

from dataclasses import dataclass

from evidence_commons.diagnostics import Location
from evidence_commons.model.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that could not be read, and where it stands."""

    location: Location


@dataclass(frozen=True, slots=True)
class NotAFile(Fault):
    """A link or another special file where an ordinary file should be."""


@dataclass(frozen=True, slots=True)
class Taken(Fault):
    """A file in a folder under docs/ that the site fills by itself."""


@dataclass(frozen=True, slots=True)
class Stray(Fault):
    """A file in a folder of entries that is read by nobody."""


@dataclass(frozen=True, slots=True)
class NotText(Fault):
    """A file that is not UTF-8, or holds signs that no text needs, or cannot be opened.

    ``problem`` is one of: encoding, sign, closed. ``sign`` is the character in the way.
    """

    problem: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class TooBig(Fault):
    """A file, or the nesting in it, beyond the bounds that keep reading safe.

    ``remedy`` says what to do about it, where that is not the same for all such files.
    """

    why: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class ByteOrderMark(Fault):
    """A mark at the front of a file that says how its bytes are ordered, as some programs leave."""


@dataclass(frozen=True, slots=True)
class NotAPicture(Fault):
    """A picture by its name alone. ``kind`` is the ending that it should have, if it is a picture.

    It is closed for what cannot be opened.
    """

    kind: str = ""


@dataclass(frozen=True, slots=True)
class HeavyPicture(Fault):
    """A picture of so many bytes that readers would wait for it."""

    size: int


@dataclass(frozen=True, slots=True)
class SameButForCapitals(Fault):
    """A file that is named like another, but for capitals or the way its accents are saved."""

    other: str


@dataclass(frozen=True, slots=True)
class Unreadable(Fault):
    """YAML that cannot be read, or that would be read as something else than was meant.

    ``problem`` is one of: colon, no-colon, quote, after, bracket, block, tab, sign, indent,
    joined, bullet, fence, bar, hash, escape, empty, front-matter, many, crowded, other. ``sign``
    is the character in the way, where there is one; ``text`` is the stretch at the location, as
    it was typed.
    """

    problem: str
    sign: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shorthand(Fault):
    """A YAML anchor, alias, tag or merge: ``&name``, ``*name``, ``!name`` or ``<<``.

    ``text`` is the stretch at the location, as it was typed: the shortcut and what follows it.
    """

    sign: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class RepeatedField(Fault):
    """A field that is filled in twice. ``lost`` holds the texts that are not read for that."""

    key: str
    first: Location
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownField(Fault):
    """A field that its noun does not have.

    ``free`` are the fields of the noun that are not yet filled in: one of them may have been
    meant. ``lost`` holds the texts that nobody reads for that.
    """

    key: str
    noun: str
    known: tuple[str, ...]
    free: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingField(Fault):
    """A required field that is not there, or is empty.

    ``slips`` are the unknown fields beside it, and ``free`` the known ones that are not filled
    in: where a slip is nearest to this field, the mistake is told already.
    """

    key: str
    noun: str
    about: str
    empty: bool = False
    slips: tuple[str, ...] = ()
    free: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndentedField(Fault):
    """A field that begins too far to the right, so that the text above it has swallowed it.

    ``line`` is what was typed there, ``swallower`` the field of that text, and ``beside`` the
    field in whose column it belongs.
    """

    line: str
    swallower: str
    beside: str


@dataclass(frozen=True, slots=True)
class WrongKind(Fault):
    """Text where a list should be, or the like.

    ``text`` is what was typed, if it is text. ``inside`` are the fields that were wanted, and
    ``alone`` the one of them that must be there, if there is one alone. ``needed`` says that the
    field itself must be there. ``lost`` holds the texts that nobody reads for that.
    """

    key: str
    wanted: str
    found: str
    text: str = ""
    inside: tuple[str, ...] = ()
    alone: str = ""
    item: bool = False
    needed: bool = False
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadValue(Fault):
    """A text that does not have the form of its kind, such as a date with a thirteenth month."""

    text: str
    kind: type[Text]
    why: str


@dataclass(frozen=True, slots=True)
class RawHtml(Fault):
    """HTML typed into Markdown."""

    markup: str


@dataclass(frozen=True, slots=True)
class BadLink(Fault):
    """A Markdown link to something that we do not publish, or an image."""

    address: str
    why: str


@dataclass(frozen=True, slots=True)
class BrokenReference(Fault):
    """A BibTeX record that cannot be read.

    ``key`` is its key, where that is why nothing can cite it; ``lost`` says that nobody can know
    its key. ``meant`` is what to type at the location, where there is one answer; ``sure`` says
    that nothing else can have been meant.
    """

    why: str
    remedy: str
    key: str = ""
    lost: bool = False
    meant: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class BadDoi(Fault):
    """A DOI that has not the shape of one. ``inside`` is the one that it holds, if it does."""

    text: str
    inside: str = ""


@dataclass(frozen=True, slots=True)
class BadNames(Fault):
    """Several people in one name of a record, as no *and* parts them. ``text`` is that name.

    ``meant`` is the whole value with the *and* that parts them, where there is one answer.
    """

    field: str
    text: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class SwallowedField(Fault):
    """A BibTeX field that the one before it has swallowed, for want of a comma.

    The location is the last sign of the swallower, which is ``sign``; ``sure`` says that the other
    field begins a line of its own, and can be nothing else.
    """

    swallower: str
    swallowed: str
    sign: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class LostText(Fault):
    """Text in the library that belongs to no record.

    ``kind`` is bare for a record without its ``@``, record for one that cannot be read for another
    reason, note for other text between records, brace for two braces of which one ends a record
    too early, closing for a brace that nothing opens; "" for what a record has lost.
    """

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class UnknownMacro(Fault):
    """A BibTeX word without quotes that no ``@string`` defines."""

    word: str
    field: str


@dataclass(frozen=True, slots=True)
class BadCitation(Fault):
    """What begins like a citation in running text, ``[@``, and does not become one.

    ``text`` is what was typed, up to its closing bracket if there is one.
    """

    text: str


@dataclass(frozen=True, slots=True)
class UnknownRecordWord(Fault):
    """A kind of record, or a field of one, that BibTeX does not know.

    Libraries may hold words of their own: this is a mistake only where it is near to a ``known``
    word. ``what`` is kind or field; ``used`` are the fields that the record has.
    """

    word: str
    what: str
    known: tuple[str, ...]
    used: tuple[str, ...] = ()
