"""The first start: the language, then what to begin with; afterwards Find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from contacts_tui import locale
from contacts_tui.services import seeds, setup_lists, user_setup
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui.context import Context
from contacts_tui.ui.program import Program, context_of
from contacts_tui.ui.screens.find import Find
from contacts_tui.ui.screens.first_start import FirstStart
from contacts_tui.ui.screens.import_book import ImportBook
from tests.services.reference import Clock
from tests.ui.support import lines, shown, spots, wait_for


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    yield Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    book.close()


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "sample.db", create=True)
    found = Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    seeds.usual(found, "en")
    yield found
    book.close()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A folder with the table of one contact."""
    found = tmp_path / "export"
    found.mkdir()
    (found / "contacts.csv").write_text("No.;Type;Name\nCT000001;Company;Acme\n", encoding="utf-8")
    return found


def first_start(session: Session, sample: Session | None = None) -> Program:
    found = context_of(session, book_name="Laurier")

    def open_sample() -> Context:
        assert sample is not None
        return context_of(sample, book_name="The sample", is_sample=True)

    return Program(replace(found, open_sample=open_sample if sample else None), first_start=True)


async def test_the_language_comes_first_and_is_kept_for_the_user(session: Session) -> None:
    app = first_start(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["English"])
        assert "Français" in shown(app)
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: "Français" not in shown(app))
        kept = user_setup.get(session)
        assert kept is not None
        assert kept.language == "fr"
        assert locale.current() == "fr"
        assert app.session.language == "fr"


async def test_the_usual_codes_are_entered_and_find_opens(session: Session) -> None:
    app = first_start(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["English"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["Start with the usual codes"])
        assert "sample" not in shown(app), "no sample book is wired here"
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, Find))
        await wait_for(pilot, lambda: "The usual codes are there." in shown(app))
        counts = setup_lists.counts(session)
        assert all(counts[name] for name in ("number_series", "number_series_lines", "salutations", "industry_groups"))
        assert len(app.screen_stack) == 1


async def test_the_usual_codes_come_in_the_language_that_was_chosen(session: Session) -> None:
    app = first_start(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["English"])
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: "Français" not in shown(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, Find))
        words = {line.name: line.values["description"] for line in setup_lists.lines(session, "business_relations")}
        assert words["CUST"] == "Client"


async def test_the_sample_company_is_a_book_of_its_own(session: Session, sample: Session) -> None:
    app = first_start(session, sample)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["English"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["Start with the usual codes"])
        await pilot.press("down", "down")
        await wait_for(pilot, lambda: spots(app) == ["Look at the sample company"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, Find))
        assert app.session is sample
        assert setup_lists.counts(session)["industry_groups"] == 0


async def test_the_import_is_one_enter_away_and_esc_comes_back(session: Session) -> None:
    app = first_start(session)
    async with app.run_test(size=(40, 12)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["English"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["Start with the usual codes"])
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: isinstance(app.screen, ImportBook))
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, FirstStart))
        await wait_for(pilot, lambda: spots(app) == ["Import"])
        await pilot.press("escape")
        await wait_for(pilot, lambda: spots(app) == ["English"])
        assert all(len(line) < 40 for line in lines(app))


async def to_import(pilot: Pilot[None], app: Program) -> None:
    await wait_for(pilot, lambda: spots(app) == ["English"])
    await pilot.press("enter")
    await wait_for(pilot, lambda: spots(app) == ["Start with the usual codes"])
    await pilot.press("down", "enter")
    await wait_for(pilot, lambda: isinstance(app.screen, ImportBook))


async def test_a_preview_stays_where_there_is_nothing_yet_to_find(session: Session, export: Path) -> None:
    app = first_start(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_import(pilot, app)
        await pilot.press(*str(export), "enter")
        await wait_for(pilot, lambda: spots(app) == ["Import 1 contact"])
        assert "/ find" not in lines(app)[-1]
        assert "n new" not in lines(app)[-1]
        await pilot.press("slash", "n", "g", "colon")
        await pilot.pause()
        assert spots(app) == ["Import 1 contact"]


async def test_who_leaves_the_import_that_began_a_book_finds_its_contacts(session: Session, export: Path) -> None:
    app = first_start(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_import(pilot, app)
        await pilot.press(*str(export), "enter")
        await wait_for(pilot, lambda: spots(app) == ["Import 1 contact"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: "1 contact imported." in shown(app))
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, Find))
        assert len(app.screen_stack) == 1


async def test_keys_that_lead_nowhere_yet_do_nothing(session: Session) -> None:
    app = first_start(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: spots(app) == ["English"])
        await pilot.press("slash", "n", "g", "colon")
        await wait_for(pilot, lambda: spots(app) == ["English"])
        assert isinstance(app.screen, FirstStart)
        assert "/" not in lines(app)[-1]
