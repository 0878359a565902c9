"""Works are added to the library: asked for on the web, or handed over as text."""

import io
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import door
import fetch
import new
import reference
from evidence_commons.load.bibtex import read_references
from records import Wanted

TODAY = "2024-11-22"
DOI = "10.5555/nests.2023"
ARTICLE = {
    "type": "journal-article",
    "title": "Nests &amp; <i>Eggs</i> in the UK",
    "author": [{"given": "Ada", "family": "Wren", "sequence": "first"}],
    "container-title": "Journal of Places That Are Not There",
    "issued": {"date-parts": [[2023, 4]]},
    "page": "3-9",
    "DOI": DOI,
    "URL": f"http://dx.doi.org/{DOI}",
}
BOOK = {
    "ISBN:9780000000019": {
        "title": "Nests for All",
        "subtitle": "a handbook",
        "authors": [{"name": "Tobias Finch"}],
        "publishers": [{"name": "Nowhere Press"}],
        "publish_date": "May 04, 2019",
    }
}
RIS = "TY  - BOOK\nAU  - Finch, Tobias\nTI  - Eggs\nPY  - 2018\nPB  - Nowhere Press\nER  - \n"


class Service:
    """A service on this computer that answers as it was told."""

    def __init__(self):
        self.answers, self.asked, self.end = {}, [], threading.Event()
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                service.asked.append((self.path, self.headers["Accept"]))
                code, headers, body = service.answers.get(self.path, (404, {}, b""))
                if code == 0:
                    service.end.wait()
                    return
                self.send_response(code)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, path, body, code=200, **headers):
        whole = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.answers[path] = (code, headers, whole)


@pytest.fixture
def service():
    one = Service()
    yield one
    one.end.set()
    one.server.shutdown()
    one.server.server_close()


@pytest.fixture
def add(commons, service):
    """Adds a work to the made-up commons."""

    def add(text="", **wanted):
        asks = wanted.keys() & {"doi", "isbn"}
        wanted = Wanted(service=service.address, **wanted) if asks else Wanted(**wanted)
        given = io.BytesIO(text if isinstance(text, bytes) else text.encode())
        return reference.add(commons, wanted, given, TODAY)

    return add


@pytest.fixture
def library(commons):
    return commons / "references.bib"


def test_a_work_is_found_by_its_doi(add, service, library, capsys):
    service.answer("/10.5555/nests.2023", ARTICLE)
    before = library.read_text("utf-8")
    assert add(doi=f"https://doi.org/{DOI}") == door.OK
    assert service.asked == [("/10.5555/nests.2023", "application/vnd.citationstyles.csl+json")]
    record = (
        "@article{wren2023,\n"
        "  author = {Wren, Ada},\n"
        "  title = {Nests \\& \\emph{Eggs} in the {UK}},\n"
        "  journaltitle = {Journal of Places That Are Not There},\n"
        "  pages = {3–9},\n"
        "  date = {2023-04},\n"
        "  doi = {10.5555/nests.2023},\n"
        "}\n"
    )
    assert library.read_text("utf-8") == f"{before}\n{record}"
    told = capsys.readouterr()
    assert told.out.startswith("Added wren2023 to references.bib, on line 55:\n\n@article{wren2023")
    assert "does not say" not in told.out
    assert "Mend this" not in told.out
    assert told.out.endswith("Then run: python3 scripts/check.py\n")
    assert told.err == ""


def test_odd_signs_of_a_doi_stay_in_the_address(add, service):
    service.answer("/10.5555/a%3C1%3E%23%3F%251", {**ARTICLE, "DOI": None})
    assert add(doi="10.5555/a<1>#?%1") == door.OK


def test_a_book_is_found_by_its_isbn(add, service, library, capsys):
    path = "/api/books?bibkeys=ISBN:9780000000019&format=json&jscmd=data"
    service.answer(path, BOOK)
    assert add(isbn="0-00-000001-9") == door.OK
    assert (
        "@book{finch2019,\n"
        "  author = {Finch, Tobias},\n"
        "  title = {Nests for All: a handbook},\n"
        "  publisher = {Nowhere Press},\n"
        "  year = {2019},\n"
        "  isbn = {978-0-00-000001-9},\n"
        "}\n"
    ) in library.read_text("utf-8")
    assert "The names came in one piece each." in capsys.readouterr().out


def test_a_redirect_is_followed_on_this_computer(add, service):
    service.answer(f"/{DOI}", b"", 302, Location=f"{service.address}/elsewhere")
    service.answer("/elsewhere", ARTICLE)
    assert add(doi=DOI) == door.OK


@pytest.mark.parametrize("to", ["http://owl.example/", "ftp://owl.example/", "file:///etc/passwd"])
def test_no_redirect_leads_to_where_others_could_listen(add, service, capsys, to):
    service.answer(f"/{DOI}", b"", 302, Location=to)
    assert add(doi=DOI) == door.FINDINGS
    assert "look for a way to export it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("code", "body", "told"),
    [
        (404, b"", "No work has the DOI 10.5555/nests.2023. See that it is copied right."),
        (406, b"", "its answer was 406"),
        (429, b"", "127.0.0.1 was asked too often. Wait some minutes, then try again."),
        (500, b"", "127.0.0.1 has a fault of its own at the moment. Try again later."),
        (200, b"<html>A page</html>", "gives no record of the work. On the page of the work"),
        (200, b'{"title": "Nes', "This is not a record in JSON, or only a part of one."),
        (200, b"[" * 100_000, "This is not a record in JSON"),
        (200, b"[1]", "This is JSON, but it describes no work."),
        (200, b"\xff\xfe", "sent something that is not text"),
        (200, b"{}", "It has no title."),
        (200, b" " * (fetch.MOST + 1), "far too long for one record"),
        (200, json.dumps({"title": "x" * 900_000}).encode(), "Its title is far too long."),
    ],
)
def test_an_answer_that_is_no_record_is_told(  # noqa: PLR0917
    add, service, capsys, code, body, told
):
    service.answer(f"/{DOI}", body, code)
    assert add(doi=DOI) == door.FINDINGS
    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""


def test_an_unknown_isbn_is_told(add, service, capsys):
    service.answer("/api/books?bibkeys=ISBN:9780000000019&format=json&jscmd=data", {})
    assert add(isbn="978-0-00-000001-9") == door.FINDINGS
    assert "Open Library does not know the ISBN 978-0-00-000001-9." in capsys.readouterr().err


def test_nobody_waits_for_ever(service):
    service.answers["/slow"] = (0, {}, b"")
    with pytest.raises(fetch.NoAnswerError, match="too slow today"):
        fetch.fetch(f"{service.address}/slow", "*/*", patience=0.05)


def test_a_service_that_is_not_there_is_told(commons, service, capsys):
    wanted = Wanted(doi=DOI, service="http://127.0.0.1:1")
    assert reference.add(commons, wanted, io.BytesIO(), TODAY) == door.FINDINGS
    assert "127.0.0.1 could not be reached." in capsys.readouterr().err


@pytest.mark.parametrize("service", ["http://owl.example", "file:///etc", "owl.example", "//x"])
def test_only_safe_services_are_asked(commons, service, capsys):
    wanted = Wanted(doi=DOI, service=service)
    assert reference.add(commons, wanted, io.BytesIO(), TODAY) == door.FINDINGS
    assert "Only addresses that begin with https:// are asked" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"doi": "taxi"}, '"taxi" is not a DOI.'),
        ({"isbn": "978-0-00-000000-3"}, "its digits do not fit together"),
    ],
)
def test_a_slip_is_told_before_anyone_is_asked(add, service, capsys, wanted, told):
    assert add(**wanted) == door.WRONG_USAGE
    assert told in capsys.readouterr().err
    assert service.asked == []


CSL = json.dumps([{"type": "book", "title": "Eggs", "issued": {"date-parts": [[2018]]}}])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (RIS, "finch2018"),
        ("\ufeff" + RIS.replace("\n", "\r\n"), "finch2018"),
        (CSL, "eggs2018"),
        ("% mine\n@book{x, title = {Eggs}, author = {Finch, T.}, year = 2018}", "finch2018"),
    ],
)
def test_a_record_is_handed_over(add, library, text, key):
    assert add(text) == door.OK
    works, faults = read_references(library.read_text("utf-8"), "references.bib")
    assert (works[-1].key, works[-1].title, works[-1].year) == (key, "Eggs", "2018")
    assert faults == ()


def test_what_is_missing_is_told(add, capsys):
    add(CSL)
    assert (
        "It does not say this. Look whether the work does, and add no guesses:\n"
        "  author: who wrote it, as in: Wren, Ada and Finch, Tobias\n"
        "  publisher: who published it\n"
    ) in capsys.readouterr().out


def test_several_works_at_once(add, library, capsys):
    again = RIS.replace("Eggs", "Nests")
    assert add(RIS + again + RIS) == door.OK
    told = capsys.readouterr()
    assert re.findall(r"Added (\w+) to", told.out) == ["finch2018", "finch2018a"]
    assert '"Eggs" is there already: finch2018 in the works that were' in told.err
    works, _ = read_references(library.read_text("utf-8"), "references.bib")
    assert [work.title for work in works[-2:]] == ["Eggs", "Nests"]


def test_a_record_without_a_title_does_not_stop_the_others(add, library, capsys):
    assert add(RIS.replace("TI  - Eggs\n", "") + RIS) == door.FINDINGS
    told = capsys.readouterr()
    assert "It has no title." in told.err
    assert "Added finch2018 to" in told.out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Nothing was handed over."),
        (" \n", "Nothing was handed over."),
        ("Finch, T. (2018) Eggs.", "This is neither RIS, BibTeX nor CSL-JSON."),
        (b"\xff\xfeT\x00Y\x00", "This is not plain text. Save it again as UTF-8."),
        ("[]", "it describes no work"),
        ("{", "This is not a record in JSON"),
        ("@book{x, title = {Eggs}, year = {2018}", "Line 1 of it cannot be read"),
        ("@book{x, title = {Eggs} year = 2018}", "Line 1 of it cannot be read"),
        ("@book{, title = {Eggs}}", "cannot be read, so nothing was added."),
        (b" " * (4 * 1024 * 1024 + 1), "This is more than 4 MB."),
    ],
)
def test_a_text_that_is_no_record_is_told(add, library, capsys, text, told):
    before = library.read_bytes()
    assert add(text) == door.WRONG_USAGE
    assert told in capsys.readouterr().err
    assert library.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("TY  - JOUR\nTI  - Other words\nDO  - 10.5555/INVENTED.2022.12\nER  -", "DOI"),
        ("TY  - BOOK\nTI  - Other words\nSN  - 0-00-000000-0\nER  -", "ISBN"),
        ("TY  - VIDEO\nTI  - WARM by winter\nPY  - 2020\nER  -", "title and year"),
    ],
)
def test_a_work_that_is_there_is_not_added_again(add, library, capsys, text, same):
    before = library.read_bytes()
    assert add(text) == door.WRONG_USAGE
    told = capsys.readouterr()
    assert re.search(rf"is there already: \w+ in references.bib, on line \d+, .*{same}\.", told.err)
    assert told.err.endswith("Nothing was added.\n")
    assert told.out == ""
    assert library.read_bytes() == before


def test_it_can_be_shown_and_not_written(add, library, capsys):
    before = library.read_bytes()
    assert add(CSL, show=True) == door.OK
    told = capsys.readouterr()
    assert told.out == "@book{eggs2018,\n  title = {Eggs},\n  year = {2018},\n}\n"
    assert "publisher: who published it" in told.err
    assert library.read_bytes() == before


def test_a_person_may_choose_the_key(add, library):
    assert add(RIS, key="finch2018eggs") == door.OK
    assert "@book{finch2018eggs,\n" in library.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        (RIS, "two words", '"two words" cannot be a key.'),
        (RIS, "Owl2024", 'Another work has the key "Owl2024".'),
        (RIS + RIS, "finch", "--id names one alone"),
    ],
)
def test_a_key_that_cannot_be_is_refused(add, capsys, text, key, told):
    assert add(text, key=key) == door.WRONG_USAGE
    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""


def test_what_wants_mending_is_told(add, capsys):
    assert add(CSL.replace("2018", "2031")) == door.FINDINGS
    assert "Mend this:\n\nreferences.bib:" in capsys.readouterr().out


def test_a_library_is_begun(commons, add, library):
    library.unlink()
    assert add(CSL) in (door.OK, door.FINDINGS)
    assert library.read_text("utf-8").startswith("@book{eggs2018,")


def test_a_library_with_a_mistake_in_the_way_stays_as_it_is(add, library, capsys):
    library.write_text("@" * 20_001, encoding="utf-8")
    assert add(RIS) == door.WRONG_USAGE
    assert "A mistake in references.bib is in the way" in capsys.readouterr().err
    assert library.read_text("utf-8") == "@" * 20_001


def test_a_broken_record_beside_it_does_no_harm(add, library):
    broken = "@book{heron2020,\n  title = {Open\n"
    library.write_text(broken, encoding="utf-8")
    assert add(RIS) == door.OK
    assert library.read_text("utf-8").endswith(f"}}\n\n{broken}")


def test_nothing_is_written_through_a_link(add, library, tmp_path, capsys):
    other = library.rename(tmp_path / "other.bib")
    library.symlink_to(other)
    before = other.read_bytes()
    assert add(RIS) == door.WRONG_USAGE
    assert "references.bib is no ordinary file" in capsys.readouterr().err
    assert other.read_bytes() == before


def test_a_library_that_is_not_text_stays_as_it_is(add, library, capsys):
    library.write_bytes(b"% caf\xe9\n")
    assert add(RIS) == door.WRONG_USAGE
    assert "references.bib is not plain text." in capsys.readouterr().err
    assert library.read_bytes() == b"% caf\xe9\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["reference", "Eggs"], "a reference takes no title"),
        (["reference", "--doi", DOI, "--isbn", "9780000000002"], "not both"),
        (["reference", "--service", "https://owl.example"], "--service goes with"),
        (["metric", "Eggs", "--doi", DOI], "go with: new.py reference"),
        (["metric"], "a metric needs a title"),
    ],
)
def test_what_does_not_go_together_is_told(run, arguments, told):
    answer = run(Path(new.__file__), *arguments, input="")
    assert answer.returncode == door.WRONG_USAGE
    assert told in answer.stderr
