"""The contrast of the colours, computed from the pairs in the stylesheet."""

import re

import pytest
from tests.building import ROOT

THEME = ROOT / "plugins" / "mkdocs_evidence_commons" / "theme"
PAIR = re.compile(r"--ec-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")

GROUNDS = ("paper", "panel", "tint", "mark")
WORDS = "ink soft quiet strong link accent better worse mixed same unclear".split()
ON = {"on-strong": ("strong",), "on-deep": ("deep",), "on-deep-soft": ("deep",)}
DRAWN = {"edge": ("paper", "panel", "tint")}
"""What is drawn and not written: edges of controls, and pips that are off."""

ONLY_DIVIDES = {"line", *GROUNDS, "deep"}

Colours = dict[str, tuple[str, str]]


@pytest.fixture(scope="module")
def colours() -> Colours:
    """Every colour by its name: in the light look, and in the dark one."""
    text = (THEME / "assets" / "evidence-commons.css").read_text("utf-8")
    return {name: (light, dark) for name, light, dark in PAIR.findall(text)}


def test_every_colour_is_held_against_something(colours: Colours) -> None:
    assert set(colours) == {*WORDS, *ON, *DRAWN, *ONLY_DIVIDES}


@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
def test_words_can_be_read_on_whatever_they_stand_on(colours: Colours, look: int) -> None:
    pairs = {**dict.fromkeys(WORDS, GROUNDS), **ON}
    assert _too_faint(colours, pairs, look, 4.5) == []


@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
def test_what_is_drawn_can_be_seen(colours: Colours, look: int) -> None:
    assert _too_faint(colours, DRAWN, look, 3) == []


def _too_faint(
    colours: Colours, pairs: dict[str, tuple[str, ...]], look: int, least: float
) -> list[tuple[str, str, float]]:
    return [
        (front, back, contrast)
        for front, backs in pairs.items()
        for back in backs
        if (contrast := _contrast(colours[front][look], colours[back][look])) < least
    ]


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def test_the_letters_are_bundled_light_and_free() -> None:
    fonts = list((THEME / "assets" / "fonts").glob("*.woff2"))
    assert sum(font.stat().st_size for font in fonts) <= 120_000
    notice = (THEME / "assets" / "fonts" / "NOTICE.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in notice
    assert [font.name for font in fonts if font.name not in notice] == []
    css = (THEME / "assets" / "evidence-commons.css").read_text("utf-8")
    assert css.count("@font-face") == css.count("font-display: swap") == len(fonts)


def test_no_stylesheet_asks_for_anything_outside() -> None:
    for sheet in THEME.rglob("*.css"):
        asked = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]*)", sheet.read_text("utf-8"))
        assert [url for url in asked if not url.startswith(("fonts/", "data:", "#"))] == []
