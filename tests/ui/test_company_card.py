"""The card of a company: fields open where they stand, people follow, the next contact is one key away."""

from __future__ import annotations

from contacts_tui.domain.listing import Listing
from contacts_tui.services import cards, contacts, deletion, search
from contacts_tui.services.session import Session
from contacts_tui.ui.screens.company_card import CompanyCard
from contacts_tui.ui.screens.person_card import PersonCard
from contacts_tui.ui.ways.navigation import Trail
from tests.services.reference import CANNON, LAURIER, MARIE, change, contact, give, new_person, values
from tests.ui.books import app_showing, card_app, card_of, go, line_with, open_field, retype, session, settled
from tests.ui.support import lines, spots, wait_for

__all__ = ["session"]


async def test_it_opens_on_the_first_field(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "1200 avenue Laurier Est       Number")
        assert lines(app)[0].startswith("  Boulangerie Laurier inc.")
        assert lines(app)[4].startswith("  1 Main  2 People 1")
        assert spots(app) == ["1200 avenue Laurier Est"]
        assert lines(app)[-1].startswith("  Enter edit   o people   n new person   t codes")
        assert lines(app)[-1].endswith("? keys")


async def test_a_phone_is_changed_in_place_and_the_people_follow(session: Session) -> None:
    new_person(session, name="Anne Roy", company=LAURIER, phone="514-555-0150")
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "phone")
        assert lines(app)[-1].startswith("  Enter save   Esc leave as it was")
        await retype(pilot, "514-555-0199")
        await settled(pilot, "Phone changed: 1 person follows, 1 keeps its own values.")
        assert line_with(app, "Phone changed").endswith("u undo")
        assert values(session, MARIE)["phone"] == "514-555-0199"
        assert lines(app)[1].startswith("  514-555-0199")
        await pilot.press("u")
        await settled(pilot, "Undone: Phone")
        await wait_for(pilot, lambda: lines(app)[1].startswith("  514-555-0100"))
        assert values(session, MARIE)["phone"] == "514-555-0100"


async def test_esc_leaves_a_field_as_it_was(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "email")
        await pilot.press("x", "d", "q", "escape")
        await wait_for(pilot, lambda: not card_of(app).body.opened)
        assert spots(app) == ["info@laurier.example"]
        assert values(session, LAURIER)["email"] == "info@laurier.example"


async def test_what_is_refused_stays_open_with_what_was_typed(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "phone")
        await retype(pilot, "514 CALL")
        await settled(pilot, "! Phone: “CALL” has letters.")
        assert card_of(app).body.text == "514 CALL"
        await pilot.press(*["backspace"] * 4, "1", "enter")
        await settled(pilot, "Phone changed")
        assert values(session, LAURIER)["phone"] == "514 1"


async def test_an_arrow_writes_and_goes_to_the_next_field(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "mobile")
        await pilot.press(*"438", "down")
        await settled(pilot, "Mobile changed")
        assert card_of(app).body.key == "business_relations"
        assert values(session, LAURIER)["mobile"] == "438"
        await open_field(pilot, "mobile")
        await pilot.press("up")
        await wait_for(pilot, lambda: not card_of(app).body.opened)
        assert card_of(app).body.key == "phone"


async def test_one_of_several_codes_is_given_in_the_picker(session: Session) -> None:
    give(session, LAURIER, "industry_groups", "RETAIL")
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "industry_groups")
        await settled(pilot, "[x] RETAIL")
        assert line_with(app, "Industry").endswith("2 · used by")
        await pilot.press("m")
        await settled(pilot, "> [ ] MANUF")
        await pilot.press("space")
        await settled(pilot, "Chosen      Retail · Manufacturing")
        await pilot.press("enter")
        await settled(pilot, "Industry changed.")
        given = [one.code for one in cards.card_by_number(session, LAURIER).codes["industry_groups"]]
        assert given == ["MANUF", "RETAIL"]
        await settled(pilot, "> Industry    Manufacturing · Retail")


async def test_a_new_code_is_made_from_the_picker(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "industry_groups")
        await pilot.press(*"bakery")
        await settled(pilot, "BAKERY   make this a new industry group")
        await pilot.press("enter")
        await settled(pilot, "No industry group has these words")
        await pilot.press("down", "enter")
        await settled(pilot, "Industry changed.")
        assert [one.code for one in cards.card_by_number(session, LAURIER).codes["industry_groups"]] == ["BAKERY"]


async def test_a_code_field_takes_the_code_under_the_cursor_or_none(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "salesperson")
        await settled(pilot, "> PS")
        await pilot.press(*"nadia", "enter")
        await settled(pilot, "Rep changed: 1 person follows.")
        assert values(session, MARIE)["salesperson"] == "NB"
        await open_field(pilot, "salesperson")
        await pilot.press("up", "up", "up", "enter")
        await wait_for(pilot, lambda: values(session, LAURIER)["salesperson"] == "")


async def test_a_row_of_words_and_a_switch(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "correspondence_type")
        await pilot.press(*"fax", "enter")
        await wait_for(pilot, lambda: values(session, LAURIER)["correspondence_type"] == "fax")
        await go(pilot, "exclude_from_segment")
        await pilot.press("enter")
        await wait_for(pilot, lambda: values(session, LAURIER)["exclude_from_segment"] is True)


async def test_another_user_changed_the_same_field(session: Session) -> None:
    app = card_app(session, LAURIER)
    other = session._replace(user="jim")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "phone")
        contacts.edit(other, contact(session, LAURIER), {"phone": "514-555-0177", "fax": "514-555-0178"})
        await retype(pilot, "514-555-0188")
        await settled(pilot, "jim changed “Phone” while you typed. Which one stays?")
        assert spots(app) == ["514-555-0177"]
        await pilot.press("escape")
        await wait_for(pilot, lambda: card_of(app).body.opened == "phone")
        await pilot.press("enter")
        await settled(pilot, "Which one stays?")
        await pilot.press("m")
        await settled(pilot, "Phone changed")
        found = values(session, LAURIER)
        assert (found["phone"], found["fax"]) == ("514-555-0188", "514-555-0178")


async def test_theirs_may_stay(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "phone")
        change(session._replace(user="jim"), LAURIER, phone="514-555-0177")
        await retype(pilot, "514-555-0188")
        await settled(pilot, "Which one stays?")
        await pilot.press("t")
        await wait_for(pilot, lambda: lines(app)[1].startswith("  514-555-0177"))
        assert values(session, LAURIER)["phone"] == "514-555-0177"


async def test_what_others_changed_in_other_fields_is_named(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "phone")
        change(session._replace(user="jim"), LAURIER, fax="514-555-0178")
        await retype(pilot, "514-555-0188")
        await settled(pilot, "Meanwhile changed by others: Fax")


async def test_what_others_save_appears_by_itself_and_leaves_an_open_field_alone(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_field(pilot, "email")
        await pilot.press("x")
        change(session._replace(user="jim"), LAURIER, mobile="438-555-0001")
        app.announce_change()
        await settled(pilot, "438-555-0001")
        assert card_of(app).body.text == "info@laurier.examplex"


async def test_people_are_one_key_away_and_back(session: Session) -> None:
    new_person(session, name="Anne Roy", company=LAURIER)
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 2")
        await pilot.press("o")
        await wait_for(pilot, lambda: spots(app) == ["Anne Roy"])
        assert lines(app)[-1].startswith("  Enter open   n new person")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, PersonCard) and "[ 1 of 2 ]" in lines(app)[0])
        assert lines(app)[0].startswith("  Anne Roy  Boulangerie Laurier inc.")
        await pilot.press("right_square_bracket")
        await wait_for(pilot, lambda: lines(app)[0].startswith("  Marie Tremblay"))
        await pilot.press("o")
        await wait_for(pilot, lambda: isinstance(app.screen, CompanyCard))
        assert len(app.screen_stack) == 1


async def test_the_next_contact_of_the_list(session: Session) -> None:
    window = search.answer(session, Listing()).window
    first = contact(session, LAURIER)
    app = app_showing(session, lambda: CompanyCard(first.id, Trail(window, 0)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "[ 1 of 4 ]")
        await go(pilot, "phone")
        await pilot.press("right_square_bracket")
        await settled(pilot, "[ 2 of 4 ]")
        assert lines(app)[0].startswith("  Cannon Group Ltd.")
        assert spots(app) == ["416-555-0200"]
        await pilot.press("right_square_bracket")
        await settled(pilot, "[ 3 of 4 ]")
        assert isinstance(app.screen, PersonCard)
        await pilot.press("left_square_bracket", "left_square_bracket")
        await settled(pilot, "[ 1 of 4 ]")


async def test_deletion_says_what_goes_along_and_asks(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "People 1")
        await pilot.press("d")
        await settled(pilot, "! Delete Boulangerie Laurier inc. and its 1 person?")
        assert spots(app) == ["Keep it"]
        await pilot.press("escape")
        assert deletion.preview(session, contact(session, LAURIER).id).people == 1


async def test_a_company_deleted_meanwhile_is_left(session: Session) -> None:
    company = contact(session, CANNON)
    app = app_showing(session, lambda: CompanyCard(contact(session, LAURIER).id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Boulangerie")
        app.push_screen(CompanyCard(company.id))
        await settled(pilot, "Cannon Group Ltd.")
        deletion.delete(session._replace(user="jim"), company.id)
        app.announce_change()
        await settled(pilot, "Cannon Group Ltd. was deleted meanwhile.")
        assert lines(app)[0].startswith("  Boulangerie")


async def test_a_web_source_is_copied_and_shown(session: Session) -> None:
    give(session, LAURIER, "web_sources", "WEB")
    app = card_app(session, LAURIER)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot, "Web search")
        await pilot.press("w")
        await settled(pilot, "Copied: https://find.example/find?q=Boulangerie%20Laurier%20inc.")
        assert app.clipboard == "https://find.example/find?q=Boulangerie%20Laurier%20inc."


async def test_the_search_word_of_a_web_source_is_changed(session: Session) -> None:
    give(session, LAURIER, "web_sources", "WEB")
    app = card_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Web search")
        await pilot.press("t")
        await open_field(pilot, "web:WEB")
        await retype(pilot, "laurier")
        await settled(pilot, "Look up changed.")
        given = cards.card_by_number(session, LAURIER).codes["web_sources"]
        assert [one.search_word for one in given] == ["laurier"]


async def test_on_a_phone_there_is_one_column_and_an_open_field_has_room(session: Session) -> None:
    app = card_app(session, LAURIER)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "> Address   1200 avenue Laurier Est")
        await open_field(pilot, "phone")
        await settled(pilot, "Enter save")
        assert lines(app)[0].startswith("  Boulangerie Laurier inc.")
        assert line_with(app, "> Phone")
        await pilot.press("escape")
        await settled(pilot, "Enter edit")
