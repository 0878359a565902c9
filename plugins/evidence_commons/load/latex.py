r"""LaTeX to text: ``{\"U}ber CO$_2$`` becomes ``Über CO₂``.

Nearly all that people type in a library is accents, dashes and braces; those are read here in one
sweep. The rest goes to pylatexenc, with its surprises taken out: no macro reads a file or the
clock, none swallows the words that it is given, and no text is too crooked to come back as text.
"""

import logging
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from pylatexenc import latex2text, latexwalker, macrospec

# What pylatexenc has to say about crooked LaTeX is meant for its own users.
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL + 1)

LONGEST, DEEPEST = 10_000, 6
"""Beyond this many characters, or brackets inside brackets, signs are only taken away.

With each accent inside an accent, pylatexenc takes twice as long.
"""

LONGEST_WORD = 500

ACCENTS = dict(zip("`'^~\"=.cvHkrudb", map(chr, (
    0x300, 0x301, 0x302, 0x303, 0x308, 0x304, 0x307, 0x327,
    0x30C, 0x30B, 0x328, 0x30A, 0x306, 0x323, 0x331,
)), strict=True))  # fmt: skip
LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "\u0131", "j": "\u0237",
}  # fmt: skip
SIGNS = {
    **dict.fromkeys(("newline", "linebreak", "break", "par", "quad", "qquad", "space"), " "),
    **dict.fromkeys(("thinspace", "enspace", "enskip", "nobreakspace", "hfill"), " "),
    **dict.fromkeys(("xspace", "relax", "protect", "noindent", "ignorespaces"), ""),
    **dict.fromkeys(("bf", "it", "sl", "em", "rm", "sf", "tt", "sc", "bfseries", "itshape"), ""),
    **dict.fromkeys(("slshape", "scshape", "upshape", "mdseries", "normalfont"), ""),
    **dict.fromkeys(("rmfamily", "sffamily", "ttfamily", "small", "large"), ""),
    "hyphen": "-", "Dash": "\u2014", "slash": "/", "textasciicircum": "^", "textbar": "|",
    "textless": "<", "textgreater": ">", "textperiodcentered": "·", "pounds": "£", "euro": "€",
    "EUR": "€", "dag": "†", "ddag": "‡", "degree": "°", "celsius": "°C", "lq": "\u2018",
    "rq": "\u2019", "glq": "\u201a", "grq": "\u2018", "glqq": "\u201e", "grqq": "\u201c",
    "flq": "\u2039", "frq": "\u203a", "flqq": "«", "frqq": "»",
}  # fmt: skip
"""What pylatexenc gets wrong or leaves out, so that the words on both sides run together."""

LOW = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
HIGH = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
DASHES_AND_QUOTES = (
    ("---", "\u2014"), ("--", "\u2013"), ("!`", "¡"), ("?`", "¿"),
    ("``", "\u201c"), ("''", "\u201d"), ("~", " "),
)  # fmt: skip

SPECIAL = re.compile(r"[\\{}$~`]|--|''")
BRACKET = re.compile(r"(?<!\\)[{}\[\]]")
COMMAND = re.compile(
    r"""\\(?P<accent>[`'^~"=.]|[cvHkrudb](?![A-Za-z]))\s*
          (?:\{\s*(?P<inside>\\[ij]|[^\W\d_])\s*\}|(?P<after>\\[ij](?![A-Za-z])|[^\W\d_]))
      | \\(?P<letter>ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?![A-Za-z])(?:\{\}|\s+)?
      | \\(?P<sign>[&%$\#_])
      | \\(?P<style>emph|text(?:it|bf|sc|tt|rm|sf|sl|up|normal)|mkbibemph|mbox)\s*(?=\{)""",
    re.VERBOSE,
)
SORTED_BY = re.compile(r"\\(?:noopsort|sortnoop|noop)\s*\{[^{}]*\}")
"""Tells BibTeX where a work goes in order, and readers nothing."""

SIGN = re.compile(
    rf"\\(?:({'|'.join(SIGNS)}|[A-Za-z]*TeX[A-Za-z]*|META[A-Z]+)(?![A-Za-z])(?:\{{\}}|\s+)?"
    r"|\^\{\s*\})"
)
SCRIPT = re.compile(
    r"\$(?P<sign>[_^])\{?(?P<raised>\w+|[0-9+-]+)\}?\$"
    r"|\\text(?P<word>sub|super)script\s*\{(?P<typed>[\w+-]+)\}"
)
PAIR = re.compile(r"(?<!\\)\$([^$]*)(?<!\\)\$")
FORMULA = re.compile(r"[\\^_=<>+]|^\s*\w\s*$")
IN_FORMULA = re.compile(r"([_^])(?:\{([^{}\\$]*)\}|([^\s{}\\$]))")
UPRIGHT = re.compile(r"\\(?:mathrm|mathsf|mathit|text|textrm|rm)\s*\{([^{}\\]*)\}")
DEGREES = re.compile(r"\^(?:\{\\circ\s*\}|\\circ(?![A-Za-z]))")
NOT_YET_TEXT = re.compile(r"[\\{}_^]")
MONEY = re.compile(r"(?<!\\)\$")
VERBATIM = re.compile(r"\\verb\*?([^\w\s*])(.*?)\1")
BARE = re.compile(r"(?<!\\)([%&])")


MOST = 100_000
"""Of so many letters and signs in one library, pylatexenc makes text: it takes its time."""


class TooMuchLatexError(Exception):
    """There is more uncommon LaTeX than is ever read."""


@dataclass(slots=True)
class Decoder:
    """Makes text of the LaTeX of one library, up to a bound for what takes long."""

    _letters: int = 0
    _seen: set[str] = field(default_factory=set)

    def text(self, latex: str) -> str:
        """The same as ``plain_text``.

        Raises:
            TooMuchLatexError: the library holds more uncommon LaTeX than is ever read.
        """
        text, uncommon = _decoded(latex)
        if uncommon and latex not in self._seen:
            self._seen.add(latex)
            self._letters += len(latex)
            if self._letters > MOST:
                raise TooMuchLatexError
        return text


def plain_text(latex: str) -> str:
    """``latex`` as Unicode text (NFC) on one line, without the braces that protect capitals.

    Never fails: what no reader of LaTeX understands comes back without its signs.
    """
    return _decoded(latex)[0]


@lru_cache(maxsize=4096)
def _decoded(latex: str) -> tuple[str, bool]:
    """The text, and whether pylatexenc was asked for it."""
    text, uncommon = _read(latex) if SPECIAL.search(latex) else (latex, False)
    words = text.split()
    if text.isascii():
        return " ".join(words), uncommon
    return " ".join([_normal(word) for word in words]), uncommon


def _normal(word: str) -> str:
    """The word in its normal form, unless it is none: to sort thousands of accents takes long."""
    return unicodedata.normalize("NFC", word) if len(word) <= LONGEST_WORD else word


def _read(latex: str) -> tuple[str, bool]:
    if len(latex) > LONGEST or _is_too_deep(latex):
        return _without_signs(latex), False
    latex = SORTED_BY.sub("", latex) if "noop" in latex else latex
    latex = SIGN.sub(_sign, latex) if "\\" in latex else latex
    latex = _amounts_kept(SCRIPT.sub(_script, latex))
    text = COMMAND.sub(_command, latex) if "\\" in latex else latex
    if "\\" in text or MONEY.search(latex):
        return _by_pylatexenc(latex), True
    for typed, sign in DASHES_AND_QUOTES:
        text = text.replace(typed, sign)
    return text.replace("{", "").replace("}", ""), False


def _is_too_deep(latex: str) -> bool:
    if latex.count("{") + latex.count("[") <= DEEPEST:
        return False
    depth = 0
    for bracket in BRACKET.findall(latex):
        depth += 1 if bracket in "{[" else -1
        if depth > DEEPEST:
            return True
    return False


def _without_signs(latex: str) -> str:
    return re.sub(r"\\[A-Za-z]+|[\\{}]", " ", latex)


def _sign(match: re.Match[str]) -> str:
    """A sign or a space; the names of programs stand for themselves."""
    return SIGNS.get(match[1], match[1]) if match[1] else "^"


def _script(match: re.Match[str]) -> str:
    low = match["sign"] == "_" or match["word"] == "sub"
    return (match["raised"] or match["typed"]).translate(LOW if low else HIGH)


def _amounts_kept(latex: str) -> str:
    """From ``$5 to $10`` nobody wants a formula: escape the dollar signs of sums of money."""
    if "$" not in latex:
        return latex
    kept = PAIR.sub(_formula, latex)
    return kept if len(MONEY.findall(kept)) % 2 == 0 else MONEY.sub(r"\\$", kept)


def _formula(match: re.Match[str]) -> str:
    """A formula with its scripts in place; sums of money between two dollar signs are none."""
    if not FORMULA.search(match[1]):
        return rf"\${match[1]}\$"
    return formula(match, lambda sign, typed: typed.translate(LOW if sign == "_" else HIGH))


def formula(match: re.Match[str], script: Callable[[str, str], str]) -> str:
    """One that is only letters and scripts, as in ``CO$_2$``, needs no mathematics.

    ``script`` gives the text of what stands low (``_``) or high (``^``).
    """
    upright = DEGREES.sub("\u00b0", UPRIGHT.sub(r"\1", match[1]))
    inside = IN_FORMULA.sub(lambda found: script(found[1], found[2] or found[3] or ""), upright)
    if inside == match[1]:
        return match[0]
    return f"${inside}$" if NOT_YET_TEXT.search(inside) else inside


def _command(match: re.Match[str]) -> str:
    if match["accent"]:
        base = (match["inside"] or match["after"]).lstrip("\\")
        return unicodedata.normalize("NFC", base + ACCENTS[match["accent"]])
    if match["letter"]:
        return LETTERS[match["letter"]]
    return match["sign"] or ""


def _by_pylatexenc(latex: str) -> str:
    latex = BARE.sub(r"\\\1", VERBATIM.sub(r"\2", latex))
    walked, writer = _pylatexenc()
    try:
        nodes = latexwalker.LatexWalker(latex, latex_context=walked).get_latex_nodes()[0]
        text: str = writer.nodelist_to_text(nodes)
    except Exception:  # its own bugs (upstream #117) must not cost anyone the whole library
        return _without_signs(latex)
    return text if text.strip() else _without_signs(latex)


@cache
def _pylatexenc() -> tuple[Any, Any]:
    """What the walker knows of each macro's arguments, and the writer of their text."""
    walked = latexwalker.get_default_latex_context_db()
    walked.add_context_category("ours", prepend=True, macros=[
        macrospec.std_macro(name, False, count)
        for name, count in (*((name, 2) for name in SECOND_OF_TWO), *((n, 1) for n in ONE_ARGUMENT))
    ])  # fmt: skip
    written = latex2text.get_default_latex_context_db().filter_context(
        exclude_categories=["latex-placeholders", "latex-ethuebung", "nonstandard-qit"]
    )
    written.add_context_category("ours", prepend=True, macros=[
        *(latex2text.MacroTextSpec(name, simplify_repl="%(2)s") for name in SECOND_OF_TWO),
        *(latex2text.MacroTextSpec(name, simplify_repl=sign) for name, sign in WORDS.items()),
        *(latex2text.MacroTextSpec(n, discard=False) for n in ONE_ARGUMENT if n not in WORDS),
    ])  # fmt: skip
    unknown = latex2text.MacroTextSpec("", simplify_repl=lambda node: node.macro_post_space)
    written.set_unknown_macro_spec(unknown)
    return walked, latex2text.LatexNodes2Text(latex_context=written)


SECOND_OF_TWO = ["href", "foreignlanguage", "textcolor"]
ONE_ARGUMENT = [
    "texttt", "textsf", "textup", "textnormal", "mbox", "url", "path", "nolinkurl", "footnote",
    "title", "author", "date", "input", "include", "enquote", "mkbibquote", "mkbibemph",
    "mkbibbold", "textsubscript", "textsuperscript",
]  # fmt: skip
WORDS = {
    "enquote": "\u201c%s\u201d", "mkbibquote": "\u201c%s\u201d", "LaTeX": "LaTeX", "TeX": "TeX",
    "BibTeX": "BibTeX", "today": "today", "maketitle": " ", "copyright": "©", "S": "§", "P": "¶",
    "slash": "/", "-": "", "/": "",
}  # fmt: skip
