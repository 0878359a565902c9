"""The citations plugin alone, in a site that is no commons: as a stranger installs it."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.building import build
from tests.site.crawl import dead_links, pages

A = """@book{wren2020, author={Wren, Ada}, title={A Book of {DNA}}, publisher={Nest}, year=2020}
@book{wren2020-2, author={Wren, Ada}, title={Another}, publisher={Nest}, year=2020}
"""
B = "@report{owl2018, author={{Owl Library}}, title={On <script>}, institution={Nest}, year=2018}\n"

Site = Callable[..., Path]
"""Makes the site of a stranger, from options of the plugin, more configuration, and pages."""


@pytest.fixture
def stranger(tmp_path: Path) -> Site:
    def make(options: str = "bib_files: lib/*.bib", more: str = "", **docs: str) -> Path:
        for name, text in {"lib/a.bib": A, "lib/b.bib": B}.items():
            put(tmp_path / name, text)
        for name, text in docs.items():
            put(tmp_path / "docs" / f"{name}.md", text)
        config = f"site_name: S\ntheme: mkdocs\nplugins: [evidence-citations: {{{options}}}]\n"
        put(tmp_path / "mkdocs.yml", config + more)
        return tmp_path

    return make


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def built(folder: Path, strict: bool = True) -> subprocess.CompletedProcess[str]:
    return build(folder / "mkdocs.yml", folder / "site", strict=strict)


def page(folder: Path, name: str = "index.html") -> str:
    """The page of a site that builds without a warning."""
    told = built(folder)
    assert told.returncode == 0, told.stderr
    assert dead_links(folder / "site") == []
    for path, read in pages(folder / "site").items():
        assert sorted(set(read.anchors)) == sorted(read.anchors), path
    return (folder / "site" / name).read_text(encoding="utf-8")


def warnings(folder: Path) -> list[str]:
    """What a build warns of, without the name of the plugin."""
    lines = re.findall(r"WARNING +- +evidence-citations: (.*)", built(folder, strict=False).stderr)
    return [str(line) for line in lines]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


class TestWhatReadersGet:
    def test_all_forms_of_citing(self, stranger: Site) -> None:
        text = "[see @wren2020, pp. 4-7; @owl2018]. As @owl2018 [ch. 2] says. Only [-@owl2018]."
        shown = words(page(stranger(index=f"# A\n\n{text}\n")))
        assert "(see Wren, 2020a, pp. 4–7; Owl Library, 2018)." in shown
        assert "As Owl Library (2018, ch. 2) says. Only (2018)." in shown

    def test_works_of_all_libraries_stand_under_a_heading_at_the_end(self, stranger: Site) -> None:
        html = page(stranger(index="# A\n\n[@wren2020] and [@owl2018].\n"))
        _, found, listed = html.partition('<h2 id="works-cited">References</h2>')
        assert found
        assert re.findall(r'<li id="ref-([^"]*)"', listed) == ["owl2018", "wren2020"]
        assert "On &lt;script&gt;" in listed

    def test_the_places_are_numbered_as_readers_meet_them(self, stranger: Site) -> None:
        extensions = "markdown_extensions: [admonition, footnotes, tables]\n"
        text = """# A

!!! note "Of [@wren2020]"
    In a note [@wren2020].

| a | b |
|---|---|
| [@wren2020] | `[@wren2020]` |

Last [@wren2020][^1].

[^1]: A footnote [@wren2020].
"""
        html = page(stranger(more=extensions, index=text))
        places = re.findall(r'class="ec-cite" id="([^"]*)"', html)
        assert places == ["cite-wren2020", *(f"cite-wren2020~{n}" for n in range(2, 6))]
        assert re.findall(r'<a href="#(cite-[^"]*)"', html) == places

    def test_keys_that_look_like_places_have_places_of_their_own(self, stranger: Site) -> None:
        page(stranger(index="# A\n\n[@wren2020] [@wren2020] [@wren2020-2]\n"))

    def test_a_list_stands_where_the_page_asks_for_it(self, stranger: Site) -> None:
        text = "# A\n\n[@wren2020]\n\n## Works\n\\bibliography\n\n## After\n\nText.\n"
        html = page(stranger(index=text))
        assert html.index("Works</h2>") < html.index('id="ref-wren2020"') < html.index("After</h2>")
        assert "References" not in words(html)

    def test_a_page_that_ends_with_the_heading_needs_no_second_one(self, stranger: Site) -> None:
        more = "markdown_extensions: [toc: {permalink: true}]\n"
        html = page(stranger(more=more, index="# A\n\n[@wren2020]\n\n## References\n"))
        assert len(re.findall(r"<h2[^>]*>References", html)) == 1
        assert 'id="ref-wren2020"' in html

    def test_a_page_of_the_whole_library(self, stranger: Site) -> None:
        html = page(stranger(index="# A\n\n\\full_bibliography\n"))
        listed = re.findall(r'<li id="ref-([^"]*)"', html)
        assert listed == ["owl2018", "wren2020", "wren2020-2"]

    def test_a_heading_that_is_a_link_holds_no_other(self, stranger: Site) -> None:
        more = "markdown_extensions: [toc: {anchorlink: true}]\n"
        html = page(stranger(more=more, index="# A\n\n## By [@owl2018]\n\nYes [@owl2018].\n"))
        assert ">By (Owl Library, 2018)</a></h2>" in html

    def test_files_instead_of_folders(self, stranger: Site) -> None:
        more = "use_directory_urls: false\n"
        page(stranger(more=more, index="# A\n", other="# B\n\n[@owl2018]\n"), "other.html")

    def test_another_style_and_title(self, stranger: Site) -> None:
        html = page(stranger("bib_files: lib/a.bib, style: apa, title: Works", index="[@wren2020]"))
        assert "Wren, A. (2020a). " in words(html)
        assert ">Works</h2>" in html


class TestWhatIsLeftAlone:
    def test_code_links_formulas_mail_and_names_of_people(self, stranger: Site) -> None:
        extensions = [
            "pymdownx.superfences",
            "pymdownx.arithmatex: {generic: true}",
            "admonition",
        ]
        text = """# A

`[@nobody]` and a@b.example, <c@d.example>, [@user](https://user.example), @handle,
\\@wren2020, \\[@wren2020], $x_{@nobody} [@nobody]$ and

$$
[@nobody]
$$

!!! note

    ```python
    @property [@nobody]
    ```

        indented [@nobody]

```mermaid
graph LR; a[@nobody] --> b
```
"""
        more = f"markdown_extensions: [{', '.join(extensions)}]\n"
        html = page(stranger(more=more, index=text))
        assert "ec-cite" not in html
        assert "ec-unknown" not in html


class TestWhatIsTold:
    def test_an_unknown_key_with_its_place_and_what_was_meant(self, stranger: Site) -> None:
        text = "# A\n\nOne.\n\n    [@wren2002]\n\nTwo [@wren2020; @Owl2018] and [@none].\n"
        assert warnings(stranger(index=text)) == [
            'docs/index.md:7:18: No work in the library has the key "Owl2018". '
            'Did you mean "owl2018"?',
            'docs/index.md:7:33: No work in the library has the key "none". '
            "Add the work to the library, with this key.",
        ]

    def test_an_unknown_key_ends_a_strict_build(self, stranger: Site) -> None:
        told = built(stranger(index="[@none]"))
        assert told.returncode == 1
        assert "Traceback" not in told.stderr

    def test_what_cannot_be_read(self, stranger: Site) -> None:
        (told,) = warnings(stranger(index="# A\n\nSo [@wren2020; p. 4].\n"))
        assert told == (
            'docs/index.md:3:4: This citation cannot be read: "[@wren2020; p. 4]". '
            'Did you mean "[@wren2020, p. 4]"?'
        )

    def test_a_key_on_a_page_that_another_plugin_makes(self, stranger: Site) -> None:
        folder = stranger(more="hooks: [hook.py]\n", index="# A\n")
        put(folder / "hook.py", "def on_page_markdown(text, **_): return text + ' [@Owl2018]'\n")
        assert warnings(folder) == [
            'docs/index.md: No work in the library has the key "Owl2018". Did you mean "owl2018"?'
        ]

    def test_the_same_key_in_two_libraries(self, stranger: Site) -> None:
        folder = stranger(index="[@owl2018]")
        put(folder / "lib/c.bib", B)
        assert warnings(folder) == [
            'lib/c.bib:1:9: "owl2018" is taken already, in lib/b.bib. '
            "Give this one another name, or delete one of the two."
        ]

    def test_a_record_that_is_lost_and_the_others_are_not(self, stranger: Site) -> None:
        folder = stranger(index="[@owl2018] [@wren2020]")
        put(folder / "lib/b.bib", B + "@book{finch2001, title = {Open\n")
        (told,) = warnings(folder)
        assert told.startswith("lib/b.bib:2:")
        assert "Owl Library, 2018" in (folder / "site/index.html").read_text(encoding="utf-8")

    def test_a_library_without_works(self, stranger: Site) -> None:
        folder = stranger("bib_files: none.bib", index="# A\n")
        put(folder / "none.bib", "% Nothing yet.\n")
        assert warnings(folder) == ["There is no work to cite in none.bib."]

    def test_advice_on_records_ends_no_build(self, stranger: Site) -> None:
        folder = stranger(index="[@wren2020]")
        put(folder / "lib/b.bib", B.replace("year=2018", "isbn={1-2}, url={owl.example}"))
        told = built(folder)
        assert told.returncode == 0
        assert "places of your library: mkdocs build --verbose shows it." in told.stderr


OPTIONS = {
    "": "name your library under evidence-citations, such as bib_files: references.bib.",
    "bib_files: none.bib": "bib_files names none.bib, which is not there.",
    "bib_files: [lib/a.bib, no/*.bib]": "bib_files names no/*.bib, which is not there.",
    "bib_files: lib/": "bib_files names lib/, and that is a folder. Write lib/*.bib.",
    "bib_files: 'https://a.example/b.bib'": "Save that file beside mkdocs.yml, and name it there.",
    "bib_files: lib/a.bib, style: vancouver": "The citation style vancouver cannot be read.",
    "bib_files: lib/a.bib, style: lib/a.bib": "The citation style lib/a.bib is no CSL style.",
}


@pytest.mark.parametrize("options", OPTIONS)
def test_options_that_do_not_work_say_what_does(stranger: Site, options: str) -> None:
    told = built(stranger(options, index="# A\n"))
    assert told.returncode == 1
    assert OPTIONS[options] in told.stderr
    assert "Traceback" not in told.stderr


def test_a_library_may_stand_anywhere(stranger: Site, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "works.bib"
    put(elsewhere, B)
    page(stranger(f"bib_files: {elsewhere.as_posix()}", index="[@owl2018]"))


def test_a_library_of_thousands_of_works(stranger: Site) -> None:
    folder = stranger(index="[@owl1999]")
    many = (B.replace("owl2018", f"owl{number}") for number in range(3_200))
    put(folder / "lib/b.bib", "\n".join(many))
    assert 'id="ref-owl1999"' in page(folder)
