"""Rules over text tell what they look for, and are silent about all that only looks like it."""

import pytest

from evidence_commons.check.rule import RuleModule
from evidence_commons.check.rules import (
    garbled_letters,
    hidden_sign,
    leftover_note,
    mixed_scripts,
    private_data,
    raw_html,
    split_letters,
    unbalanced_quotes,
    unshown_markdown,
)
from evidence_commons.link.join import join
from evidence_commons.load.collection import load_collection
from evidence_commons.load.files import Files
from evidence_commons.model.collection import Catalogue, Collection
from evidence_commons.model.text_file import TextFile


def told(rule: RuleModule, text: str, path: str = "docs/about.md") -> list[str]:
    """The stretches of a text that a rule underlines."""
    lines = text.split("\n")
    findings = rule.check(Catalogue(Collection(texts=(TextFile(path, text),))))
    spots = [one.location for one in findings]
    return [lines[at.line - 1][at.column - 1 : at.column - 1 + at.width] for at in spots]


class TestPrivateData:
    @pytest.mark.parametrize(
        "private",
        [
            "ada.wren@robintaxis.example",
            "info@robintaxis.example",
            "01632 960 001",
            "(01632) 960001",
            "07700 900123",
            "07700900123",
            "020 7946 0123",
            "0808 157 0123",
            "+44 7700 900123",
            "+44 (0)1632 960001",
            "+47 22 12 34 56 78",
            "YX1 1AB",
            "YX99 9ZZ",
            "YX1X 1AB",
            "ZX123456A",
            "ZX 12 34 56 A",
        ],
    )
    def test_is_told_in_running_text(self, private: str) -> None:
        assert told(private_data, f"Ask them: {private}.\nThen go on.")

    @pytest.mark.parametrize(
        "public",
        [
            "[@wren2021taxis, p. 4; @plover.2022]",
            "logo@2x.png",
            "@ada@social.example",
            "https://robintaxis.example/@ada.wren/01632960001",
            "https://doi.org/10.5555/12345678901234",
            "doi:10.1000/01632960001x",
            "name@example.org",
            "git@github.com:robin/taxis.git",
            "978-0-00-000000-2",
            "ISBN 0140328726",
            "0-14-032872-6",
            "GB-COH-01234567",
            "360G-invented-0163296000",
            "E06000023",
            "2021-03-31",
            "2021/2022, 01/02/2021",
            "from 0900 to 1730",
            "1,234,567,890 pounds, 12345678901 riders",
            "0.12345678901",
            "grew by +1 000 000",
            "M25 and A1 7 May",
            "a 5G 2GB plan",
            "version 1.20.300.4000",
        ],
    )
    def test_is_not_seen_in_what_only_looks_like_it(self, public: str) -> None:
        assert not told(private_data, f"See {public}, and go on.")

    def test_in_the_library_is_looked_for_in_running_text_alone(self) -> None:
        record = (
            "@book{a,\n  url = {https://x.example/01632 960 001},\n  isbn = {01632 960 001},\n"
            "  note = {Ask 01632 960 002},\n}\n"
        )
        assert told(private_data, record, "references.bib") == ["01632 960 002"]

    def test_is_never_said_in_full(self) -> None:
        text = TextFile("docs/about.md", "Ask ada.wren@robintaxis.example.")
        (finding,) = private_data.check(Catalogue(Collection(texts=(text,))))
        assert "wren" not in finding.message + finding.help


class TestLeftoverNotes:
    @pytest.mark.parametrize(
        "note",
        [
            "TODO",
            "FIXME: who?",
            "(TBC)",
            "XXX: find it",
            "£XX,XXX",
            "(???)",
            "Lorem ipsum",
            "[citation needed]",
            "[insert date]",
            "(check this)",
            "[AW: is it?]",
            "Commented [AW1]",
        ],
    )
    def test_are_told(self, note: str) -> None:
        assert told(leftover_note, f"It was {note} then.")

    @pytest.mark.parametrize(
        "text",
        [
            "sobre todo el mundo",
            "TODO EL MUNDO",
            "Método",
            "Really?",
            "What?? they asked.",
            "The Bristol Cable (TBC) wrote so. TBC is a paper.",
            "Volume XXX of the series",
            "[add one](contribute.md)",
            "[insert coin](https://x.example)",
            "[UK: the whole]",
            "`TODO`",
            "```\nTODO\n```",
            "[@wren2021, p. 4]",
            "https://x.example/TODO",
            "(they check the meter)",
            "quote: what is [to be done]",
        ],
    )
    def test_are_not_seen_in_other_words(self, text: str) -> None:
        assert not told(leftover_note, text)


class TestHiddenSigns:
    @pytest.mark.parametrize(
        "sign", [*"\u00ad\u200b\u2060", "\u200d", "\u200c", "\U000e0041"], ids=ascii
    )
    def test_are_told_between_latin_letters(self, sign: str) -> None:
        assert told(hidden_sign, f"The ri{sign}ders") == [f"The ri{sign}ders"[4:]]

    @pytest.mark.parametrize(
        "text",
        [
            "کتاب‌خانه",
            "क्‍ष",
            "👩‍🔧 and 🏳️‍🌈",
            "🏴" + "".join(chr(0xE0000 + ord(sign)) for sign in "gbsct") + chr(0xE007F),
            "10 000 km",
            "« oui »",
            "1️⃣",
        ],
    )
    def test_stay_where_they_are_needed(self, text: str) -> None:
        assert not told(hidden_sign, text)


class TestMixedScripts:
    @pytest.mark.parametrize(
        "word", ["T\u0430xis", "\u0410da", "R\u03bfbin", "p\u0430ypal.example"]
    )
    def test_are_told_within_a_word(self, word: str) -> None:
        assert told(mixed_scripts, f"See {word} there.")

    @pytest.mark.parametrize(
        "text",
        [
            "Москва и Київ",
            "Αθήνα",
            "5 μg of it",
            "Δt, αβ and β",
            "a β-blocker",
            "VIP-клиент",
            "القاهرة",
            "दिल्ली",
            "https://кто.рф/page",
            "naïve café Łódź",
        ],
    )
    def test_do_not_mean_other_scripts(self, text: str) -> None:
        assert not told(mixed_scripts, text)


class TestSplitLetters:
    def test_are_told_with_their_word(self) -> None:
        assert told(split_letters, "At Cafe\u0301s, then") == ["Cafe\u0301s"]

    @pytest.mark.parametrize("text", ["Café", "क़लम", "x\u0304 is a mean", "שָׁלוֹם"])
    def test_do_not_mean_letters_that_have_no_single_sign(self, text: str) -> None:
        assert not told(split_letters, text)


class TestQuotations:
    @pytest.mark.parametrize("text", ["They say “so. And more.", "They say so”."])
    def test_with_one_half_are_told(self, text: str) -> None:
        assert len(told(unbalanced_quotes, text)) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "They say “so”.",
            "„So“, sagt er.",
            "”Så”, säger han.",
            "“One paragraph.\n\n“And one more.”",
            "“One paragraph.\n\nAnd one more.”",
            "a 6” pipe and a 7” one",
            "title: a\nquote: “cut here\nnote: b",
            "“over two\nNote: lines”",
        ],
    )
    def test_of_any_sound_form_pass(self, text: str) -> None:
        assert not told(unbalanced_quotes, text)


class TestMarkdown:
    @pytest.mark.parametrize(
        ("typed", "underlined"),
        [
            ("##Costs", "##Costs"),
            ("##\u00a0Costs", "##\u00a0Costs"),
            ("a | b\n--- | ---\n1 | 2", "--- | ---"),
            ("It is[^1]. So[^2].\n\n[^1]: So.", "[^1]"),
            ("- [x] done\n- [ ] not", "[x]"),
            ("\u2022 one\n\u2022 two", "\u2022"),
            ("-\u00a0one", "-\u00a0"),
            ("Word\n: what it means", ": "),
            ("~~gone~~", "~~gone~~"),
            ("See https://x.example/a_(b).", "https://x.example/a_(b)"),
            ("(See https://x.example/a.)", "https://x.example/a"),
            ("[so] (https://x.example)", "[so] (https://x.example)"),
            ("(so)[https://x.example]", "(so)[https://x.example]"),
            ("## Costs {#costs}", " {#costs}"),
            ("!!! note", "!!! note"),
        ],
    )
    def test_that_means_nothing_here_is_told_once(self, typed: str, underlined: str) -> None:
        assert told_of_body(typed) == [underlined]

    @pytest.mark.parametrize(
        "typed",
        [
            "## Costs\n\n- one\n- two\n\n1. a\n2. b",
            "#hashtag and #2",
            "a | b",
            "---",
            "[so](https://x.example) <https://x.example>",
            "[so][ref]\n\n[ref]: https://x.example",
            "`https://x.example` and `[^1]`",
            "```\n##no\n| --- | --- |\nhttps://x.example\n```",
            "[@wren2021taxis, p. 4]",
            "It costs ~5 and takes 2~3 days.",
            "So: this.\nAnd [x] that.",
            "Dot \u00b7 dot \u2022 dot",
        ],
    )
    def test_that_is_shown_as_it_was_meant_passes(self, typed: str) -> None:
        assert not told_of_body(typed)


def told_of_body(body: str) -> list[str]:
    """The stretches that are underlined in the body of a page."""
    file = TextFile("docs/metrics/fares.md", f"---\nid: fares\n---\nSome words.\n\n{body}\n")
    lines = file.text.split("\n")
    findings = unshown_markdown.check(join(load_collection(Files(metrics=(file,)))))
    spots = [one.location for one in findings]
    return [lines[at.line - 1][at.column - 1 : at.column - 1 + at.width] for at in spots]


class TestGarbledLetters:
    @pytest.mark.parametrize(
        ("text", "signs"),
        [
            ("CafÃ© of Repair", "Ã©"),
            ("for Â£5 a day", "Â£"),
            ("the ridersâ€™ own", "â€™"),
            ("2019â€“2021", "â€“"),
            ("a â€œgoodâ€ day", "â€œgoodâ€"),
        ],
    )
    def test_are_told_with_the_sign_that_they_stand_for(self, text: str, signs: str) -> None:
        assert told(garbled_letters, text) == [signs]

    @pytest.mark.parametrize(
        "text",
        [
            "voilà\u00a0» et là\u00a0!",
            "“AMANHÃ” e “IRMÔ",
            "château, forêt, Ångström",
            "£5, 20 €, ½",
            "Write `Ã©` in backticks.",
        ],
    )
    def test_are_not_seen_in_sound_words(self, text: str) -> None:
        assert told(garbled_letters, text) == []


class TestHtmlInTheLibrary:
    @pytest.mark.parametrize(
        ("field", "signs"),
        [
            ("title = {Warm by <i>Winter</i>}", ["<i>"]),
            ("publisher = {Wren &amp; Finch}", ["&amp;"]),
            ("url = {https://owl.example/?a=1&amp;b=2}", ["&amp;"]),
            ('title = {On <span class="x">warm</span> rooms}', ['<span class="x">']),
        ],
    )
    def test_is_told_once_for_each_field(self, field: str, signs: list[str]) -> None:
        assert told(raw_html, f"@misc{{a1,\n  {field},\n}}\n", "references.bib") == signs

    @pytest.mark.parametrize(
        "field",
        [
            "title = {Rates where p < 0.05 and q > 3}",
            "title = {Wren & Finch; or, a Tale}",
            "url = {https://owl.example/?a=1&lt=2}",
            "abstract = {<p>Nobody shows this.</p>}",
        ],
    )
    def test_is_not_seen_in_other_signs(self, field: str) -> None:
        assert told(raw_html, f"@misc{{a1,\n  {field},\n}}\n", "references.bib") == []
