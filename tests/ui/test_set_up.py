"""The set-up: lists left, lines right, each line edited where it stands, every change one step to undo."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from contacts_tui.domain.partners import Link
from contacts_tui.services import cards, contacts, links, marketing_setup, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.services.setup_lists import ListLine
from contacts_tui.store.book import Book
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.program import context_of
from contacts_tui.ui.screens.carriers import CarriersScreen
from contacts_tui.ui.screens.company_card import CompanyCard
from contacts_tui.ui.screens.set_up import SetUp
from contacts_tui.ui.set_up import set_up_names
from contacts_tui.ui.widgets.code_editing import CodeEditing
from tests.services.reference import CANNON, LAURIER, Clock, fill
from tests.ui.support import lines, marked, shown, spots, wait_for


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    found = Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    fill(found)
    yield found
    book.close()


def set_up_app(session: Session, name: str = "") -> ContactsApp:
    return ContactsApp(context_of(session), partial(SetUp, name))


def codes(session: Session, name: str = "industry_groups") -> list[str]:
    return [line.name for line in setup_lists.lines(session, name)]


def give(session: Session, number: str, code: str) -> None:
    card = cards.card_by_number(session, number)
    before = [given.code for given in card.codes["industry_groups"]]
    contacts.set_codes(session, card.contact, "industry_groups", before, [code])


def line_of(session: Session, name: str, code: str) -> ListLine:
    return next(line for line in setup_lists.lines(session, name) if line.name == code)


def right(app: ContactsApp) -> str:
    """The right side as text."""
    return "\n".join(line[32:] for line in lines(app))


def pane(app: ContactsApp) -> CodeEditing:
    return app.screen.query_one(CodeEditing)


async def test_the_lists_are_counted_and_the_lines_follow_the_cursor(session: Session) -> None:
    give(session, LAURIER, "RETAIL")
    app = set_up_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Industry groups          2" in shown(app))
        assert lines(app)[2].startswith("> Marketing set-up")
        assert spots(app) == ["Marketing set-up"]
        await wait_for(pilot, lambda: "A new person takes from the company" in right(app))
        await pilot.press("j", "j", "j")
        await wait_for(pilot, lambda: "RETAIL" in right(app))
        assert "Enter lines" in lines(app)[-1]
        await pilot.press("tab")
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        await pilot.press("j")
        await wait_for(pilot, lambda: "1 company carries RETAIL" in right(app))
        await wait_for(pilot, lambda: "Boulangerie Laurier inc." in right(app))
        assert "> Industry groups" in shown(app), "the side without the focus keeps its mark"
        assert "Enter edit" in lines(app)[-1]
        await pilot.press("tab")
        await wait_for(pilot, lambda: spots(app) == ["Industry groups"])


async def test_a_renamed_code_is_renamed_everywhere_and_undone_by_one_key(session: Session) -> None:
    give(session, LAURIER, "RETAIL")
    give(session, CANNON, "RETAIL")
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        await pilot.press("j", "enter")
        await wait_for(pilot, lambda: "Enter save" in lines(app)[-1])
        await pilot.press("backspace", "backspace", "backspace", "enter")
        await wait_for(pilot, lambda: "RETAIL is now RET, 2 companies follow." in shown(app))
        assert codes(session) == ["MANUF", "RET"]
        await wait_for(pilot, lambda: spots(app) == ["RET"])
        assert [given.code for given in cards.card_by_number(session, CANNON).codes["industry_groups"]] == ["RET"]
        await pilot.press("u")
        await wait_for(pilot, lambda: spots(app) == ["RETAIL"])
        assert codes(session) == ["MANUF", "RETAIL"]


async def test_esc_leaves_a_line_as_it_was(session: Session) -> None:
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        await pilot.press("e")
        await wait_for(pilot, lambda: "Enter save" in lines(app)[-1])
        await pilot.press("x", "down", "y", "escape")
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        assert [line.values["description"] for line in setup_lists.lines(session, "industry_groups")] == [
            "Manufacturing", "Retail",
        ]  # fmt: skip


async def test_a_new_line_is_entered_field_by_field(session: Session) -> None:
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        await pilot.press("n")
        await wait_for(pilot, lambda: "Enter next" in lines(app)[-1])
        await pilot.press(*"advert", "enter")
        await wait_for(pilot, lambda: "Enter save" in lines(app)[-1])
        await pilot.press(*"News", "enter")
        await wait_for(pilot, lambda: "ADVERT is added." in shown(app))
        assert codes(session) == ["ADVERT", "MANUF", "RETAIL"]
        await wait_for(pilot, lambda: spots(app) == ["ADVERT"])


async def test_ct_11_a_code_that_is_too_long_stays_open_with_what_is_wrong(session: Session) -> None:
    setup_lists.add(session, "industry_groups", {"code": "advert"})
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["ADVERT"])
        await pilot.press("n")
        await wait_for(pilot, lambda: "Enter next" in lines(app)[-1])
        await pilot.press(*"retail", "enter", "enter")
        await wait_for(pilot, lambda: "there is “RETAIL” already" in shown(app))
        assert marked(app, "!")
        assert pane(app).form is not None
        assert pane(app).opened.display
        await pilot.press(*"ADVERTISING")
        await wait_for(pilot, lambda: "At most 10 characters fit." in shown(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: pane(app).form is None)
        assert codes(session) == ["ADVERT", "MANUF", "RETAIL"]


async def test_a_code_in_use_is_deleted_only_after_a_question(session: Session) -> None:
    give(session, LAURIER, "RETAIL")
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        await pilot.press("j", "d")
        await wait_for(pilot, lambda: "Delete RETAIL, which 1 company carries?" in shown(app))
        assert spots(app) == ["Keep it"], "the harmless choice comes first"
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["RETAIL"])
        await pilot.press("d")
        await wait_for(pilot, lambda: "Remove it everywhere" in shown(app))
        await pilot.press("d")
        await wait_for(pilot, lambda: "RETAIL is deleted, 1 contact lost it." in shown(app))
        assert codes(session) == ["MANUF"]
        assert cards.card_by_number(session, LAURIER).codes["industry_groups"] == ()
        await pilot.press("u")
        await wait_for(pilot, lambda: "RETAIL" in right(app))
        assert [given.code for given in cards.card_by_number(session, LAURIER).codes["industry_groups"]] == ["RETAIL"]


async def test_a_code_that_nobody_carries_is_deleted_at_once(session: Session) -> None:
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        await pilot.press("d")
        await wait_for(pilot, lambda: "MANUF is deleted." in shown(app))
        assert codes(session) == ["RETAIL"]
        assert "u undo" in lines(app)[-2]


async def test_a_code_that_the_set_up_names_stays(session: Session) -> None:
    setup_lists.add(session, "languages", {"code": "DAN"})
    marketing_setup.edit(session, {"default_language_code": "DAN"})
    app = set_up_app(session, "languages")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["DAN"])
        await pilot.press("d")
        await wait_for(pilot, lambda: "the marketing set-up names it" in shown(app))
        assert "DAN" in codes(session, "languages")


async def test_enter_on_a_number_series_opens_its_lines(session: Session) -> None:
    app = set_up_app(session, "number_series")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["CONT"])
        assert "e edit" in lines(app)[-1]
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["CT000001"])
        assert "Number series › CONT" in lines(app)[0]
        assert "OP000001" not in shown(app)
        await pilot.press("n")
        await wait_for(pilot, lambda: "Enter next" in lines(app)[-1])
        await pilot.press(*"CU000001", *["enter"] * 3, *"2026-01-01", *["enter"] * 4)
        await wait_for(pilot, lambda: "CONT 20000 is added." in shown(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: spots(app) == ["CONT"])


async def test_a_field_without_a_column_is_edited_below_the_list(session: Session) -> None:
    app = set_up_app(session, "salespeople")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["LM"])
        await pilot.press("e")
        await wait_for(pilot, lambda: "Enter save" in lines(app)[-1])
        await pilot.press("down", "down")
        await wait_for(pilot, lambda: any(line[32:].startswith("> Phone") for line in lines(app)))
        await pilot.press(*"CALL ME", "enter")
        await wait_for(pilot, lambda: "letters" in shown(app))
        await pilot.press(*["backspace"] * 7, *"555 0100", "down", "down", "space", "enter")
        await wait_for(pilot, lambda: "LM is changed." in shown(app))
        values = line_of(session, "salespeople", "LM").values
        assert (values["phone"], values["privacy_blocked"]) == ("555 0100", True)


async def test_a_code_of_another_list_is_picked(session: Session) -> None:
    setup_lists.add(session, "post_codes", {"code": "H2J 1G7", "city": "Montréal"})
    app = set_up_app(session, "post_codes")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["H2J 1G7"])
        await pilot.press("e")
        await wait_for(pilot, lambda: "Enter save" in lines(app)[-1])
        await pilot.press("up", "down", "down", "down")
        await wait_for(pilot, lambda: "United States" in right(app))
        await pilot.press(*"can")
        await wait_for(pilot, lambda: "United States" not in right(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: "is now H2J 1G7 Montréal CA." in shown(app))
        assert line_of(session, "post_codes", "H2J 1G7 Montréal CA").values["country"] == "CA"


async def test_someone_elses_change_of_the_same_field_is_a_choice(session: Session) -> None:
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        await pilot.press("e")
        await wait_for(pilot, lambda: "Enter save" in lines(app)[-1])
        other, line = session._replace(user="jim"), line_of(session, "industry_groups", "MANUF")
        setup_lists.edit(other, "industry_groups", line.id, {"description": "Theirs"})
        await pilot.press("down", *" mine", "enter")
        await wait_for(pilot, lambda: "jim changed “Description” while you typed" in shown(app))
        assert spots(app) == ["Theirs"]
        await pilot.press("m")
        await wait_for(pilot, lambda: "MANUF is changed." in shown(app))
        assert line_of(session, "industry_groups", "MANUF").values["description"] == "Manufacturing mine"


async def test_what_someone_else_enters_appears_and_the_cursor_stays(session: Session) -> None:
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        setup_lists.add(session._replace(user="jim"), "industry_groups", {"code": "AAA"})
        await wait_for(pilot, lambda: "AAA" in right(app))
        assert spots(app) == ["MANUF"]
        await wait_for(pilot, lambda: "Industry groups          3" in shown(app))


async def test_the_contacts_that_carry_a_code_are_a_list_of_their_own(session: Session) -> None:
    app = set_up_app(session, "salespeople")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["LM"])
        await pilot.press("j", "j", "l")
        await wait_for(pilot, lambda: spots(app) == ["Boulangerie Laurier inc."])
        assert isinstance(app.screen, CarriersScreen)
        assert lines(app)[0].split() == ["PS", "Pierre", "Savard", "2", "contacts", "Set-up"]
        assert "Marie Tremblay" in shown(app)
        await pilot.press("escape")
        await wait_for(pilot, lambda: spots(app) == ["PS"])


async def test_a_customer_leads_to_the_contact_that_is_linked_to_it_and_is_deleted_with_its_link(
    session: Session,
) -> None:
    for no in ("10000", "20000"):
        setup_lists.add(session, "customers", {"no": no, "name": f"Customer {no}"})
    marketing_setup.edit(session, {"bus_rel_code_for_customers": "CUST"})
    links.link(session, cards.card_by_number(session, LAURIER).contact.id, Link.CUSTOMER, "20000")
    app = set_up_app(session, "customers")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Linked to no contact." in right(app))
        await pilot.press("j")
        await wait_for(pilot, lambda: "Linked to Boulangerie Laurier inc." in right(app))
        await pilot.press("l")
        await wait_for(pilot, lambda: isinstance(app.screen, CarriersScreen))
        await wait_for(pilot, lambda: spots(app) == ["Boulangerie Laurier inc."])
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, CompanyCard))
        await wait_for(pilot, lambda: "Customer 20000" in shown(app))
        await pilot.press("escape", "escape")
        await wait_for(pilot, lambda: isinstance(app.screen, SetUp))
        await pilot.press("d")
        await wait_for(pilot, lambda: "Delete 20000, which a contact is linked to?" in shown(app))
        assert "20000 and its link" in shown(app)
        await pilot.press("d")
        await wait_for(pilot, lambda: "20000 is deleted, 1 contact lost it." in shown(app))
        assert codes(session, "customers") == ["10000"]
        await pilot.press("u")
        await wait_for(pilot, lambda: codes(session, "customers") == ["10000", "20000"])
    assert [given.no for given in cards.card_by_number(session, LAURIER).codes["business_relations"]] == ["20000"]


async def test_an_empty_list_offers_its_first_line(session: Session) -> None:
    app = set_up_app(session, "vat_formats")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "There is no line yet." in right(app))
        assert spots(app) == ["New line"]
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Canada" in right(app))


async def test_a_phone_shows_one_side_at_a_time(session: Session) -> None:
    app = set_up_app(session)
    async with app.run_test(size=(40, 12)) as pilot:
        await wait_for(pilot, lambda: "Industry groups" in shown(app))
        assert "A new person" not in shown(app)
        await pilot.press("j", "j", "j", "enter")
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        assert "Mailing groups" not in shown(app)
        assert all(len(line) < 40 for line in lines(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: spots(app) == ["Industry groups"])
        await pilot.resize_terminal(80, 24)
        await wait_for(pilot, lambda: "MANUF" in right(app))


async def test_markup_and_escape_sequences_in_lines_are_text(session: Session) -> None:
    hostile = "[/] [red]x[/] [@click=app.quit]"
    setup_lists.add(session, "industry_groups", {"code": "[/]", "description": hostile})
    give(session, LAURIER, "[/]")
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["[/]"])
        assert hostile in shown(app)
        await wait_for(pilot, lambda: "1 company carries [/]" in shown(app))
        await pilot.press("d")
        await wait_for(pilot, lambda: "Delete [/], which 1 company carries?" in shown(app))


async def test_every_list_can_be_opened_by_name_from_the_palette(session: Session) -> None:
    app = set_up_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        labels = [command.label for command in set_up_names.commands(app)]
        assert labels[0] == "Marketing set-up"
        assert "Web sources" in labels
        next(command for command in set_up_names.commands(app) if command.label == "Web sources").run()
        await wait_for(pilot, lambda: spots(app) == ["WEB"])
        assert len(app.screen_stack) == 1, "the page that is there is used"


async def test_a_list_that_does_not_fit_says_where_one_is_in_it(session: Session) -> None:
    for number in range(30):
        setup_lists.add(session, "industry_groups", {"code": f"G{number:02}"})
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        total = len(codes(session))
        await wait_for(pilot, lambda: f"1 of {total}" in shown(app))
        await pilot.press("j", "j")
        await wait_for(pilot, lambda: f"3 of {total}" in shown(app))


async def test_a_list_that_fits_does_not_count(session: Session) -> None:
    app = set_up_app(session, "industry_groups")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["MANUF"])
        assert " of " not in "\n".join(line[31:] for line in lines(app))
