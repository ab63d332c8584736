"""The forms of a new company and a new person: what is proposed, what is kept as a draft, what is saved."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain.contact import ContactType
from contacts_tui.services import cards, drafts, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.company_card import CompanyCard
from contacts_tui.ui.screens.new_contact import FORM, NewContact
from contacts_tui.ui.screens.person_card import PersonCard
from contacts_tui.ui.unsaved.resuming import resume
from contacts_tui.ui.ways.navigation import open_new
from tests.services.reference import CANNON, LAURIER, contact, numbers, values
from tests.ui.books import app_showing, card_app, line_with, retype, session, settled, to_the_end
from tests.ui.pages import Page
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]


def kept_values(session: Session) -> Mapping[str, str]:
    kept = drafts.load(session, FORM)
    return kept.values if kept is not None else {}


def form_of(app: ContactsApp) -> NewContact:
    assert isinstance(app.screen, NewContact)
    return app.screen


async def test_a_new_person_of_the_company(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("n")
        await settled(pilot, "Save this person  next number CT000005")
        assert lines(app)[2].startswith("  Company     Boulangerie Laurier inc.      From the company")
        assert lines(app)[3].endswith("Phone     = 514-555-0100")
        assert line_with(app, "E-mail").startswith("  E-mail    = info@laurier.example")
        assert "Already at Boulangerie Laurier inc. 1" in shown(app)
        await pilot.press(*"Anne", "space", *"Roy")
        await settled(pilot, "first Anne · surname Roy")
        await pilot.press("enter")
        await wait_for(pilot, lambda: form_of(app).body.opened == "salutation")
        await pilot.press("up", "down", "down")
        await pilot.press(*"Buyer", "enter")
        await to_the_end(pilot)
        await pilot.press("enter")
        await settled(pilot, "Anne Roy is CT000005.")
        assert isinstance(app.screen, CompanyCard)
        await settled(pilot, "People 2")
        found = values(session, "CT000005")
        assert (found["job_title"], found["phone"], found["salesperson"]) == ("Buyer", "514-555-0100", "PS")
        await pilot.press("u")
        await settled(pilot, "People 1")


async def test_codes_are_chosen_from_a_list_that_waits(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("n")
        await settled(pilot, "Save this person")
        await retype(pilot, "Anne Roy")
        await pilot.press("down", "down")
        await wait_for(pilot, lambda: form_of(app).body.opened == "organizational_level")
        assert "space list" in lines(app)[-1]
        await pilot.press("space")
        await settled(pilot, "Finance")
        await pilot.press(*"cfo", "enter")
        await wait_for(pilot, lambda: form_of(app).body.opened == "job_responsibilities")
        assert line_with(app, "Level").startswith("  Level       Finance")
        await pilot.press(*"info", "space", "enter")
        await wait_for(pilot, lambda: form_of(app).body.opened == "mobile")
        await to_the_end(pilot)
        await pilot.press("enter")
        await settled(pilot, "Anne Roy is CT000005.")
        found = cards.card_by_number(session, "CT000005")
        assert found.values["organizational_level"] == "CFO"
        assert [one.code for one in found.codes["job_responsibilities"]] == ["IT"]


async def test_esc_leaves_the_list_first_then_the_form(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("n")
        await settled(pilot, "Save this person")
        await pilot.press("down", *"u")
        await settled(pilot, "> UNISEX")
        await pilot.press("escape")
        await wait_for(pilot, lambda: "> UNISEX" not in shown(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, CompanyCard))


async def test_a_new_company_is_shown_when_it_is_saved(session: Session) -> None:
    page = Page()
    app = app_showing(session, lambda: page)
    async with app.run_test(size=(80, 24)) as pilot:
        open_new(app, ContactType.COMPANY, name="Canonn Leds")
        await settled(pilot, "Save this company  next number CT000005")
        assert "From the set-up" in shown(app)
        assert line_with(app, "Rep ").endswith("Rep         Linda Martin")
        await pilot.press("down", "down")
        setup_lists.add(session, "post_codes", {"code": "G1K 3B2", "city": "Québec", "country": "CA"})
        await retype(pilot, "G1K 3B2")
        await to_the_end(pilot)
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, CompanyCard))
        await settled(pilot, "Canonn Leds is CT000005.")
        found = values(session, "CT000005")
        assert (found["city"], found["country"], found["language"]) == ("Québec", "CA", "ENC")
        assert len(app.screen_stack) == 2


async def test_a_person_without_a_company_has_an_address(session: Session) -> None:
    page = Page()
    app = app_showing(session, lambda: page)
    async with app.run_test(size=(80, 24)) as pilot:
        open_new(app, ContactType.PERSON)
        await settled(pilot, "Save this person")
        assert "  Address     –" in shown(app)
        await retype(pilot, "Anne Roy")
        await pilot.press("up", "up")
        await wait_for(pilot, lambda: form_of(app).body.opened == "company")
        await pilot.press(*"cannon")
        await settled(pilot, "> CT000004")
        await pilot.press("enter")
        await settled(pilot, "From the company")
        assert "  Address     –" not in shown(app)
        await to_the_end(pilot)
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, PersonCard))
        assert values(session, "CT000005")["company"] == CANNON


async def test_what_cannot_be_saved_is_told_and_the_form_stays(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("n")
        await settled(pilot, "Save this person")
        await pilot.press("up", "up")
        await wait_for(pilot, lambda: spots(app) == ["Save this person"])
        await pilot.press("enter")
        await settled(pilot, "! Name: a contact needs a name.")
        assert form_of(app).body.opened == "name"
        assert len(numbers(session)) == 4


async def test_a_draft_is_kept_from_the_first_key_and_taken_up_again(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("n")
        await settled(pilot, "Save this person")
        await pilot.press(*"Anne")
        await settled(pilot, "draft kept")
        await pilot.press("escape")
        await settled(pilot, "The draft is kept.")
        await wait_for(pilot, lambda: kept_values(session).get("name") == "Anne")
        assert kept_values(session)["company"] == contact(session, LAURIER).uid
        await pilot.press("n")
        await settled(pilot, "> Name        Anne")
        await pilot.press("space", *"Roy")
        await to_the_end(pilot)
        await pilot.press("enter")
        await settled(pilot, "Anne Roy is CT000005.")
        await wait_for(pilot, lambda: drafts.load(session, FORM) is None)


async def test_another_draft_is_not_written_over_unasked(session: Session) -> None:
    drafts.save(session, FORM, {"kind": "company", "company": "", "uid": "u-1", "name": "Canonn Leds"})
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("n")
        await settled(pilot, "Another new contact was begun and not saved.")
        await pilot.press("g")
        await settled(pilot, "> Name        Canonn Leds")
        assert lines(app)[0].startswith("  New company")


async def test_a_draft_is_offered_with_its_company(session: Session) -> None:
    page = Page()
    app = app_showing(session, lambda: page)
    uid = contact(session, LAURIER).uid
    async with app.run_test(size=(80, 24)) as pilot:
        assert await resume(app, FORM, {"kind": "person", "company": uid, "uid": "u-1", "name": "Anne Roy"})
        await settled(pilot, "Already at Boulangerie Laurier inc. 1")
        await settled(pilot, "> Name        Anne Roy")


async def test_an_open_field_is_gone_on_with(session: Session) -> None:
    page = Page()
    app = app_showing(session, lambda: page)
    uid = contact(session, LAURIER).uid
    async with app.run_test(size=(80, 24)) as pilot:
        assert await resume(app, f"card-{uid}", {"uid": uid, "field": "phone", "text": "514-555-01"})
        await settled(pilot, "> Phone       514-555-01")
        await pilot.press(*"77", "enter")
        await wait_for(pilot, lambda: values(session, LAURIER)["phone"] == "514-555-0177")
        assert not await resume(app, "card-gone", {"uid": "gone", "field": "phone", "text": "1"})


async def test_a_company_that_is_there_is_told_before_it_is_entered_and_on_its_card(session: Session) -> None:
    page = Page()
    app = app_showing(session, lambda: page)
    async with app.run_test(size=(80, 24)) as pilot:
        open_new(app, ContactType.COMPANY, name="Boulangerie Laurier")
        await settled(pilot, "Save this company")
        await settled(pilot, "! Perhaps there already: Boulangerie Laurier inc., Montréal")
        await pilot.press("pagedown", "enter")
        await settled(pilot, "Boulangerie Laurier is CT000005. Perhaps twice: Boulangerie Laurier")
        assert any(line.startswith("  inc., Montréal. D compares them.") for line in lines(app))
        assert any(line.endswith("u undo") for line in lines(app)[:-1])
        await pilot.press("j")
        await settled(pilot, "! Perhaps twice: Boulangerie Laurier inc., Montréal")


async def test_someone_of_the_same_name_may_be_there_already(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("n")
        await settled(pilot, "Save this person")
        await pilot.press(*"luc", "space", *"gagnon")
        await settled(pilot, "! Perhaps there already: Luc Gagnon, Translator")


async def test_on_a_phone_what_is_taken_over_stands_below(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(40, 30)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("n")
        await settled(pilot, "From the company")
        rows = lines(app)
        end = next(index for index, row in enumerate(rows) if "Save this person" in row)
        assert any("Phone" in row for row in rows[end:])


async def test_a_post_code_fills_the_town_and_several_are_asked_about(session: Session) -> None:
    for code, city in (("G1K 3B2", "Québec"), ("J1X 1A1", "Magog"), ("J1X 1A1", "Orford")):
        setup_lists.add(session, "post_codes", {"code": code, "city": city, "county": "QC", "country": "CA"})
    page = Page()
    app = app_showing(session, lambda: page)
    async with app.run_test(size=(80, 24)) as pilot:
        open_new(app, ContactType.COMPANY, name="Canonn Leds")
        await settled(pilot, "Save this company")
        await pilot.press("down", "down")
        await wait_for(pilot, lambda: form_of(app).body.opened == "post_code")
        await retype(pilot, "g1k3b2")
        await settled(pilot, "> Town        Québec")
        await pilot.press("up")
        await wait_for(pilot, lambda: form_of(app).body.opened == "post_code")
        await retype(pilot, "J1X 1A1")
        await settled(pilot, "J1X 1A1 stands for several towns. Which one?")
        await pilot.press("2")
        await settled(pilot, "> Town        Orford")
        assert "  Province    QC" in shown(app)
