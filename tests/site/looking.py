"""What a test asks of a page in a browser."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {"resultTypes": ["violations"]}
"""Every rule of axe that is on: WCAG 2.0 to 2.2 at levels A and AA, and its good practice."""

AT_REST = "() => document.getAnimations().every(one => one.playState !== 'running')"

HEARD = """() => {
    window.broken = [];
    addEventListener('securitypolicyviolation', event => window.broken.push(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`
    ), true);
}"""
"""Keeps in mind what the policy of a page has stopped."""

FOCUSED = """() => {
    const one = document.activeElement;
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
    const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
        tag: one.localName,
        html: one.outerHTML.slice(0, 160),
        inMenu: Boolean(one.closest('#__menu')),
        claim: one.closest('.ec-claim')?.id ?? '',
        seen: one === middle || one.contains(middle) || Boolean(middle?.contains(one)),
        box: [box.x, box.y, box.width, box.height],
    };
}"""


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on a page: each fault with its first places."""
    page.wait_for_function(AT_REST)
    return [
        (fault["id"], [node["html"][:160] for node in fault["nodes"]][:3])
        for fault in Axe().run(page, options=OPTIONS).response["violations"]
    ]


def unfold(page: Page) -> None:
    """Open all that is folded away in the article."""
    page.locator("main details").evaluate_all("all => all.forEach(one => one.open = true)")


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Every stop of the Tab key, from the top of the page until it leaves the page."""
    first = ""
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        place = f"{stop['html']} {page.evaluate('scrollY')} {stop['box']}"
        if stop["tag"] == "body" or place == first:
            return
        first = first or place
        yield stop
