"""Every stop of the Tab key is seen: it changes what is drawn, and nothing lies over it."""

import pytest
from playwright.sync_api import Page
from tests.site.kinds import KINDS
from tests.site.looking import stops, unfold

ROUND = 6
"""How far around a thing its ring may lie, in pixels."""

WIDTHS = {"desk": (1280, 900), "phone": (360, 740), "400 per cent": (320, 256)}
MANY = 60
"""Lists repeat themselves: their first stops tell."""


@pytest.mark.parametrize("window", WIDTHS)
@pytest.mark.parametrize(
    "kind", ["home", "case study", "case studies", "evidence map", "places", "references"]
)
def test_whatever_has_the_focus_is_seen_to_have_it(
    page: Page, address: str, kind: str, window: str
) -> None:
    width, height = WIDTHS[window]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + KINDS[kind])
    unfold(page)
    if page.get_by_role("button", name="Menu").is_visible():
        page.get_by_role("button", name="Menu").click()
        page.evaluate("document.activeElement.blur(); getSelection().collapse(document.body, 0)")
    reached, unseen = 0, []
    for stop in stops(page):
        reached += 1
        if not (stop["seen"] and _changes_what_is_drawn(page, stop["box"])):
            unseen.append(stop["html"])
        if reached == MANY:
            break
    assert reached > 10
    assert unseen == []


def _changes_what_is_drawn(page: Page, box: list[float]) -> bool:
    """Whether a part of the window looks otherwise as soon as nothing in it has the focus."""
    assert page.viewport_size
    left, top = max(0, box[0] - ROUND), max(0, box[1] - ROUND)
    right = min(page.viewport_size["width"], box[0] + box[2] + ROUND)
    bottom = min(page.viewport_size["height"], box[1] + box[3] + ROUND)
    if right <= left or bottom <= top:
        return False
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    with_focus = page.screenshot(clip=clip, caret="hide")
    page.evaluate("() => { window.one = document.activeElement; one.blur(); }")
    without = page.screenshot(clip=clip, caret="hide")
    page.evaluate("one.focus({ preventScroll: true })")
    return with_focus != without
