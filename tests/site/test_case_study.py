"""The page of an example, as a reader who doubts goes through it."""

from playwright.sync_api import Page, expect

ROBIN = "case-studies/robin-taxis/"


def test_from_a_claim_to_its_work_and_back_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + ROBIN)
    claim = page.locator("#claim-evening-rides")
    expect(claim.get_by_text("No difference")).to_be_visible()
    claim.get_by_role("link", name="Plover, 2022").press("Enter")
    expect(page.locator("#ref-plover2022taxis")).to_be_in_viewport()
    page.locator("#ref-plover2022taxis").get_by_role("link", name="Back to Plover, 2022, 1").press(
        "Enter"
    )
    expect(claim).to_be_in_viewport()


def test_a_related_example_is_one_step_away_and_says_why(page: Page, address: str) -> None:
    page.goto(address + "case-studies/owl-library/")
    near = page.locator(".ec-related > li").filter(has_text="Magpie Energy")
    expect(near).to_contain_text("Both make claims about living costs (here unclear; there mixed)")
    near.get_by_role("link", name="Magpie Energy").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Magpie Energy")
    expect(page.locator(".ec-facts")).to_contain_text("The grant ended")


def test_an_organisation_leads_to_all_that_it_takes_part_in(page: Page, address: str) -> None:
    page.goto(address + ROBIN)
    page.get_by_role("link", name="Lower Nowhere Town Council", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lower Nowhere Town Council")
    expect(page.get_by_text("Funder and gave a grant")).to_be_visible()
