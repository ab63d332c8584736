"""What stands where on a card, in words, for a person's marks and for every width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contacts_tui import locale
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.fields import CONTACT, Kind
from contacts_tui.domain.message import message
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.services import addresses, notes
from contacts_tui.services.cards import PersonLine
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui.card.card_fields import (
    ADDRESS_LINES,
    COMPANY,
    COMPANY_MORE,
    GREETINGS,
    PERSON,
    PERSON_MORE,
    PLACE,
    How,
    Place,
    brief_of,
    how_changed,
    label_of,
    label_width,
)
from contacts_tui.ui.card.card_sections import sections_of, tabs_of
from contacts_tui.ui.card.card_warnings import warnings
from contacts_tui.ui.draw.card_codes import codes_view
from contacts_tui.ui.draw.card_main import main_view, people_view
from contacts_tui.ui.draw.card_pane import pane_lines
from contacts_tui.ui.draw.card_parts import addresses_view, notes_view
from contacts_tui.ui.draw.line import Line, Role, text_of, width_of
from contacts_tui.ui.draw.tabs import tab_lines
from contacts_tui.ui.draw.view import NOWHERE, Cursor, View
from tests.services.reference import LAURIER, LUC, MARIE, Clock, card, change, contact, fill, give, new_person

WIDTHS = (40, 60, 80, 100, 120, 200)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder: Path = tmp_path_factory.mktemp("cards")
    book = Book.open(folder / "book.db", create=True)
    found = Session(book, "marie", clock=Clock(), state=folder / "state")
    fill(found)
    give(found, LAURIER, "industry_groups", "RETAIL", "MANUF")
    give(found, LAURIER, "web_sources", "WEB")
    give(found, MARIE, "job_responsibilities", "IT")
    change(found, MARIE, mobile="438-555-0001", email="marie@laurier.example; second@laurier.example")
    change(found, LAURIER, vat_number="CA 12", phone="514-555-0100")
    addresses.add(found, contact(found, MARIE).id, {"code": "COTTAGE", "address": "12 chemin du Lac", "city": "Magog"})
    notes.add(found, contact(found, MARIE).id, {"text": "Likes to be called on Mondays.\nAsks for samples first."})
    yield found
    book.close()


def places() -> dict[str, Place]:
    groups = (*COMPANY, *COMPANY_MORE, *PERSON, *PERSON_MORE)
    found = {place.key: place for group in groups for place in group}
    return {**{key: Place(key, label_of(key), brief_of(key)) for key in ADDRESS_LINES}, **found}


def texts(view: View) -> list[str]:
    return [text_of(line).rstrip() for line in view.lines]


def with_label(view: View, name: str) -> str:
    return next(text for text in texts(view) if text[2:].startswith(name))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_labels_fit_their_columns_in_each_language(language: str) -> None:
    locale.use(language)
    assert label_width() <= 13
    assert {key for key, place in places().items() if cell_width(_(place.label)) > label_width()} == set()
    assert {key for key, place in places().items() if cell_width(_(place.brief)) > 8} == set()


def test_every_field_that_can_be_typed_is_on_a_card() -> None:
    shown = set(places()) - {PLACE}
    fields = {name for name, field in CONTACT.items() if field.kind is not Kind.SYSTEM}
    assert fields - shown == set()
    assert set(ASSIGNED) <= shown
    fixed = {key for key in shown if how_changed(key) is How.FIXED}
    assert fixed == {"number", "modified", *GREETINGS}


def test_a_company_stands_in_two_columns(session: Session) -> None:
    view = main_view(card(session, LAURIER), 80, Cursor("phone"), people_key="p")
    assert texts(view)[:3] == [
        "  Address     1200 avenue Laurier Est       Number      CT000001",
        "  Town        H2J 1G7  Montréal  QC  CA     Rep         Pierre Savard",
        "> Phone       514-555-0100                  Territory   Québec",
    ]
    assert with_label(view, "Industry").startswith("  Industry    Manufacturing · Retail")
    assert with_label(view, "Look up") == "  Look up     Web search"
    assert with_label(view, "People 1").endswith("─ p")
    assert view.stop("territory") is not None


def test_the_spot_is_on_the_value_only(session: Session) -> None:
    view = main_view(card(session, LAURIER), 80, Cursor("territory"))
    row = next(line for line in view.lines if "Territory" in text_of(line))
    assert [span.text for span in row if span.role is Role.CURSOR] == ["Québec"]
    calm = main_view(card(session, LAURIER), 80, Cursor("territory", spot=False))
    assert not any(span.role is Role.CURSOR for line in calm.lines for span in line)


def test_marks_stand_before_the_values_of_a_person(session: Session) -> None:
    view = main_view(card(session, MARIE), 80, NOWHERE)
    assert with_label(view, "Address") == "  Address   = 1200 avenue Laurier Est       Rep       = Pierre Savard"
    assert with_label(view, "Mobile").startswith("  Mobile    * 438-555-0001")
    assert with_label(view, "First name").startswith("  First name  Marie")
    independent = main_view(card(session, LUC), 80, NOWHERE)
    assert not any("= " in text for text in texts(independent))


def test_a_long_value_runs_on_to_the_edge(session: Session) -> None:
    view = main_view(card(session, MARIE), 80, NOWHERE)
    assert "marie@laurier.example; second@laurier.example" in with_label(view, "E-mail")


def test_an_open_address_stands_line_by_line(session: Session) -> None:
    found = card(session, LAURIER)
    opened = {key: str(found.values[key]) for key in ADDRESS_LINES} | {"address2": "Suite 5"}
    view = main_view(found, 80, Cursor("address2", opened=True), opened=opened)
    keys = [stop.key for stop in view.stops if stop.side == 0][:6]
    assert keys == list(ADDRESS_LINES)
    assert with_label(view, "Country").startswith("  Country     CA  Canada")
    assert "Suite" not in with_label(view, "Address 2")


def test_what_looks_odd_is_marked_and_told(session: Session) -> None:
    change(session, LUC, phone="+1 514 12")
    odd = warnings(session, card(session, LUC))
    assert set(odd) == {"phone"}
    assert str(odd["phone"]) == "“+1 514 12” is short for a number in Canada."
    view = main_view(card(session, LUC), 80, NOWHERE, odd=odd)
    assert with_label(view, "Phone").startswith("  Phone       +1 514 12 !")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("number", [LAURIER, MARIE, LUC])
def test_nothing_is_wider_than_the_page(session: Session, number: str, width: int) -> None:
    found = card(session, number)
    drawn: list[Line] = [
        *main_view(found, width, NOWHERE).lines,
        *codes_view(found, width, NOWHERE).lines,
        *addresses_view(found, width, NOWHERE).lines,
        *notes_view(found.notes, width, NOWHERE).lines,
        *people_view(found.people, width, NOWHERE).lines,
        *pane_lines(found, width, 40),
    ]
    assert max(width_of(line) for line in drawn) <= width - 1
    tabs = tabs_of(found, sections_of(found.contact.is_company))
    assert all(width_of(line) <= width - 1 for line in tab_lines(tabs, 1, width))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_tabs_fit_on_eighty_columns(session: Session, language: str) -> None:
    locale.use(language)
    for is_company in (True, False):
        tabs = tabs_of(card(session, LAURIER if is_company else MARIE), sections_of(is_company))
        drawn = text_of(tab_lines(tabs, 1, 80)[0])
        assert all(tab.label in drawn or tab.short in drawn for tab in tabs)


def test_the_codes_of_a_person_end_with_those_of_the_company(session: Session) -> None:
    view = codes_view(card(session, MARIE), 80, NOWHERE)
    assert with_label(view, "Jobs").split() == ["Jobs", "IT", "Information", "technology"]
    below = texts(view)[texts(view).index(next(t for t in texts(view) if "From the company" in t)) :]
    assert any("RETAIL" in text for text in below)
    assert view.stop("industry_groups") is None


def test_a_web_source_has_its_search_word(session: Session) -> None:
    view = codes_view(card(session, LAURIER), 80, Cursor("web:WEB"))
    line = next(text for text in texts(view) if text.startswith(">"))
    assert line.split("  ")[-1].strip() == "Boulangerie Laurier inc."


def test_an_empty_section_offers_what_fills_it(session: Session) -> None:
    view = notes_view((), 80, NOWHERE)
    assert texts(view) == ["  No notes.", "", "  + new note"]
    assert view.first == "new"


def test_more_people_than_fit_are_counted(session: Session) -> None:
    people = [PersonLine(n, f"CT{n:06}", f"Person {n}", "", (), "", "") for n in range(1, 10)]
    view = people_view(people, 80, NOWHERE, most=6)
    assert texts(view)[-1] == "  " + _(message("3 more people"))
    assert view.last == "people"


def test_the_pane_leaves_out_what_is_blank(session: Session) -> None:
    drawn = [text_of(line) for line in pane_lines(card(session, LAURIER), 60, 30)]
    assert drawn[0].rstrip().endswith("CT000001")
    assert not any(line.lstrip().startswith("Mobile") for line in drawn)
    assert any("Marie Tremblay" in line for line in drawn)


def test_anne_is_drawn_once_more_when_she_joins(session: Session) -> None:
    new_person(session, name="Anne Roy", company=LAURIER)
    view = main_view(card(session, LAURIER), 80, NOWHERE)
    assert sum("Anne Roy" in text for text in texts(view)) == 1
