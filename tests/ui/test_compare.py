"""Two contacts side by side: values taken, conflicts resolved, merged and taken back."""

from __future__ import annotations

import pytest

from contacts_tui.services import addresses, cards, separate
from contacts_tui.services.permissions import ALL_RIGHTS, Right
from contacts_tui.services.session import Session
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.program import Program, context_of
from contacts_tui.ui.screens.compare import CompareScreen
from contacts_tui.ui.widgets.find_list import FindList
from tests.services.reference import CANNON, LAURIER, give, new_person, numbers, values
from tests.ui.books import app_showing, line_with, retype, session, settled
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]


def id_of(session: Session, number: str) -> int:
    return cards.card_by_number(session, number).contact.id


def comparing(session: Session, left: str = LAURIER, right: str = CANNON) -> ContactsApp:
    """An app that shows two contacts side by side."""
    return app_showing(session, lambda: CompareScreen(id_of(session, left), id_of(session, right)))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_value_of_the_other_is_taken_and_both_are_merged(session: Session, size: tuple[int, int]) -> None:
    new_person(session, name="Zoe Roy", company=CANNON)
    give(session, CANNON, "mailing_groups", "MOVE")
    app = Program(context_of(session))
    async with app.run_test(size=size) as pilot:
        await settled(pilot, "Contacts 5")
        await pilot.press("escape", "space", "space", "D")
        await settled(pilot, "Compare")
        screen = shown(app)
        assert "[x] Boulangerie Laurier inc." in screen
        assert "[ ] Cannon Group Ltd." in screen
        assert "Search" not in screen
        assert spots(app) == ["Boulangerie Laurier inc."]
        await pilot.press("space")
        await settled(pilot, "[x] Cannon Group Ltd.")
        assert "[ ] Boulangerie Laurier inc." in shown(app)
        await pilot.press("m")
        await settled(pilot, "Merge Cannon Group Ltd. into")
        assert "1 value" in shown(app)
        assert "People: 1" in shown(app)
        await pilot.press("m")
        await settled(pilot, "is merged")
        assert CANNON not in numbers(session)
        assert values(session, LAURIER)["name"] == "Cannon Group Ltd."
        await pilot.press("u")
        await settled(pilot, "Undone: Merged Cannon Group")
        assert (values(session, LAURIER)["name"], CANNON in numbers(session)) == ("Boulangerie Laurier inc.", True)


async def test_the_other_may_stay_instead_and_a_side_be_chosen(session: Session) -> None:
    app = comparing(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "[x] Boulangerie Laurier inc.")
        await settled(pilot, "stays")
        assert line_with(app, "stays").index("stays") < line_with(app, "goes").index("goes")
        await pilot.press("x")
        await settled(pilot, "[x] Cannon Group Ltd.")
        assert line_with(app, "stays").index("stays") > line_with(app, "goes").index("goes")
        await pilot.press("left")
        await settled(pilot, "[x] Boulangerie Laurier inc.")
        await pilot.press("m", "m")
        await wait_for(pilot, lambda: LAURIER not in numbers(session))
        await settled(pilot, "is merged")
        assert values(session, CANNON)["name"] == "Boulangerie Laurier inc."
        assert values(session, CANNON)["city"] == "Toronto"


async def test_a_conflict_is_told_and_chosen_before_anything_is_merged(session: Session) -> None:
    for number in (LAURIER, CANNON):
        addresses.add(session, id_of(session, number), {"code": "COTTAGE", "city": f"At {number}"})
    app = comparing(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Conflicts 1")
        await pilot.press("m")
        await settled(pilot, "1 conflict: both have COTTAGE")
        await pilot.press(*["j"] * 11, "enter")
        await settled(pilot, "Both have COTTAGE")
        assert f"At {CANNON}" in shown(app)
        await pilot.press("r")
        await settled(pilot, "both, as COTTAGE2")
        await pilot.press("m", "m")
        await settled(pilot, "is merged")
        assert [row.record.code for row in addresses.addresses(session, id_of(session, LAURIER))] == [
            "COTTAGE", "COTTAGE2",
        ]  # fmt: skip


async def test_of_a_conflict_both_are_kept_by_a_code_that_one_types(session: Session) -> None:
    for number in (LAURIER, CANNON):
        addresses.add(session, id_of(session, number), {"code": "COTTAGE", "city": f"At {number}"})
    addresses.add(session, id_of(session, LAURIER), {"code": "LAKE"})
    app = comparing(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Conflicts 1")
        await pilot.press(*["j"] * 11, "enter")
        await settled(pilot, "both, by a code to type")
        await pilot.press("t")
        await settled(pilot, "Keep both")
        await retype(pilot, "lake")
        await pilot.press("enter")
        await settled(pilot, "“LAKE”: there is an address of this code already.")
        await retype(pilot, "chalet")
        await pilot.press("enter")
        await settled(pilot, "both, as CHALET")
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("m", "m")
        await settled(pilot, "is merged")
        kept = {row.record.code: row.record.city for row in addresses.addresses(session, id_of(session, LAURIER))}
        assert kept == {"COTTAGE": f"At {LAURIER}", "CHALET": f"At {CANNON}", "LAKE": ""}


async def test_who_leaves_the_code_to_type_decides_later(session: Session) -> None:
    for number in (LAURIER, CANNON):
        addresses.add(session, id_of(session, number), {"code": "COTTAGE", "city": f"At {number}"})
    app = comparing(session)
    async with app.run_test(size=(40, 40)) as pilot:
        await settled(pilot, "Conflicts 1")
        await pilot.press(*["j"] * 11, "enter")
        await settled(pilot, "Both have COTTAGE")
        await pilot.press("t")
        await settled(pilot, "Keep both")
        await pilot.press("escape")
        await settled(pilot, "Conflicts 1")
        await pilot.press("m")
        await settled(pilot, "1 conflict: both have COTTAGE")


async def test_two_that_are_not_the_same_are_marked_so(session: Session) -> None:
    app = Program(context_of(session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Contacts 4, A to Z")
        await pilot.press("escape", "D")
        await settled(pilot, "Mark the two contacts to compare: space marks one.")
        await pilot.press("space", "space")
        await settled(pilot, "2 marked")
        await pilot.press("D")
        await settled(pilot, "Comes over")
        await pilot.press("n")
        await settled(pilot, "are not the same.")
        assert len(app.screen.query_one(FindList).marks) == 2
        assert session.book.records.reading(separate.pairs)
        await pilot.press("u")
        await wait_for(pilot, lambda: not session.book.records.reading(separate.pairs))


async def test_who_may_not_merge_is_not_offered_it(session: Session) -> None:
    app = comparing(session._replace(rights=ALL_RIGHTS - {Right.DUPLICATES}))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "[x] Boulangerie")
        assert "m merge" not in lines(app)[-1]
        assert "n not the same" in lines(app)[-1]
        await pilot.press("m")
        await pilot.pause()
        assert "Merge " not in shown(app)
