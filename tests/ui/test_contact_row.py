"""A contact as a line of a list: what stands in which column, and what gives way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from contacts_tui import locale as languages
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.ui.draw.contact_row import Layout, contact_row
from contacts_tui.ui.draw.contact_words import who
from contacts_tui.ui.draw.line import text_of


@pytest.fixture
def french() -> Iterator[None]:
    """In French."""
    languages.use("fr")
    yield
    languages.use("en")


def company(people: int, *relations: str) -> ContactRow:
    return ContactRow(
        1,
        "u",
        "CT1",
        ContactType.COMPANY,
        "Belvédère",
        "",
        "",
        "Québec",
        "+1 418 555 0101",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        people,
        relations,
    )


@pytest.mark.parametrize(
    ("people", "relations", "expected"),
    [
        (4, ["Customer"], "4 people, customer"),
        (4, ["Bank", "Press"], "4 people, bank +1"),
        (4, ["Customer", "Prospect"], "customer, prospect"),
        (4, ["Customer", "Vendor", "Prospect"], "customer +2"),
        (0, ["Customer", "Vendor", "Prospect"], "customer +2"),
        (4, ["Business partner"], "business partner"),
        (4, ["Architect who prescribes"], "4 people"),
        (1, [], "1 person"),
        (0, [], ""),
    ],
)
def test_who_a_company_is_stands_in_whole_words(people: int, relations: Sequence[str], expected: str) -> None:
    assert who(company(people, *relations), 20) == expected
    drawn = text_of(contact_row(company(people, *relations), 80, Layout.FULL, is_cursor=False, spot=False)[0])
    assert drawn[30:50].rstrip() == expected


@pytest.mark.usefixtures("french")
def test_who_a_company_is_in_french() -> None:
    assert who(company(2, "Fournisseur"), 20) == "2 pers., fournisseur"
    assert who(company(2, "Fournisseur", "Client"), 20) == "fournisseur, client"
    assert who(company(2, "Fournisseur", "Client", "Banque"), 20) == "fournisseur +2"


def test_all_is_said_where_there_is_room() -> None:
    full = company(4, "Customer", "Vendor", "Prospect")
    assert who(full) == who(full, 40) == "4 people, customer, vendor, prospect"
