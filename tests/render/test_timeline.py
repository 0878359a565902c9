"""The timeline: every date of the commons, and an honest count of those that nobody knows."""

import shutil
from pathlib import Path

from tests.building import INVENTED

from evidence_commons.model.page import Page
from evidence_commons.model.timeline import timeline
from evidence_commons.pipeline import open_commons, site
from evidence_commons.render.pages import pages


def made(commons: Path = INVENTED) -> Page:
    return pages(site(open_commons(commons)))["timeline/"]()


def words(page: Page) -> str:
    return " ".join(page.html.striptags().split())


def test_everything_with_a_date_stands_under_its_year_the_newest_first() -> None:
    page = made()
    years = [one.anchor for section in page.sections for one in section.under]
    assert years == sorted(years, reverse=True)
    year = str(page.html).partition('id="year-2018"')[2].partition("<h3")[0]
    assert "Began" in year
    assert ">Magpie Energy" in year


def test_what_has_no_date_is_counted_and_drawn(tmp_path: Path) -> None:
    commons = tmp_path / "commons"
    shutil.copytree(INVENTED, commons)
    path = commons / "case_studies" / "magpie-energy.yaml"
    kept = [line for line in path.read_text("utf-8").splitlines() if "started:" not in line]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    page = made(commons)
    assert "2 of 3 examples say when they began. Of the other 1 it is not known" in words(page)
    assert "<desc>2019: 1; 2022: 1; not known: 1</desc>" in page.html
    assert "1 example does not say when it began." in words(page)


def test_those_that_run_still_are_not_asked_when_they_ended() -> None:
    known = timeline(open_commons(INVENTED).catalogue)
    over = known.ended.known + known.ended.unknown
    assert over == 1
    assert known.began.known + known.began.unknown == 3


def test_a_year_with_much_in_it_names_a_few_and_leads_to_the_rest(tmp_path: Path) -> None:
    commons = tmp_path / "commons"
    shutil.copytree(INVENTED, commons)
    path = commons / "case_studies" / "owl-library.yaml"
    text = path.read_text("utf-8")
    for number in range(8):
        copy = text.replace("id: owl-library", f"id: owl-library-{number}", 1)
        copy = copy.replace("title: ", f"title: No. {number}, ", 1)
        (commons / "case_studies" / f"owl-library-{number}.yaml").write_text(copy, "utf-8")
    page = made(commons)
    year = str(page.html).partition('id="year-2022"')[2].partition("<h3")[0]
    began = year.partition("Began")[2].partition("</ul>")[0]
    assert began.count("<li>") == 5
    assert 'href="../years/2022/" aria-label="Began in 2022: 5 more">5 more</a>' in began
