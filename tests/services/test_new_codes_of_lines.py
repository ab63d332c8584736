"""Codes that are made with the line of the set-up that names them: one step, which undo takes back."""

from __future__ import annotations

import pytest

from contacts_tui.domain.errors import Refused
from contacts_tui.services import history, marketing_setup, setup_lists
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.session import Session

FRANCE = NewCode("countries", "FR", "France")


def codes(session: Session, name: str) -> list[str]:
    return [line.name for line in setup_lists.lines(session, name)]


def test_a_line_and_the_code_that_it_names_are_one_step(reference_book: Session) -> None:
    values = {"code": "75001", "city": "Paris", "country": "FR"}
    with pytest.raises(Refused):
        setup_lists.add(reference_book, "post_codes", values)
    setup_lists.add(reference_book, "post_codes", values, new=[FRANCE])
    assert "FR" in codes(reference_book, "countries")
    history.undo(reference_book)
    assert "FR" not in codes(reference_book, "countries")
    assert not [line for line in setup_lists.lines(reference_book, "post_codes") if line.values["city"] == "Paris"]


def test_a_changed_line_may_make_the_code_that_it_names(reference_book: Session) -> None:
    line = setup_lists.add(reference_book, "post_codes", {"code": "75001", "city": "Paris"})
    setup_lists.edit(reference_book, "post_codes", line.id, {"country": "FR"}, new=[FRANCE])
    history.undo(reference_book)
    (line,) = [one for one in setup_lists.lines(reference_book, "post_codes") if one.values["city"] == "Paris"]
    assert line.values["country"] == ""
    assert "FR" not in codes(reference_book, "countries")


def test_a_default_may_make_its_code(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"default_country_region_code": "FR"}, new=[FRANCE])
    history.undo(reference_book)
    assert marketing_setup.values(reference_book)["default_country_region_code"] == "CA"
    assert "FR" not in codes(reference_book, "countries")
