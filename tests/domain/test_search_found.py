"""Why a contact was found is told where its name does not show it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.search_found import found_in

MINDY = {
    "name": "Mindy Martin",
    "company_name": "The Cannon Group PLC",
    "job_title": "Gérante adjointe",
    "phone": "+1 212 555 0142",
    "email": "mindy.martin@cannongroup.example",
    "city": "New York",
    "post_code": "B27 4KT",
    "number": "CT200136",
}


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("mindy", None),
        ("martin mind", None),
        ("nowhere", None),
        ("city:york", None),
        ("cannon", ("company_name", "Cannon")),
        ("mindy cann", ("company_name", "Cann")),
        ("gerante", ("job_title", "Gérante")),
        ("0142", ("phone", "0142")),
        ("(212) 555-0142", ("phone", "212 555 0142")),
        ("001 212 555", ("phone", "1 212 555")),
        ("anno", ("company_name", "anno")),
        ("ct200136", ("number", "CT200136")),
        ("york cannon", ("city", "York")),
        ('"new york"', ("city", "New")),
        ("-york", None),
    ],
)
def test_the_field_and_its_part(typed: str, wanted: tuple[str, str] | None) -> None:
    found = found_in(MINDY, typed, is_company=False)
    assert (found and (found.field, found.text[found.start : found.end])) == wanted


def test_the_name_of_a_company_is_not_told_as_its_company() -> None:
    values = {"name": "Cannon", "company_name": "The Cannon Group PLC", "city": "Cannes"}
    assert found_in(values, "group", is_company=True) is None


def test_what_it_was_called_is_told_after_what_it_is_called() -> None:
    def found(typed: str) -> tuple[str, str] | None:
        told = found_in(
            MINDY,
            typed,
            is_company=False,
            former_names=("Mindy Roy", "Mindy Roy-Cannon"),
            former_companies=("York & Roy, Springfield",),
        )
        return (told.field, told.text) if told else None

    assert found("york") == ("former_company", "York & Roy, Springfield")
    assert found("roy") == ("former_name", "Mindy Roy")
    assert found("cannon") == ("company_name", "The Cannon Group PLC")
    assert found("springf") == ("former_company", "York & Roy, Springfield")
    assert found("mindy martin") is None


@given(st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_typed_the_part_lies_within_the_text(typed: str, city: str) -> None:
    found = found_in({"name": "x", "city": city, "phone": city}, typed, is_company=False)
    assert found is None or 0 <= found.start < found.end <= len(found.text)
