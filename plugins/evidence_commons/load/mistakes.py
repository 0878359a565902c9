"""What is wrong with a record, and how to mend it, in words that need no BibTeX."""

from evidence_commons.diagnostics import Location
from evidence_commons.model.faults import BrokenReference

MOST = 1_000
"""After so many mistakes, nobody reads a library any further: only a hostile one has as many."""


def short(text: str, longest: int = 60) -> str:
    """``text`` on one line, cut where it would be too long for a message."""
    line = " ".join(text[: 4 * longest].split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def no_kind(location: Location) -> BrokenReference:
    """``@{…}``: the word behind the ``@`` is missing."""
    return BrokenReference(
        location,
        "A record begins here, but it does not say of what kind.",
        "Write its kind behind the @, such as @book, @article or @misc.",
    )


def parted_head(location: Location, head: str, meant: str) -> BrokenReference:
    """``@ book {``, or ``@book`` with its brace on the next line."""
    return BrokenReference(
        location,
        "A space or a line break parts the beginning of this record. Many programs pass over it.",
        f"Write {short(head)} without a space, on one line.",
        meant=meant if len(head) < MOST else "",
        sure=bool(meant) and len(head) < MOST,
    )


def no_key(location: Location, kind: str) -> BrokenReference:
    """``@book{title = …``: there is nothing to cite the record by."""
    return BrokenReference(
        location,
        "This record has no key, so nothing can cite it.",
        f"Write a key and a comma behind the bracket, such as @{short(kind)}{{smith2024,",
    )


def bad_key(location: Location, key: str, example: str) -> BrokenReference:
    """A key with spaces or signs that citations cannot hold."""
    return BrokenReference(
        location,
        f'"{short(key)}" cannot be the key of a record.',
        f"Use letters without accents, digits and - _ : . + / only, such as {short(example)}. "
        "Write it the same way wherever the record is cited.",
        key,
    )


def no_comma_after_key(location: Location, key: str, alone: bool) -> BrokenReference:
    """``@book{smith2024 title = …``; ``alone`` if the key ends its line."""
    return BrokenReference(
        location,
        f'There is no comma behind the key "{short(key)}".',
        f"Write {short(key)}, with a comma.",
        meant=f"{key}," if len(key) < MOST else "",
        sure=alone and len(key) < MOST,
    )


def no_end(location: Location, key: str, closing: str) -> BrokenReference:
    """A record that goes on until the next one."""
    return BrokenReference(
        location,
        f"The record {_named(key)} has no {closing} at its end.",
        f"Put {closing} on a line of its own, after the last field of the record.",
    )


def field_not_closed(
    location: Location, name: str, closing: str, meant: str = ""
) -> BrokenReference:
    """A field whose brace or quotation mark nothing closes."""
    return BrokenReference(
        location,
        f'Nothing closes the field "{short(name)}".',
        f"Put {closing} at its end.",
        meant=meant,
    )


def no_equals(location: Location, name: str, meant: str = "") -> BrokenReference:
    """A field without the sign between its name and its value."""
    return BrokenReference(
        location,
        f'There is no = behind "{short(name)}".',
        f"Write {short(name)} = {{…}}, or delete the word if it does not belong here.",
        meant=meant,
    )


def other_equals(location: Location, name: str) -> BrokenReference:
    """``title == {…}``, ``title => {…}``."""
    why = f'Behind "{short(name)}", there are other signs than one =.'
    return BrokenReference(location, why, "Type one = alone.", meant="=", sure=True)


def quoted_key(location: Location, key: str) -> BrokenReference:
    """``@book{"smith2024",``."""
    return BrokenReference(
        location, "The key stands in quotes or braces.", "Take them out.", meant=key, sure=True
    )


def in_round_brackets(location: Location, name: str, meant: str) -> BrokenReference:
    """``title = (Riding Together),``."""
    return BrokenReference(
        location,
        f'The value of "{short(name)}" stands in round brackets.',
        "Put it in braces.",
        meant=meant,
    )


def no_value(location: Location, name: str) -> BrokenReference:
    """A field with nothing behind its ``=``."""
    return BrokenReference(
        location,
        f'The field "{short(name)}" has nothing behind its =.',
        f"Write {short(name)} = {{…}}, or delete the field.",
    )


def comma_too_many(location: Location, meant: str) -> BrokenReference:
    """Two commas with nothing between them."""
    why = "There is a comma too many between two fields."
    return BrokenReference(location, why, "Type one comma alone.", meant=meant, sure=bool(meant))


def comment_inside(location: Location) -> BrokenReference:
    """A ``%`` between the fields of a record."""
    return BrokenReference(
        location,
        "Inside a record, % does not begin a comment.",
        "Move this line in front of the record, or delete it.",
    )


def out_of_place(location: Location, text: str) -> BrokenReference:
    """Signs between the fields that belong to none."""
    return BrokenReference(
        location,
        f'"{short(text)}" stands between the fields and belongs to none of them.',
        "Write it as name = {…}, or delete it.",
    )


def quotes_inside(location: Location, name: str, meant: str) -> BrokenReference:
    """Quotation marks in a value that stands in quotation marks."""
    return BrokenReference(
        location,
        f'The field "{short(name)}" has quotation marks inside quotation marks.',
        f"Put the whole value in braces: {short(name)} = {{…}}.",
        meant=meant,
    )


def too_long(location: Location, name: str, longest: int) -> BrokenReference:
    """A value that grew beyond all measure by words that stand for other words."""
    return BrokenReference(
        location,
        f'"{short(name)}" becomes longer than {longest:,} letters and signs.',
        "Write its words out in full, and fewer of them.",
    )


def not_closed(location: Location, kind: str) -> BrokenReference:
    """A ``@comment`` or ``@preamble`` that goes on until the next record."""
    return BrokenReference(
        location,
        f"Nothing closes this @{short(kind)} before the next record begins, "
        "so it does not hide that record.",
        "To hide a record, begin each of its lines with %. Otherwise close the bracket.",
    )


def unknown_parent(location: Location, name: str, parent: str) -> BrokenReference:
    """``crossref`` or ``xdata`` with the key of no record."""
    return BrokenReference(
        location,
        f'There is no record with the key "{short(parent)}" that {name} names.',
        "Check the spelling of the key, add that record, or delete the field.",
    )


def _named(key: str) -> str:
    return f'"{short(key)}"' if key else "that begins here"
