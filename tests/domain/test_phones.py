"""Phone numbers (C-R13, C-R16)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain import phones
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message

LABEL = Message("Phone")
EXAMPLES = Path(__file__).parents[3] / "shared" / "data" / "strings" / "phone_example_numbers.csv"


def check(text: str) -> str:
    return phones.check(text, field="phone", label=LABEL)


def test_co_16_letters_are_refused_and_signs_are_free() -> None:
    with pytest.raises(Refused) as caught:
        check("514-555-CALL")
    assert str(caught.value) == "Phone: “CALL” has letters. Use digits, blanks and + ( ) - . / only."
    assert (caught.value.field, caught.value.value) == ("phone", "514-555-CALL")
    assert check("+1 (514) 555-0100") == "+1 (514) 555-0100"


@pytest.mark.parametrize("text", ["555 0100 poste 12", "５５５ー０１００", "555-é", "тел. 555"])
def test_a_letter_of_any_script_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        check(text)


@pytest.mark.parametrize("text", ["", "0", "*67#", "+44-161 8182192", "01/42.68.53.00", "555-0100 / 555-0101"])
def test_what_has_no_letter_stays_as_typed(text: str) -> None:
    assert check(text) == text


@given(st.text(max_size=30))
def test_exactly_the_texts_with_a_letter_are_refused(text: str) -> None:
    if any(map(str.isalpha, text)):
        with pytest.raises(Refused):
            check(text)
    else:
        assert check(text) == text


@pytest.mark.parametrize(
    ("text", "country", "part"),
    [
        ("514-555-01", "CA", "short for a number in CA"),
        ("514-555-0100-999", "CA", "long for a number in CA"),
        ("+44 20", "CA", "short for a number in GB"),
        ("+999 123 456", "", "prefix"),
        ("/", "CA", "unusual"),
    ],
)
def test_an_unusual_number_is_a_warning(text: str, country: str, part: str) -> None:
    (warning,) = phones.warnings(text, country)
    assert part in str(warning)


@pytest.mark.parametrize(
    ("text", "country"),
    [("", "CA"), ("514-555-0100", "CA"), ("+1 514 555 0100", ""), ("555-0100", "CA"), ("12", "XX"), ("12", "")],
)
def test_a_usual_number_or_an_unknown_country_brings_no_warning(text: str, country: str) -> None:
    assert phones.warnings(text, country) == ()


@given(st.text(max_size=40), st.sampled_from(["", "CA", "GB", "XX", "001"]))
def test_a_warning_never_fails(text: str, country: str) -> None:
    assert len(phones.warnings(text, country)) <= 1


@pytest.mark.skipif(not EXAMPLES.exists(), reason="needs the shared data folder")
def test_the_example_numbers_of_all_countries_are_accepted() -> None:
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        for number in (row["e164"], row["international"]):
            assert check(number) == number
            assert phones.warnings(number, "") == ()


def test_the_phone_is_dialled_before_the_mobile_except_on_a_phone() -> None:
    assert phones.to_dial("1", "2") == "1"
    assert phones.to_dial("", "2") == "2"
    assert phones.to_dial("1", "2", mobile_first=True) == "2"
    assert phones.to_dial("1", "", mobile_first=True) == "1"
    assert phones.to_dial("", "") == ""
