"""Address lines, post codes and a new country (C-R11, C-R12)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contacts_tui.domain import addresses
from contacts_tui.domain.codes import AlternativeAddress, PostCode
from contacts_tui.domain.contact import Contact
from tests.domain.reference import CA, CANNON, LAURIER, US

POST_CODES = (
    PostCode(id=1, code="H2J 1G7", city="Montréal", county="QC", country_id=CA),
    PostCode(id=2, code="10115", city="Berlin", county="", country_id=None),
    PostCode(id=3, code="05001", city="White River", county="VT", country_id=US),
    PostCode(id=4, code="05001", city="Montreal", county="VT", country_id=US),
)


def ids(found: tuple[PostCode, ...]) -> list[int]:
    return [known.id for known in found]


@pytest.mark.parametrize(
    ("country", "expected"),
    [("CA", "Province"), ("ca ", "Province"), ("US", "State"), ("GB", "County"), ("", "County")],
)
def test_what_a_county_is_called_depends_on_the_country(country: str, expected: str) -> None:
    assert str(addresses.county_label(country)) == expected


def test_the_lines_of_an_envelope_leave_out_what_is_blank() -> None:
    assert addresses.postal_lines(LAURIER, "Canada") == ("1200 avenue Laurier Est", "H2J 1G7 Montréal", "QC", "Canada")
    assert addresses.postal_lines(CANNON) == ("Toronto", "ON")
    assert addresses.postal_lines(Contact()) == ()


def test_an_address_in_one_line() -> None:
    there = replace(LAURIER, address2="Bureau 12")
    assert addresses.one_line(there, "Canada") == "1200 avenue Laurier Est, Bureau 12, H2J 1G7 Montréal, QC, Canada"
    assert addresses.one_line(AlternativeAddress(city="Percé")) == "Percé"


def test_the_county_does_not_make_an_address() -> None:
    assert addresses.block(LAURIER) == addresses.block(replace(LAURIER, county="ON"))
    assert addresses.is_blank(Contact(county="QC"))
    assert not addresses.is_blank(Contact(city="Québec"))


def test_a_post_code_is_found_whatever_its_blanks_and_case() -> None:
    assert ids(addresses.matching(POST_CODES, code="h2j1g7")) == [1]
    assert ids(addresses.matching(POST_CODES, code="H2J")) == []


def test_a_town_is_found_whatever_its_accents() -> None:
    assert ids(addresses.matching(POST_CODES, city="MONTREAL")) == [1, 4]
    assert ids(addresses.matching(POST_CODES, city="montréal", country_id=CA)) == [1]


def test_several_towns_of_one_code_are_a_choice_and_the_country_narrows_it() -> None:
    assert ids(addresses.matching(POST_CODES, code="05001")) == [3, 4]
    assert ids(addresses.matching(POST_CODES, code="05001", city="White River")) == [3]
    assert ids(addresses.matching(POST_CODES, code="05001", country_id=CA)) == []
    assert ids(addresses.matching(POST_CODES, code="10115", country_id=CA)) == [2]


def test_nothing_given_matches_nothing() -> None:
    assert addresses.matching(POST_CODES, country_id=CA) == ()


def test_a_chosen_post_code_fills_town_county_and_country() -> None:
    filled = addresses.with_post_code(Contact(address="1 Main St", country_id=CA), POST_CODES[2])
    assert (filled.post_code, filled.city, filled.county, filled.country_id) == ("05001", "White River", "VT", US)
    assert filled.address == "1 Main St"


def test_a_post_code_without_a_country_leaves_the_country() -> None:
    assert addresses.with_post_code(Contact(country_id=CA), POST_CODES[1]).country_id == CA


def test_a_new_country_clears_a_post_code_of_the_old_one() -> None:
    moved = addresses.after_country_change(LAURIER, replace(LAURIER, country_id=US), POST_CODES)
    assert (moved.post_code, moved.city, moved.county) == ("", "", "")
    assert moved.address == LAURIER.address


def test_a_post_code_that_the_old_countrys_list_does_not_have_stays() -> None:
    before = replace(LAURIER, post_code="05001")
    after = replace(before, country_id=US)
    assert addresses.after_country_change(before, after, POST_CODES) == after


def test_a_place_typed_together_with_the_country_stays() -> None:
    after = replace(LAURIER, country_id=US, post_code="05001", city="White River", county="VT")
    assert addresses.after_country_change(LAURIER, after, POST_CODES) == after


def test_the_first_country_and_an_unchanged_one_clear_nothing() -> None:
    without = replace(LAURIER, country_id=None)
    assert addresses.after_country_change(without, LAURIER, POST_CODES) == LAURIER
    renamed = replace(LAURIER, name2="Succursale")
    assert addresses.after_country_change(LAURIER, renamed, POST_CODES) == renamed
