"""The usual codes and the sample company, entered by the rules as if typed."""

from __future__ import annotations

import pytest

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import NotAllowed, NotFound
from contacts_tui.domain.inheritance import Mark
from contacts_tui.services import addresses, cards, checks, history, marketing_setup, notes, seeds, setup_lists
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from tests.services.reference import as_user, edit_line, line, new_company, rows


@pytest.mark.parametrize(("language", "words"), [("en", "Retail"), ("fr", "Commerce de détail")])
def test_a_new_book_with_the_usual_codes_takes_its_first_contact(session: Session, language: str, words: str) -> None:
    seeded = seeds.usual(session, language)
    assert {name: count for name, count in setup_lists.counts(session).items() if count} == dict(seeded.lists)
    assert line(session, "industry_groups", "RETAIL").values["description"] == words
    made = new_company(session, name="Acme")
    shown = cards.card(session, made.id)
    assert shown.values.items() >= {"number": "CT000001", "country": "CA", "salutation": "COMPANY"}.items()
    assert checks.check(session) == ()


def test_the_usual_codes_are_one_step(session: Session) -> None:
    seeded = seeds.usual(session, "en")
    undone = history.undo(session)
    assert (undone.undone.id, str(undone.what)) == (
        seeded.batch,
        f"{sum(seeded.lists.values()) + 1} lines of the set-up",
    )
    assert set(setup_lists.counts(session).values()) == {0}
    assert marketing_setup.get(session).id == 0


def test_usual_codes_that_are_there_stay_as_they_are(session: Session) -> None:
    seeds.usual(session, "en")
    again = seeds.usual(session, "fr")
    assert (again.lists, again.batch) == ({}, 0)
    edit_line(session, "industry_groups", "RETAIL", code="RET", description="Shops")
    marketing_setup.edit(session, {"default_country_region_code": "US"})
    more = seeds.usual(session, "fr")
    assert more.lists == {"industry_groups": 1}
    assert line(session, "industry_groups", "RET").values["description"] == "Shops"
    assert marketing_setup.values(session)["default_country_region_code"] == "US"


def test_a_series_that_has_lines_gets_no_more(session: Session) -> None:
    setup_lists.add(session, "number_series", {"code": "CONT", "default_nos": "yes"})
    setup_lists.add(session, "number_series_lines", {"number_series": "CONT", "starting_no": "K1"})
    assert "number_series_lines" not in seeds.usual(session, "en").lists
    assert new_company(session, name="Acme").no == "K1"


@pytest.fixture
def sample(session: Session) -> Session:
    seeds.sample(session)
    return session


def test_the_sample_company_is_whole(sample: Session) -> None:
    assert checks.check(sample) == ()
    contacts = rows(sample, Contact)
    assert [c.no for c in contacts] == [f"CT{n:06}" for n in range(1, len(contacts) + 1)]
    assert sum(c.type is ContactType.COMPANY for c in contacts) >= 35
    assert sum(c.type is ContactType.PERSON for c in contacts) >= 110
    empty = {name for name, count in setup_lists.counts(sample).items() if not count}
    assert empty == {"customers", "vendors", "bank_accounts", "customer_templates"}
    assert marketing_setup.values(sample)["company_name"] == "Mobilier Rivebelle inc."


def test_people_of_the_sample_follow_their_companies_except_where_they_differ(sample: Session) -> None:
    people = [cards.card(sample, c.id) for c in rows(sample, Contact) if c.company_id]
    phones = [person.marks["phone"] for person in people]
    assert phones.count(Mark.FOLLOWS) > len(phones) / 2
    assert Mark.OWN in phones
    assert all(person.values["language"] for person in people)


def test_the_sample_has_codes_notes_and_addresses(sample: Session) -> None:
    found = [cards.card(sample, c.id) for c in rows(sample, Contact)]
    assert any(card.codes["web_sources"] and card.codes["business_relations"] for card in found)
    assert any(card.notes for card in found)
    first = next(c for c in rows(sample, Contact) if c.name == "Assurances Belvédère inc.")
    assert [str(note.date) for note in notes.notes(sample, first.id)] == ["2026-11-12", "2026-03-18"]
    workshop = next(c for c in rows(sample, Contact) if c.name == "Lucille Gendron")
    assert [(a.values["code"], len(a.ranges)) for a in addresses.addresses(sample, workshop.id)] == [("ATELIER", 1)]


def test_nobody_undoes_the_sample_by_accident(sample: Session) -> None:
    with pytest.raises(NotFound):
        history.undo(sample)
    with pytest.raises(NotFound):
        history.undo(as_user(sample, "psavard"))
    step = history.batches(sample)[0]
    assert (step.batch.user, step.contacts) == (seeds.SAMPLE_AUTHOR, len(rows(sample, Contact)))


def test_the_sample_comes_in_the_language_of_the_user(session: Session) -> None:
    seeds.sample(session._replace(language="fr"))
    assert line(session, "industry_groups", "RETAIL").values["description"] == "Commerce de détail"


def test_a_book_is_seeded_by_those_who_may(session: Session) -> None:
    reader = session._replace(rights=frozenset({Right.READ}))
    for seed in (seeds.sample, lambda s: seeds.usual(s, "en")):
        with pytest.raises(NotAllowed):
            seed(reader)
    assert set(setup_lists.counts(session).values()) == {0}
