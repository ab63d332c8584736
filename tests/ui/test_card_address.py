"""The address of a card: its lines open together and are written once; a post code may stand for several towns."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.services import drafts, history, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.ui.unsaved.resuming import resume
from tests.services.reference import LAURIER, MARIE, change, contact, values
from tests.ui.books import app_showing, card_app, card_of, go, open_field, retype, session, settled
from tests.ui.pages import Page
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]


def post_code(session: Session, code: str, city: str, county: str = "", country: str = "CA") -> None:
    setup_lists.add(session, "post_codes", {"code": code, "city": city, "county": county, "country": country})


async def test_the_lines_are_written_as_one_step_and_the_people_follow(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "address")
        assert "the other lines, written as one" in shown(app)
        assert "  Province    QC" in shown(app)
        before = history.batches(session)[0].batch.id
        await pilot.press(*"x")
        await pilot.press("down", *"suite", "down", "down", "up", "enter")
        await settled(pilot, "Address changed: 1 person follows.")
        found = values(session, MARIE)
        assert (found["address"], found["address2"]) == ("1200 avenue Laurier Estx", "suite")
        assert history.batches(session)[0].batch.id == before + 1
        assert "  Address 2   suite" in shown(app)


async def test_the_second_line_opens_the_post_code(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "place")
        await pilot.press("enter")
        await wait_for(pilot, lambda: card_of(app).body.opened == "post_code")
        await pilot.press("escape")
        await wait_for(pilot, lambda: not card_of(app).body.opened)
        assert card_of(app).body.key == "place"
        assert "Address 2" not in shown(app)


async def test_a_known_post_code_fills_the_place(session: Session) -> None:
    post_code(session, "G1K 3B2", "Québec", "QC")
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "place")
        await pilot.press("enter")
        await wait_for(pilot, lambda: card_of(app).body.opened == "post_code")
        await retype(pilot, "g1k3b2")
        await settled(pilot, "G1K 3B2  Québec  QC  CA")


async def test_a_post_code_of_several_towns_opens_a_choice(session: Session) -> None:
    for city in ("Magog", "Orford"):
        post_code(session, "J1X 1A1", city, "QC")
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "place")
        await pilot.press("enter")
        await wait_for(pilot, lambda: card_of(app).body.opened == "post_code")
        await retype(pilot, "J1X 1A1")
        await settled(pilot, "J1X 1A1 stands for several towns. Which one?")
        await pilot.press("2")
        await settled(pilot, "J1X 1A1  Orford  QC  CA")
        assert values(session, LAURIER)["city"] == "Orford"


async def test_a_country_may_be_typed_by_its_name(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "address")
        await pilot.press("up")
        await wait_for(pilot, lambda: not card_of(app).body.opened)
        await open_field(pilot, "address")
        for _ in range(5):
            await pilot.press("down")
        await wait_for(pilot, lambda: card_of(app).body.opened == "country")
        await retype(pilot, "united")
        await settled(pilot, "Address changed")
        assert values(session, LAURIER)["country"] == "US"


async def test_a_country_that_no_list_has_stays_open(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "address")
        for _ in range(5):
            await pilot.press("down")
        await wait_for(pilot, lambda: card_of(app).body.opened == "country")
        await retype(pilot, "XX")
        await settled(pilot, "“XX” is not in the list Countries")
        assert card_of(app).body.text == "XX"


async def test_a_conflict_asks_about_the_line_and_writes_the_others(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "address")
        await pilot.press(*"y", "down", *"suite")
        change(session, LAURIER, address="1300 avenue Laurier Est")
        await pilot.press("enter")
        await settled(pilot, "Which one stays?")
        assert spots(app) == ["1300 avenue Laurier Est"]
        await pilot.press("t")
        await settled(pilot, "Address changed")
        found = contact(session, LAURIER)
        assert (found.address, found.address2) == ("1300 avenue Laurier Est", "suite")
        assert lines(app)[6].startswith("  Address     1300") or lines(app)[6].startswith("> Address     1300")


async def test_a_draft_holds_all_lines_and_is_gone_on_with(session: Session) -> None:
    uid = contact(session, LAURIER).uid
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "address")
        await pilot.press(*"y", "down", *"suite")
        await wait_for(pilot, lambda: kept(session, uid).get("text") == "suite")
        assert kept(session, uid)["address"] == "1200 avenue Laurier Esty"
    values_kept = kept(session, uid)
    again = app_showing(session, Page)
    async with again.run_test(size=(80, 24)) as pilot:
        assert await resume(again, f"card-{uid}", values_kept)
        await settled(pilot, "> Address 2   suite")
        await settled(pilot, "  Address     1200 avenue Laurier Esty")
        await pilot.press("enter")
        await wait_for(pilot, lambda: values(session, LAURIER)["address2"] == "suite")
        assert values(session, LAURIER)["address"] == "1200 avenue Laurier Esty"
        await wait_for(pilot, lambda: kept(session, uid) == {})


def kept(session: Session, uid: str) -> Mapping[str, str]:
    found = drafts.load(session, f"card-{uid}")
    return found.values if found is not None else {}
