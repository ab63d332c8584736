"""VAT registration numbers (C-R15)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain import vat
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message

LABEL = Message("VAT registration no.")
DUTCH = ("NL#########B##", "#########B##")


def check(number: str, *formats: str) -> str:
    return vat.check(number, formats, label=LABEL)


@pytest.mark.parametrize(
    ("number", "formats", "stored"),
    [
        ("nl123456789b01", DUTCH, "NL123456789B01"),
        (" 123.456.789-B01 ", DUTCH, "123.456.789-B01"),
        ("GB 123 4567 89", ("GB ### #### ##",), "GB 123 4567 89"),
        ("X1", ("@?",), "X1"),
        ("XY", ("@?",), "XY"),
        ("anything", (), "ANYTHING"),
        ("", DUTCH, ""),
    ],
)
def test_a_number_of_a_form_of_its_country_is_upper_cased(number: str, formats: tuple[str, ...], stored: str) -> None:
    assert check(number, *formats) == stored


@pytest.mark.parametrize(
    ("number", "form"),
    [("12", "###"), ("1234", "###"), ("12A", "###"), ("1AB", "@@@"), ("A+", "@?"), ("NL1", "BE#"), ("١٢٣", "###")],
)
def test_a_number_of_no_form_is_refused_with_the_forms(number: str, form: str) -> None:
    with pytest.raises(Refused) as caught:
        check(number, form)
    assert (caught.value.field, caught.value.value) == ("vat_number", number)
    assert form in str(caught.value)


def test_check_digits_that_do_not_fit_are_a_warning() -> None:
    assert vat.warnings("123456782RT0001", "CA") == ()
    (warning,) = vat.warnings("123456789", "CA")
    assert "check digits" in str(warning)
    assert vat.warnings("NL4495445B01", "NL") == ()


def test_a_form_that_the_country_does_not_have_is_a_warning() -> None:
    (warning,) = vat.warnings("12", "GB")
    assert "GB" in str(warning)


@pytest.mark.parametrize("country", ["", "XX", "US", "CANADA", "É1", "__"])
def test_where_nothing_is_known_there_is_no_warning(country: str) -> None:
    assert vat.warnings("12", country) == ()


@given(st.text(max_size=20), st.sampled_from(["CA", "GB", "FR", "DE", "NL", "CH", "ES", "GR", "IN", "IS"]))
def test_a_warning_never_fails(number: str, country: str) -> None:
    assert len(vat.warnings(number, country)) <= 1
