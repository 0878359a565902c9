"""The forms of identifiers: what is one, and what was meant by what is none."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_commons.model.identifiers import (
    LONGEST,
    REGISTERS,
    is_grant_id,
    is_orcid,
    is_organisation_id,
    orcid_in,
    organisation_id_in,
    organisation_ids_like,
)

CHECKED = {"XI-LEI", "XI-ROR"}
"""The registers whose numbers hold check digits."""


@pytest.mark.parametrize(
    "identifier",
    [
        *("GB-COH-00000000", "GB-COH-SC000000", "GB-COH-IP00000R", "GB-COH-R0000000"),
        *("GB-CHC-100000", "GB-CHC-1000000", "GB-SC-SC000000", "GB-NIC-100000", "GB-MPR-235C"),
        *("GB-LAE-ZZZ", "GB-LAS-ZZZ", "GB-PLA-ZZZ", "GB-LANI-ZZZ", "XI-WIKIDATA-Q1"),
        *("COMMONS-robin-taxis", "360G-invented-ORG:1", "GB-GOR-ZZ1", "NO-BRC-000000000"),
    ],
)
def test_what_has_the_form_of_its_register_is_an_id(identifier: str) -> None:
    assert is_organisation_id(identifier)


@pytest.mark.parametrize(
    "text",
    [
        *("", "GB-COH-", "GB-COH-0000000", "GB-COH-000000000", "GB-COH-SC00000", "GB-CHC-0100000"),
        *("GB-SC-000000", "GB-NIC-1000000", "GB-MPR-0123456789", "GB-LAE-zzz", "COMMONS-Robin"),
        *("XI-WIKIDATA-Q0", "XI-ROR-0n0wher89", "XI-LEI-213800N0WHERETAX1559", "robin taxis"),
        *("gb-xyz-1", "GB-COH-0000000٢", "GB-COH-00000000\n", "COMMONS-" + "robin" * 999),
    ],
)
def test_what_has_not_the_form_of_its_register_is_no_id(text: str) -> None:
    assert not is_organisation_id(text)


@pytest.mark.parametrize("code", REGISTERS)
def test_the_example_of_a_register_is_an_id(code: str) -> None:
    assert is_organisation_id(f"{code}-{REGISTERS[code].example}")


@pytest.mark.parametrize("code", sorted(REGISTERS.keys() - CHECKED))
@settings(deadline=None, max_examples=30)
@given(draw=st.data())
def test_every_number_of_the_form_is_an_id(code: str, draw: st.DataObject) -> None:
    numbers = st.from_regex(REGISTERS[code].form, fullmatch=True)
    number = draw.draw(numbers.filter(lambda number: len(f"{code}-{number}") <= LONGEST))
    assert is_organisation_id(f"{code}-{number}")


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("gb-coh-00000000", "GB-COH-00000000"),
        ("GB COH 0000 0000", "GB-COH-00000000"),
        ("GB–CHC–1000000", "GB-CHC-1000000"),
        ("gb_sc_sc000000", "GB-SC-SC000000"),
        ("Commons-Robin-Taxis", "COMMONS-robin-taxis"),
        ("https://ror.org/0n0wher88", "XI-ROR-0n0wher88"),
        ("xi-ror-0N0WHER88", "XI-ROR-0n0wher88"),
        ("https://www.wikidata.org/wiki/Q1", "XI-WIKIDATA-Q1"),
        ("http://www.wikidata.org/entity/Q1/", "XI-WIKIDATA-Q1"),
        ("https://ror.org/0n0wher89", ""),
        ("GB-COH-1234567", ""),
        ("00000000", ""),
        ("", ""),
    ],
)
def test_an_id_is_found_under_capitals_spaces_and_addresses(text: str, identifier: str) -> None:
    assert organisation_id_in(text) == identifier


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("GB-COH-1234567", ("GB-COH-01234567",)),
        ("01234567", ("GB-COH-01234567",)),
        ("COH 01234567", ("GB-COH-01234567",)),
        ("OC000000", ("GB-COH-OC000000",)),
        ("1234567", ("GB-CHC-1234567", "GB-COH-01234567")),
        ("0123456", ("GB-COH-00123456",)),
        ("SC000000", ("GB-SC-SC000000", "GB-COH-SC000000")),
        ("GB-SC-000000", ("GB-SC-SC000000",)),
        ("IP000000", ("GB-COH-IP000000", "GB-MPR-IP000000")),
        ("Q1", ("XI-WIKIDATA-Q1",)),
        ("the council", ()),
        ("12", ()),
        ("", ()),
        (
            "https://find-and-update.company-information.service.gov.uk/company/01234567",
            ("GB-COH-01234567",),
        ),
    ],
)
def test_a_bare_number_gives_all_ids_that_may_be_meant(
    text: str, identifiers: tuple[str, ...]
) -> None:
    assert organisation_ids_like(text) == identifiers


@settings(deadline=None)
@given(text=st.text(max_size=40) | st.text("GBCOHSXI-0123456789 qr.:/", max_size=30))
def test_whatever_is_guessed_is_an_id(text: str) -> None:
    found = organisation_id_in(text)
    assert not found or is_organisation_id(found)
    assert all(map(is_organisation_id, organisation_ids_like(text)))


@pytest.mark.parametrize("text", ["360G-invented-0001", "360G-Invented-EP/1 (2)"])
def test_a_grant_is_named_by_its_publisher_and_a_number(text: str) -> None:
    assert is_grant_id(text)


@pytest.mark.parametrize(
    "text", ["", "360G-", "360G-invented", "360G-invented-", "2021/0042", f"360G-a-{'b' * 999}"]
)
def test_another_number_is_no_grant(text: str) -> None:
    assert not is_grant_id(text)


@given(digits=st.text("0123456789", min_size=15, max_size=15))
def test_just_one_last_sign_fits_the_others_of_an_orcid(digits: str) -> None:
    groups = "-".join(re.findall(".{4}|.{3}$", digits))
    fits = [sign for sign in "0123456789X" if is_orcid(groups + sign)]
    assert len(fits) == 1
    orcid = groups + fits[0]
    assert orcid_in(f"https://orcid.org/{orcid}") == orcid
    assert orcid_in(f"orcid:{orcid}".lower()) == orcid
    assert orcid_in(digits + fits[0]) == orcid


@pytest.mark.parametrize("text", ["", "0000-0002-1825-0098", "0000-0002-1825-009", "Ada Wren"])
def test_a_text_that_does_not_add_up_holds_no_orcid(text: str) -> None:
    assert not is_orcid(text)
    assert orcid_in(text) == ""
