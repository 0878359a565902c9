"""A build either puts a whole new site in place, or leaves the old one alone."""

import os

import pytest
from tests.building import invented

import build
import environment
import host


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A made-up commons, where the scripts believe to be."""
    commons = invented(tmp_path)
    monkeypatch.setattr(environment, "CHECKOUT", commons)
    monkeypatch.setenv("REPO_URL", "")
    return commons


@pytest.fixture
def site(checkout):
    """The site that was built last."""
    place = checkout / "site"
    assert build.build(place, strict=True) == 0
    return place


def files(folder):
    """Every file of a folder, with what is in it."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_tells_what_it_built(checkout, site, capfd):
    assert build.build(site, strict=True) == 0
    said = capfd.readouterr()
    assert said.out.splitlines()[-1].startswith("Built in ")
    assert said.out.splitlines()[-1].endswith(str(site))
    assert ": 7 entries; 0 pages written, " in said.err
    assert "; 0 files written in all, 0 removed; 0 findings; " in said.err


def test_a_new_site_takes_the_place_of_the_old_one(checkout, site):
    before = sorted(checkout.iterdir())
    (checkout / "docs/about.md").write_text("# The second edition\n")
    assert build.build(site, strict=True) == 0
    assert "The second edition" in (site / "about/index.html").read_text("utf-8")
    assert sorted(checkout.iterdir()) == before


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/about.md", "# About\n\n[Nowhere](nowhere.md)\n"),
        ("case_studies/robin-taxis.yaml", "id: robin-taxis\n"),
        ("mkdocs.yml", "site_name: A site\nplugins: [evidence-pages, no-such-plugin]\n"),
    ],
)
def test_a_failed_build_leaves_the_last_good_site_as_it_was(checkout, site, capfd, path, text):
    before = files(site), sorted(checkout.iterdir())
    (checkout / path).write_text(text)

    assert build.build(site, strict=True) == 1

    assert (files(site), sorted(checkout.iterdir())) == before
    assert "the last good one, if any, is as it was" in capfd.readouterr().err


def test_findings_can_be_allowed(checkout, site):
    (checkout / "case_studies/robin-taxis.yaml").write_text("id: robin-taxis\n")
    assert build.build(site, strict=False) == 0
    assert not (site / "case-studies/robin-taxis").exists()
    assert (site / "case-studies/owl-library/index.html").exists()


def test_what_a_stopped_build_left_does_not_reach_the_site(checkout, site):
    left = checkout / ".site.being-built"
    left.mkdir()
    (left / "half.html").write_text("half a page")
    assert build.build(site, strict=True) == 0
    assert not (site / "half.html").exists()
    assert not left.exists()


def test_a_place_that_refuses_is_named(checkout, capfd):
    (checkout / "taken").write_text("a file, where a folder should be")
    assert build.build(checkout / "taken" / "site", strict=True) == 1
    assert "taken" in capfd.readouterr().err


def test_a_site_built_here_an_empty_folder_and_nothing_may_be_replaced(tmp_path, site):
    (tmp_path / "empty").mkdir()
    assert build.may_replace(site)
    assert build.may_replace(tmp_path / "empty")
    assert build.may_replace(tmp_path / "nothing")


def test_everything_else_is_left_alone(tmp_path, site):
    assert not build.may_replace(tmp_path)
    assert not build.may_replace(tmp_path / "commons/mkdocs.yml")
    (site / ".git").write_text("a site that is also a working copy")
    assert not build.may_replace(site)


def test_the_address_of_the_repository_is_only_set_where_nobody_has(checkout, monkeypatch):
    monkeypatch.setenv("REPO_URL", "https://example.org/mine")
    host.prepare()
    assert os.environ["REPO_URL"] == "https://example.org/mine"
