"""Making a code from a picker: only on purpose, with a code that fits, and shown whole before Enter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.message import message
from contacts_tui.domain.text import fold
from contacts_tui.services import setup_lists
from contacts_tui.services.session import Session
from contacts_tui.ui.card.card_options import codes, nothing_found
from contacts_tui.ui.draw.line import text_of
from contacts_tui.ui.draw.picker import picker_lines
from contacts_tui.ui.entry.picking import Pick, Picking, short_code
from tests.services.reference import LAURIER
from tests.ui.books import card_app, card_of, open_field, session, settled

__all__ = ["session"]

LIST = Picking([Pick("CA", "Canada", 3)], make=message("make this a new country"), one=message("country"))


@given(st.text(max_size=40), st.integers(2, 20), st.sets(st.text("ABC", min_size=1, max_size=3), max_size=9))
def test_a_short_code_fits_and_is_none_of_the_others(words: str, room: int, others: set[str]) -> None:
    taken = {fold(other) for other in others}
    code = short_code(" ".join(words.split()), room, taken)
    assert len(code) <= room
    assert not code or fold(code) not in taken


def test_a_long_text_is_packed_and_a_taken_one_ends_in_a_digit() -> None:
    assert short_code("Tv radio", 10, ()) == "TV RADIO"
    assert short_code("Pierre sauvage", 10, ()) == "PIERRESAUV"
    assert short_code("Pierre sauvage", 10, {"pierresauv"}) == "PIERRESAU2"
    assert short_code("ca", 10, {"ca"}) == ""


def test_the_text_stays_the_meaning_and_the_code_is_shown_whole() -> None:
    for many in (False, True):
        picking = Picking([], many=many, make=LIST.make).typing("Pierre sauvage et fils").moved(1)
        assert (picking.new_code, picking.new_words) == ("PIERRESAUV", "Pierre sauvage et fils")
        drawn = [text_of(line) for line in picker_lines(picking, 80, 14, 56)]
        assert any("PIERRESAUV  make" in line for line in drawn)


def test_enter_on_no_line_says_what_makes_one() -> None:
    assert str(nothing_found(LIST.typing("boat"))) == "No country has these words; ↓ and Enter make one."
    assert str(nothing_found(Picking([], one=LIST.one).typing("boat"))) == "No country has these words."


def test_the_options_of_a_field_know_what_they_are_called(session: Session) -> None:
    assert str(codes(session, "industry_groups", ()).one) == "industry group"


async def test_a_blank_is_text_where_a_meaning_goes_on_with_it(session: Session) -> None:
    setup_lists.add(session, "business_relations", {"code": "PART", "description": "Business partner"})
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "business_relations")
        await pilot.press(*"business", "space", *"p")
        await settled(pilot, "> Relations   business p")
        await settled(pilot, "> [ ] PART")


async def test_space_on_the_line_of_a_new_code_neither_makes_it_nor_closes(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "business_relations")
        await pilot.press(*"boat", "down", "space", "d")
        await settled(pilot, "> Relations   boat d")
        assert card_of(app).body.opened == "business_relations"
        assert "BOAT" not in [one.name for one in setup_lists.lines(session, "business_relations")]


async def test_what_was_made_is_said_and_goes_with_one_undo(session: Session) -> None:
    before = [one.name for one in setup_lists.lines(session, "industry_groups")]
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "industry_groups")
        await pilot.press(*"Bakery", "space", *"trade", "enter")
        await settled(pilot, "! No industry group has these words; ↓ and Enter make one.")
        await pilot.press("down", "enter")
        await settled(pilot, "Industry changed. New industry group: BAKERYTRAD.")
        await pilot.press("u")
        await settled(pilot, "> Industry    –")
        assert [one.name for one in setup_lists.lines(session, "industry_groups")] == before
