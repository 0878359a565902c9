"""What has to be mended is seen at once in the browser of whoever writes."""

from playwright.sync_api import Page, expect
from tests.mkdocs.test_preview import (  # noqa: F401 - fixtures
    OWL,
    OWL_PAGE,
    Start,
    commons,
    start,
)


def test_the_box_comes_into_sight_by_itself(start: Start, page: Page) -> None:  # noqa: F811
    preview = start()
    page.goto(f"{preview.address}{OWL_PAGE}")
    box = page.locator(".ec-preview")
    for way in ("0", "document.body.scrollHeight / 2"):
        page.evaluate(f"window.scrollTo(0, {way})")
        text = preview.edit(OWL, "status: ", "status: no-such-")
        expect(box).to_be_in_viewport(timeout=20_000, ratio=0.9)
        preview.write(OWL, text)
        expect(box).to_have_count(0, timeout=20_000)
