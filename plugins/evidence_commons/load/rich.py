r"""LaTeX to the rich text of citation styles: ``\emph{Now} in the {UK}`` to tags and words.

The tags are those that CSL-JSON knows: ``<i>``, ``<b>``, ``<sub>``, ``<sup>``, small capitals and
``nocase``, which keeps the capitals of a word as they are. Signs that nobody types stand for tags
while the LaTeX is read, so that accents, dashes and quotation marks come out as everywhere else,
and so that a ``<`` that somebody typed stays a ``<``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence_commons.load.latex import formula, plain_text

TAGS = {
    "i": ("<i>", "</i>"),
    "b": ("<b>", "</b>"),
    "sub": ("<sub>", "</sub>"),
    "sup": ("<sup>", "</sup>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
}
OPEN = {name: chr(0xE000 + number) for number, name in enumerate(TAGS)}
CLOSE = "\ue00f"
NAMES = {sign: name for name, sign in OPEN.items()}
TYPED_SIGNS = re.compile(r"[\ue000-\ue00f]")
SIGN = re.compile(r"([\ue000-\ue00f])")

MARKUP = re.compile(r"[\\{}$]")
TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?[ \t\n]*|.)|[{}$]|[^\\{}$]+", re.DOTALL)
STYLES = {
    "emph": "i", "textit": "i", "textsl": "i", "mkbibemph": "i", "mkbibitalic": "i",
    "textbf": "b", "mkbibbold": "b", "textsc": "sc",
    "textsubscript": "sub", "textsuperscript": "sup", "mkbibsuperscript": "sup",
}  # fmt: skip
SWITCHES = {
    "em": "i", "it": "i", "itshape": "i", "sl": "i", "slshape": "i",
    "bf": "b", "bfseries": "b", "sc": "sc", "scshape": "sc",
}  # fmt: skip
FORMULA = re.compile(r"\$([^$]*)\$")
BRACE = re.compile(r"(?<!\\)[{}]")
WORD = r"[\w'\u2019-]"
WORD_BEFORE = re.compile(rf"{WORD}+$")
WORD_AFTER = re.compile(rf"^{WORD}+")
LONGEST, LONGEST_WORD = 10_000, 100
CASED = re.compile(r"[^\W\d_]")


def rich_text(latex: str) -> str:
    """The title that ``latex`` stands for. Never fails; linear in its length."""
    latex = TYPED_SIGNS.sub("", latex)
    if not MARKUP.search(latex) or len(latex) > LONGEST:
        return plain_text(latex)
    scripted = FORMULA.sub(lambda found: formula(found, _script), _unwrapped(latex.strip()))
    dressed = "".join(_dressed(plain_text("".join(_marked(scripted)))))
    return " ".join(dressed.split())


def _unwrapped(latex: str) -> str:
    """The title without braces around all of it: they say nothing about single words."""
    while latex.startswith("{") and _closes(latex) and not latex[1:].lstrip().startswith("\\"):
        latex = latex[1:-1].strip()
    return latex


def _closes(latex: str) -> bool:
    """Whether the brace with which it begins is closed by the last sign, and by no other."""
    depth = 0
    for brace in BRACE.finditer(latex):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end() == len(latex)
    return False


def _script(sign: str, typed: str) -> str:
    return f"{OPEN['sub' if sign == '_' else 'sup']}{typed}{CLOSE}"


def _marked(latex: str) -> Iterator[str]:
    """The LaTeX with signs for its styles, and for the braces that protect capitals."""
    opened: list[bool | None] = []  # for each open brace: whether a sign closes it; None: argument
    before, after_argument = "", False
    signs = TOKEN.findall(latex)
    for place, sign in enumerate(signs):
        if sign == "{":
            argument = bool(before) or after_argument
            style = STYLES.get(before, "") if argument else _style_inside(signs, place)
            opened.append(None if argument and not style else bool(style))
            yield "{" + OPEN.get(style, "")
        elif sign == "}":
            after_argument = bool(opened) and opened[-1] is None
            yield (CLOSE if opened and opened.pop() else "") + "}"
        elif _command(sign) not in STYLES and not _switches(signs, place):
            yield sign
        if sign != "}":
            after_argument = False
        before = _command(sign) if sign.startswith("\\") else ""
    yield CLOSE * opened.count(True)


def _command(sign: str) -> str:
    return sign[1:].rstrip().rstrip("*") if sign.startswith("\\") else ""


def _switches(signs: list[str], place: int) -> bool:
    """Whether the command at ``place`` sets the style of the braces in which it stands first."""
    return _command(signs[place]) in SWITCHES and place > 0 and signs[place - 1] == "{"


def _style_inside(signs: list[str], place: int) -> str:
    """The style of a pair of braces that belong to no command: a switch, or kept capitals."""
    inside = signs[place + 1] if place + 1 < len(signs) else ""
    if inside.startswith("\\"):
        return SWITCHES.get(_command(inside), "")
    return "nocase" if inside not in ("{", "}", "$") else ""


@dataclass(slots=True)
class _Span:
    name: str
    parts: list[str] = field(default_factory=list)


def _dressed(text: str) -> Iterator[str]:
    """The text with tags for signs. Tags that hold nothing, or keep no case, are left out."""
    open_spans = [_Span("")]
    widen = False
    for piece in SIGN.split(text):
        if piece in NAMES:
            word = _last_word(open_spans[-1].parts) if NAMES[piece] == "nocase" else ""
            open_spans.append(_Span(NAMES[piece], [word]))
            widen = False
        elif piece == CLOSE and len(open_spans) > 1:
            widen = _close(open_spans)
        elif piece not in (CLOSE, ""):
            rest = _with_rest_of_word(open_spans[-1].parts, piece) if widen else piece
            open_spans[-1].parts += [rest] if rest else []
            widen = False
    while len(open_spans) > 1:
        _close(open_spans)
    yield from open_spans[0].parts


def _last_word(parts: list[str]) -> str:
    """Take the beginning of a word off the end: ``i`` of ``i{P}hone``, ``{La}`` of ``{La}{T}e``."""
    last, (begin, end) = parts[-1] if parts else "", TAGS["nocase"]
    if last.startswith(begin) and last.endswith(end):
        return parts.pop().removeprefix(begin).removesuffix(end)
    if found := WORD_BEFORE.search(last[-LONGEST_WORD:]):
        parts[-1] = last[: len(last) - len(found[0])]
        return found[0]
    return ""


def _close(open_spans: list[_Span]) -> bool:
    """Close the innermost span. Whether a word that goes on behind it belongs to it."""
    span = open_spans.pop()
    inside, outer = "".join(span.parts), open_spans[-1]
    kept = any(one.name == "nocase" for one in open_spans)
    if not inside.strip() or (span.name == "nocase" and (kept or not CASED.search(inside))):
        outer.parts.append(inside)
        return False
    begin, end = TAGS[span.name]
    outer.parts.append(f"{begin}{inside}{end}")
    return span.name == "nocase"


def _with_rest_of_word(parts: list[str], piece: str) -> str:
    """Put the rest of a word into the span that holds its beginning: ``nited`` of ``{U}nited``."""
    rest = WORD_AFTER.match(piece)
    if rest and parts:
        end = TAGS["nocase"][1]
        parts[-1] = parts[-1].removesuffix(end) + rest[0] + end
        return piece[rest.end() :]
    return piece
