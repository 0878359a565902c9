"""The policy of every page: what it may load and run, and that nothing else does."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.building import build, invented
from tests.site.conftest import Built
from tests.site.crawl import policies
from tests.site.kinds import KINDS
from tests.site.looking import HEARD

EVIL = """<script>document.title += " ran"</script>
<img src="nowhere.png" alt="" onerror="document.title += ' ran'">
<a id="evil" href="javascript:void(document.title += ' ran')">Here</a>
<p id="styled" style="position: fixed">Here</p>
<iframe title="Here" srcdoc="<script>parent.document.title += ' ran'</script>"></iframe>
<base href="https://example.org/"><form action="https://example.org/"><button id="send"></button>
</form>"""


@pytest.mark.parametrize("site", ["real", "made_up"])
def test_every_page_bears_one_policy_before_anything_it_could_stop(
    request: pytest.FixtureRequest, site: str
) -> None:
    for path in request.getfixturevalue(site).site.rglob("*.html"):
        head = path.read_text("utf-8").partition("</head>")[0]
        (policy,) = policies(head)
        assert "unsafe" not in policy, path
        first = re.search(r"<(?!meta|html|head|!doctype|title)\w+", head)
        assert first and head.index("Content-Security-Policy") < first.start(), path


def test_nothing_that_stands_in_an_article_ever_runs(page: Page, address: str) -> None:
    def laced(route: Route) -> None:
        answer = route.fetch()
        article, _, rest = answer.text().rpartition("</article>")
        route.fulfill(response=answer, body=f"{article}{EVIL}</article>{rest}")

    page.route(address + KINDS["case study"], laced)
    page.add_init_script(f"({HEARD})()")
    page.goto(address + KINDS["case study"], wait_until="networkidle")
    page.locator("#evil").click()
    assert page.locator("#styled").evaluate("one => getComputedStyle(one).position") == "static"
    page.locator("#send").evaluate("one => one.click()")
    page.wait_for_function("broken.join().includes('form-action')")
    assert "ran" not in page.title()
    assert page.url == address + KINDS["case study"]
    broken = " ".join(page.evaluate("broken"))
    for part in ("script-src-elem", "script-src-attr", "style-src-attr", "base-uri", "form-action"):
        assert part in broken


def test_a_page_that_is_opened_from_a_folder_is_dressed_and_its_menu_works(
    browser: Browser, made_up: Built
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(f"({HEARD})()")
    page.goto((made_up.site / KINDS["case study"] / "index.html").as_uri())
    page.get_by_role("button", name="Menu").click()
    assert page.get_by_role("link", name="Policy questions").first.is_visible()
    assert page.evaluate("document.fonts.ready.then(all => all.size)") > 0
    assert page.evaluate("document.fonts.check('16px Figtree')")
    assert page.evaluate("broken") == []
    context.close()


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site that is served below another address, with the page for what is missing."""
    folder = tmp_path_factory.mktemp("below")
    commons = invented(folder)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Tests keep quiet."""

        def send_error(self, code: int, *_: object) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write((Path(self.directory) / "commons" / "404.html").read_bytes())

    serve = functools.partial(Handler, directory=str(folder / "public"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/commons/"
        told = build(commons / "mkdocs.yml", folder / "public" / "commons", url=address)
        assert told.returncode == 0, told.stderr
        yield address
        server.shutdown()


def test_a_missing_page_below_another_site_is_dressed_and_keeps_to_its_policy(
    page: Page, below: str
) -> None:
    page.add_init_script(f"({HEARD})()")
    page.goto(f"{below}case-studies/nobody/was/here/", wait_until="networkidle")
    assert page.get_by_role("heading", name="There is no such page").is_visible()
    font = "getComputedStyle(document.querySelector('h1')).fontFamily"
    assert page.evaluate(font).startswith("Literata")
    assert page.evaluate("broken") == []
    page.get_by_role("link", name="All case studies").click()
    assert page.url == f"{below}case-studies/"
