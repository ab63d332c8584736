"""The companies that a person is also at, on both cards and in their form."""

from __future__ import annotations

from contacts_tui.services import affiliations, cards, drafts
from contacts_tui.services.session import Session
from contacts_tui.ui.screens.also_at_form import AlsoAtForm
from contacts_tui.ui.screens.person_card import PersonCard
from tests.services.reference import CANNON, LUC, MARIE, card, contact
from tests.ui.books import card_app, card_of, go, retype, session, settled, to_the_end
from tests.ui.support import lines, shown, spots, wait_for

__all__ = ["session"]


async def test_a_further_company_is_entered_changed_and_deleted(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Also at")
        await go(pilot, "also")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, AlsoAtForm))
        assert lines(app)[0].startswith("  Marie Tremblay is also at")
        await pilot.press(*"cannon")
        await settled(pilot, "Cannon Group Ltd.")
        await pilot.press("enter", *"Adviser", "enter", *"2017-05-01", "enter", "enter", "enter")
        await settled(pilot, "Also at: saved.")
        assert "Cannon Group Ltd.  Adviser, since 2017" in shown(app)
        (one,) = card(session, MARIE).also_at
        await go(pilot, f"also:{one.record.id}")
        await pilot.press("e")
        await wait_for(pilot, lambda: isinstance(app.screen, AlsoAtForm))
        await retype(pilot, "Director")
        await to_the_end(pilot)
        await pilot.press("enter")
        await settled(pilot, "Cannon Group Ltd.  Director, since 2017")
        await pilot.press("d")
        await settled(pilot, "The line is deleted.")
        assert card(session, MARIE).also_at == ()
        await pilot.press("u")
        await settled(pilot, "Director, since 2017")


async def test_the_company_shows_who_is_also_there(session: Session) -> None:
    affiliations.add(session, contact(session, LUC).id, {"company": CANNON, "role": "Adviser"})
    app = card_app(session, CANNON)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot, "Cannon Group Ltd.")
        await pilot.press("p")
        await settled(pilot, "Luc Gagnon  Adviser")
        assert spots(app) == ["Luc Gagnon"]
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, PersonCard))
        await settled(pilot, "Luc Gagnon")
        assert card_of(app).contact_id == cards.card_by_number(session, LUC).contact.id


async def test_a_draft_is_kept_when_the_form_is_left_and_is_taken_up_again(session: Session) -> None:
    app = card_app(session, MARIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "Also at")
        await go(pilot, "also")
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, AlsoAtForm))
        await pilot.press(*"cannon")
        await settled(pilot, "Cannon Group Ltd.")
        await pilot.press("enter", *"Advi")
        await settled(pilot, "draft kept")
        await pilot.press("escape")
        await settled(pilot, "The draft is kept.")
        await wait_for(pilot, lambda: any(one.values.get("role") == "Advi" for one in drafts.pending(session)))
        assert drafts.pending(session)[0].values["company"] == CANNON
        await go(pilot, "also")
        await pilot.press("enter")
        await settled(pilot, "Cannon Group Ltd.")
        await settled(pilot, "Advi")
        await to_the_end(pilot)
        await pilot.press("enter")
        await settled(pilot, "Also at: saved.")
        await wait_for(pilot, lambda: drafts.pending(session) == ())
    (one,) = card(session, MARIE).also_at
    assert (one.company.no, one.record.role) == (CANNON, "Advi")
