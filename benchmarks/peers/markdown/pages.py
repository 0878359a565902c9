"""The pages of a commons as Markdown, as a person would make them for Zensical or MkDocs.

Nothing is checked. How a citation is written is up to who asks.
"""

# mypy: ignore-errors
# This runs in environments of its own.

import json
import re
from collections import defaultdict
from pathlib import Path

import jinja2
import pypandoc
import yaml

CITATIONS = re.compile(r"\[(@[^\]]+)\]")


class Commons:
    """What was read of a commons, and who cites and has what."""

    def __init__(self, root, cite, lists_works):
        self.cite = cite
        self.lists_works = lists_works
        studies = root / "case_studies"
        self.studies = [_yaml(path) for path in sorted(studies.glob("*.yaml"))]
        vocabularies = [_yaml(path) for path in sorted(studies.glob("vocabulary/*.yaml"))]
        self.terms = {one["id"]: {t["id"]: t for t in one["terms"]} for one in vocabularies}
        made = pypandoc.convert_file(str(root / "references.bib"), "csljson", format="bibtex")
        self.works = {one["id"]: one for one in json.loads(made)}

    def pages(self):
        """The address and the text of each page."""
        templates = jinja2.Environment(  # noqa: S701 - this is Markdown, and everything is made up
            loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
            trim_blocks=True,
            lstrip_blocks=True,
        )
        templates.globals.update(label=self.label, cited=self.cited, whole=self.whole)
        citing, having = defaultdict(list), defaultdict(list)
        study_page = templates.get_template("study.md")
        for study in self.studies:
            keys = dict.fromkeys(_keys(study))
            for key in keys:
                citing[key].append(study)
            for theme in study["themes"]:
                having[theme].append(study)
            body = CITATIONS.sub(self._in_prose, study.get("body", ""))
            listed = keys if self.lists_works else ()
            yield (
                f"case-studies/{study['id']}.md",
                study_page.render(study=study, body=body, works=listed),
            )
        work_page, list_page = templates.get_template("work.md"), templates.get_template("list.md")
        for key, work in self.works.items():
            yield f"references/{key}.md", work_page.render(work=work, studies=citing[key])
        themes = self.terms["themes"].values()
        for theme in themes:
            text = list_page.render(title=theme["label"], studies=having[theme["id"]])
            yield f"themes/{theme['id']}.md", text
        yield "case-studies/index.md", list_page.render(title="Case studies", studies=self.studies)
        yield "themes/index.md", list_page.render(title="Themes", themes=themes)
        yield "references/index.md", list_page.render(title="References", keys=self.works)

    def label(self, vocabulary, name):
        """The words of a term, or the name as it is."""
        return self.terms[vocabulary].get(name, {}).get("label", name)

    def cited(self, citation):
        """A citation of a claim, with the words quoted."""
        quote = f" “{citation['quote']}”" if citation.get("quote") else ""
        return self.cite(self, [(citation["key"], citation.get("locator", ""))]) + quote

    def short(self, key):
        """A work as it is cited in a sentence."""
        work = self.works[key]
        people = work.get("author") or work.get("editor") or ()
        names = [one.get("family") or one.get("literal") for one in people]
        who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
        return f"{who or work.get('publisher') or work['title']} {_year(work)}"

    def whole(self, key):
        """A work as it stands in a list."""
        work = self.works[key]
        people = work.get("author") or work.get("editor") or ()
        names = (
            f"{one['family']}, {one.get('given', '')}" if "family" in one else one["literal"]
            for one in people
        )
        parts = [work.get("container-title"), work.get("volume"), work.get("page")]
        place = ", ".join(part for part in parts if part)
        ends = [place, work.get("publisher"), work.get("DOI") and f"doi:{work['DOI']}"]
        said = " ".join(f"{end}." for end in ends if end)
        return f"{'; '.join(names)} ({_year(work)}) *{work['title']}*. {said}"

    def _in_prose(self, found):
        parts = (one.strip().removeprefix("@").partition(",") for one in found[1].split(";"))
        return self.cite(self, [(key, " ".join(place.split())) for key, _, place in parts])


def links(commons, citations):
    """Citations as links to the pages of works."""
    made = (
        f"[{commons.short(key)}](../references/{key}.md)" + (f", {place}" if place else "")
        for key, place in citations
    )
    return f"({'; '.join(made)})"


def keys(_commons, citations):
    """Citations as mkdocs-bibtex reads them; it drops places in works, so they stand behind."""
    made = (f"[@{key}], {place}" if place else f"[@{key}]" for key, place in citations)
    return "; ".join(made)


def _year(work):
    return work["issued"]["date-parts"][0][0] if "issued" in work else "n.d."


def _keys(study):
    """Every key that a case study cites."""
    for found in CITATIONS.findall(study.get("body", "")):
        for one in found.split(";"):
            yield one.strip().removeprefix("@").partition(",")[0]
    for claim in study.get("claims", ()):
        yield from (citation["key"] for citation in claim.get("citations", ()))
        if "observation" in claim:
            yield claim["observation"]["citation"]["key"]
    yield from (cost["citation"]["key"] for cost in study.get("costs", ()) if "citation" in cost)
    yield from study.get("references", ())


def _yaml(path):
    return yaml.load(path.read_bytes(), yaml.CSafeLoader)
