"""The address for "edit this entry" comes from the git remote, without its secrets."""

import subprocess

import pytest

from repository import repository_address, web_address


@pytest.mark.parametrize(
    "remote",
    [
        "https://example.org/owner/repo",
        "https://example.org/owner/repo/",
        "https://example.org/owner/repo.git",
        "https://someone@example.org/owner/repo.git",
        "https://someone:secret@example.org/owner/repo.git",
        "git@example.org:owner/repo.git",
        "git@example.org:owner/repo",
    ],
)
def test_these_have_an_address(remote):
    assert web_address(remote) == "https://example.org/owner/repo"


def test_ports_groups_and_dots_in_names_stay():
    remote = "https://example.org:8443/group/team/repo.site.git"
    assert web_address(remote) == "https://example.org:8443/group/team/repo.site"


@pytest.mark.parametrize(
    "remote",
    [
        "",
        "../another/folder",
        "/srv/git/repo.git",
        r"C:\git\repo",
        "file:///srv/git/repo.git",
        "http://example.org/owner/repo.git",
        "ssh://git@example.org/owner/repo.git",
        "git@alias:owner/repo.git",
        "https://example.org/owner/repo\nhttps://example.org/two",
        'https://example.org/owner/"onmouseover=alert(1)',
        "javascript:alert(1)//example.org/owner/repo",
    ],
)
def test_these_have_none(remote):
    assert web_address(remote) == ""


def test_a_checkout_is_asked_for_its_origin(tmp_path):
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    assert repository_address(tmp_path) == ""

    origin = "https://someone:secret@example.org/owner/repo.git"
    subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", origin], check=True)
    assert repository_address(tmp_path) == "https://example.org/owner/repo"


def test_a_machine_without_git_has_no_address(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert repository_address(tmp_path) == ""
