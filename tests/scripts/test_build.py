"""A build either puts a whole new site in place, or leaves the old one alone."""

import os
import sys

import pytest

import build
import environment
import host
import swap

MKDOCS_YML = """\
site_name: A site
site_url: https://example.org/
theme: mkdocs
"""


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A small site of its own, where the scripts believe to be."""
    monkeypatch.setattr(environment, "CHECKOUT", tmp_path)
    monkeypatch.setenv("REPO_URL", "")
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# The first edition\n")
    return tmp_path


@pytest.fixture
def site(checkout):
    """The site that was built last."""
    place = checkout / "site"
    assert build.build(place, strict=True) == 0
    return place


def files(folder):
    """Every file of a folder, with what is in it."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_tells_what_it_built(checkout, capfd):
    assert build.build(checkout / "site", strict=True) == 0
    said = capfd.readouterr().out.splitlines()[-1]
    assert said.startswith("Built 2 pages, ")
    assert said.endswith(str(checkout / "site"))


def test_a_new_site_takes_the_place_of_the_old_one(checkout, site):
    (checkout / "docs/index.md").write_text("# The second edition\n")
    assert build.build(site, strict=True) == 0
    assert "The second edition" in (site / "index.html").read_text("utf-8")
    assert sorted(path.name for path in checkout.iterdir()) == ["docs", "mkdocs.yml", "site"]


def test_a_failed_build_leaves_the_last_good_site_as_it_was(checkout, site, capfd):
    before = files(site)
    (checkout / "docs/index.md").write_text("[Nowhere](nowhere.md)\n")

    assert build.build(site, strict=True) == 1

    assert files(site) == before
    assert "the last good one, if any, is as it was" in capfd.readouterr().err
    assert sorted(path.name for path in checkout.iterdir()) == ["docs", "mkdocs.yml", "site"]


def test_findings_can_be_allowed(checkout, site):
    (checkout / "docs/index.md").write_text("# Second\n\n[Nowhere](nowhere.md)\n")
    assert build.build(site, strict=False) == 0
    assert "Second" in (site / "index.html").read_text("utf-8")


def test_what_a_stopped_build_left_does_not_reach_the_site(checkout, site):
    left = checkout / ".site.being-built"
    left.mkdir()
    (left / "half.html").write_text("half a page")
    assert build.build(site, strict=True) == 0
    assert not (site / "half.html").exists()
    assert not left.exists()


def test_a_build_that_is_interrupted_leaves_the_last_good_site_as_it_was(
    checkout, site, monkeypatch
):
    before = files(site)

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "put_in_place", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build.build(site, strict=True)
    assert files(site) == before
    assert not (checkout / ".site.being-built").exists()


def test_a_place_that_refuses_is_named(checkout, capfd):
    (checkout / "taken").write_text("a file, where a folder should be")
    assert build.build(checkout / "taken" / "site", strict=True) == 3
    assert f"could not be put at {checkout / 'taken' / 'site'}" in capfd.readouterr().err


@pytest.mark.parametrize("platform", [sys.platform, "a system that cannot exchange folders"])
def test_one_folder_takes_the_place_of_another(tmp_path, monkeypatch, platform):
    monkeypatch.setattr(swap.sys, "platform", platform)
    new, place = tmp_path / "new", tmp_path / "place"
    for folder in (new, place):
        folder.mkdir()
        (folder / "name").write_text(folder.name)

    swap.put_in_place(new, place)

    assert (place / "name").read_text() == "new"
    assert list(tmp_path.iterdir()) == [place]


def test_a_site_built_here_an_empty_folder_and_nothing_may_be_replaced(tmp_path, site):
    (tmp_path / "empty").mkdir()
    assert build.may_replace(site)
    assert build.may_replace(tmp_path / "empty")
    assert build.may_replace(tmp_path / "nothing")


def test_everything_else_is_left_alone(tmp_path, site):
    assert not build.may_replace(tmp_path)
    assert not build.may_replace(tmp_path / "mkdocs.yml")
    (site / ".git").write_text("a site that is also a working copy")
    assert not build.may_replace(site)


def test_the_address_of_the_repository_is_only_set_where_nobody_has(checkout, monkeypatch):
    monkeypatch.setenv("REPO_URL", "https://example.org/mine")
    host.prepare()
    assert os.environ["REPO_URL"] == "https://example.org/mine"
