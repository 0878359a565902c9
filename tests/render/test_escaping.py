"""Values come out of templates as Jinja itself would show them, and quotation marks as typed."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from evidence_commons.model.text import Text
from evidence_commons.render.escaping import plain_quotes, shown

HOSTILE = st.text(alphabet="ab &<>'\"#39;x=/\u2019é", max_size=40)


class Drawn:
    """Something that knows its own HTML."""

    def __html__(self) -> str:
        return "<b>drawn</b>"


VALUES = st.one_of(
    HOSTILE,
    HOSTILE.map(Text),
    HOSTILE.map(Markup),
    st.integers(),
    st.none(),
    st.builds(Drawn),
    st.lists(HOSTILE, max_size=2),
)


@given(VALUES)
def test_a_value_is_escaped_as_everywhere_else(value: object) -> None:
    assert shown(value) == str(escape(value))


@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=4))
def test_quotation_marks_stand_bare_in_text_and_escaped_in_tags(
    parts: list[tuple[str, str]],
) -> None:
    html = "".join(f'<a title="{escape(title)}">{escape(words)}</a>' for title, words in parts)
    plain = plain_quotes(html)
    assert re.findall('title="([^"]*)"', plain) == [escape(title) for title, _ in parts]
    texts = [str(escape(words)).replace("&#39;", "'").replace("&#34;", '"') for _, words in parts]
    assert re.findall(">([^<]*)</a>", plain) == texts
