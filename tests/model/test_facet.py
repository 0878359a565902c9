"""The values by which examples are narrowed: which are kept, in what order, and who bears them."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from evidence_commons.model.facet import BLANK, Facet, Known, facet

WIDER = {"nest": "", "egg": "nest", "yolk": "egg", "twig": "", "moon": "sun", "sun": "moon"}


def _made(named: Sequence[Sequence[str]], wider: Mapping[str, str] = WIDER) -> Facet:
    known = [Known(name, name.capitalize(), wider=under) for name, under in wider.items()]
    return facet(("thing", "Thing"), "entry", known, named, blank="Not known")


def _ids(made: Facet) -> list[str]:
    return [value.id for value in made.values]


def _bearers(made: Facet, value: str) -> tuple[int, ...]:
    return made.bearers()[_ids(made).index(value)]


def test_what_bears_a_value_bears_the_wider_ones_each_once() -> None:
    made = _made([["yolk", "egg"], ["twig"]])
    assert _bearers(made, "nest") == (0,)
    assert _bearers(made, "yolk") == (0,)
    assert _bearers(made, "twig") == (1,)


def test_values_that_nothing_bears_are_left_out_unless_they_are_wider_ones() -> None:
    assert _ids(_made([["yolk"]])) == ["nest", "egg", "yolk"]


def test_narrower_values_stand_right_behind_their_wider_one() -> None:
    wider = {"egg": "nest", "twig": "", "nest": ""}
    assert _ids(_made([["egg"], ["twig"]], wider)) == ["twig", "nest", "egg"]


def test_who_names_nothing_known_bears_the_value_for_that() -> None:
    made = _made([["twig"], [], ["feather"]])
    assert _bearers(made, BLANK) == (1, 2)


def test_there_is_no_value_for_nothing_where_all_name_something() -> None:
    assert BLANK not in _ids(_made([["twig"], ["egg"]]))


def test_values_that_are_wider_than_one_another_do_no_harm() -> None:
    made = _made([["moon"]])
    assert set(_ids(made)) == {"moon", "sun"}
    assert _bearers(made, "sun") == (0,)


@given(st.lists(st.lists(st.sampled_from([*WIDER, "feather"]))))
def test_who_bears_a_value_follows_from_what_each_one_names(named: list[list[str]]) -> None:
    def borne(names: list[str]) -> set[str]:
        found: set[str] = set()
        at = {name for name in names if name in WIDER}
        while at - found:
            found |= at
            at = {WIDER[name] for name in found if WIDER[name]}
        return found or {BLANK}

    made = _made(named)
    for value in made.values:
        bearers = [number for number, names in enumerate(named) if value.id in borne(names)]
        assert list(_bearers(made, value.id)) == bearers
