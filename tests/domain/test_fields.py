"""What is typed into a field becomes its value, or is refused with the field named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.code_lists import LISTS, code_list
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused, WrongUse
from contacts_tui.domain.fields import CONTACT, Field, Kind, by_name, parse
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.setup_fields import SETUP


def refusal(field: Field, typed: str) -> Refused:
    with pytest.raises(Refused) as caught:
        parse(field, typed)
    assert caught.value.field == field.name
    return caught.value


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("name", "  Boulangerie\tLaurier ", "Boulangerie Laurier"),
        ("search_name", "laurier", "LAURIER"),
        ("salesperson", " ps ", "PS"),
        ("company", "ct000001", "CT000001"),
        ("phone", "+1 (514) 555-0100", "+1 (514) 555-0100"),
        ("email", "a@b.ca; c@d.ca", "a@b.ca; c@d.ca"),
        ("exclude_from_segment", "Yes", True),
        ("exclude_from_segment", "oui", True),
        ("exclude_from_segment", "", False),
        ("exclude_from_segment", "faux", False),
        ("type", "Person", "person"),
        ("correspondence_type", "Hard copy", "hard_copy"),
        ("correspondence_type", "e-mail", "email"),
        ("correspondence_type", "", ""),
        ("birthday", "05-09", "--05-09"),
    ],
)
def test_what_is_typed_becomes_the_value(name: str, typed: str, value: object) -> None:
    found = parse(CONTACT[name], typed)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("name", ""),
        ("phone", "514-555-CALL"),
        ("email", "nobody"),
        ("exclude_from_segment", "perhaps"),
        ("type", "robot"),
        ("birthday", "soon"),
        ("uid", "x"),
        ("modified", "2026-01-01"),
        ("company_name", "Laurier"),
        ("name", "a\x00b"),
        ("name", "a\ud800b"),
    ],
)
def test_what_is_not_of_the_fields_kind_is_refused(name: str, typed: str) -> None:
    refusal(CONTACT[name], typed)


@pytest.mark.parametrize("field", [field for field in CONTACT.values() if field.length], ids=lambda field: field.name)
def test_a_field_takes_its_length_and_no_more(field: Field) -> None:
    digit = "1" * field.length
    if field.kind not in (Kind.EMAIL, Kind.BIRTHDAY):
        assert parse(field, digit) == digit
    refused = refusal(field, digit + "1")
    assert str(field.length) in str(refused)


def test_ct_11_a_code_is_upper_cased_and_has_at_most_ten_characters() -> None:
    field = code_list("industry_groups").field("code")
    assert parse(field, "advert") == "ADVERT"
    assert refusal(field, "ADVERTISING1").value == "ADVERTISING1"


def test_a_code_that_upper_case_makes_too_long_is_refused() -> None:
    field = code_list("industry_groups").field("code")
    assert parse(field, "groß") == "GROSS"
    refusal(field, "ß" * 6)


def test_an_integer_counts_from_one() -> None:
    field = LISTS["number_series_lines"].field("increment_by")
    assert parse(field, "10") == 10
    for typed in ("0", "-1", "1.5", "x", "", "²", "٣", "1" * 10, "1" * 5000):
        refusal(field, typed)


def test_a_date_is_year_month_day_or_blank() -> None:
    field = LISTS["number_series_lines"].field("starting_date")
    assert parse(field, "2018-01-01") == date(2018, 1, 1)
    assert parse(field, "") is None
    for typed in ("2018-02-30", "01/02/2018", "tomorrow"):
        assert f"“{typed}”" in str(refusal(field, typed))


@given(st.sampled_from(sorted(CONTACT)), st.text(max_size=120))
def test_whatever_is_typed_is_a_value_or_a_refusal_of_its_field(name: str, typed: str) -> None:
    field = CONTACT[name]
    try:
        value = parse(field, typed)
    except Refused as refused:
        named = refused.field
    else:
        named = name
        if isinstance(value, str) and field.length:
            assert len(value) <= field.length
    assert named == name


def test_an_unknown_field_or_list_is_told_with_those_there_are() -> None:
    assert by_name(CONTACT, "phone") is CONTACT["phone"]
    with pytest.raises(WrongUse, match="phone"):
        by_name(CONTACT, "telephone")
    with pytest.raises(WrongUse, match="industry_groups"):
        code_list("industries")
    with pytest.raises(WrongUse, match="description"):
        code_list("industry_groups").field("text")


def test_every_field_is_an_attribute_of_its_record() -> None:
    missing = [field.name for field in CONTACT.values() if field.attribute not in Contact.__dataclass_fields__]
    assert missing == ["company_name"]
    assert all(field.attribute in MarketingSetup.__dataclass_fields__ for field in SETUP.values())
    for found in LISTS.values():
        names = found.record.__dataclass_fields__
        assert [field.name for field in found.fields if field.attribute not in names] == []
        assert set(found.key) <= {field.name for field in found.fields}
