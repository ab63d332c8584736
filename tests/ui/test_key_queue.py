"""Keys that arrive together act one after another, each where the one before it has led."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widget import Widget

from contacts_tui.domain.message import message
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.context import app_of
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.terminal.escape import EscapeFirst
from contacts_tui.ui.terminal.key_queue import TakesKeys
from contacts_tui.ui.widgets.menu import Choice, Menu
from tests.ui.support import app_with, shown, wait_for


class Page(BaseScreen[None], inherit_bindings=False):
    """A page whose Enter opens a menu."""

    SCOPE = Scope.HISTORY
    BINDINGS = bindings(Scope.HISTORY)
    chosen = ""

    def action_open(self) -> None:
        def take(value: str | None) -> None:
            self.chosen += value or "-"

        self.app.push_screen(Menu(message("Copy"), [Choice("a", "first", "a"), Choice("b", "second", "b")]), take)


async def test_a_burst_of_keys_reaches_the_pages_that_it_opens() -> None:
    page = Page()
    app = app_with(lambda: page)
    async with app.run_test() as pilot:
        for key in ("enter", "b", "enter", "a", "enter", "escape"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await wait_for(pilot, lambda: page.chosen == "ba-")
        assert "Copy" not in shown(app)


class Typed(Widget, TakesKeys, can_focus=True):
    """Takes letters; told apart by whether others were waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[tuple[str, bool]] = []

    def take_key(self, key: events.Key) -> bool:
        if key.character == "m":
            return False
        self.taken.append((key.key, app_of(self).has_keys))
        return True

    def on_paste(self, event: events.Paste) -> None:
        self.taken.append((event.text, app_of(self).has_keys))


class TypedPage(BaseScreen[None]):
    """A page with a widget that takes letters; what it leaves is a key of the page."""

    SCOPE = Scope.HISTORY
    BINDINGS = [Binding("m", "note")]  # noqa: RUF012

    def compose_page(self) -> ComposeResult:
        yield Typed()

    def on_mount(self) -> None:
        self.query_one(Typed).focus()

    def action_note(self) -> None:
        """Take note of the key."""
        self.query_one(Typed).taken.append(("page", False))


@asynccontextmanager
async def typing(app: ContactsApp, page: TypedPage) -> AsyncIterator[tuple[Pilot[None], Typed]]:
    """The page, with the focus where one types."""
    async with app.run_test() as pilot:
        typed = page.query_one(Typed)
        await wait_for(pilot, lambda: typed.has_focus)
        yield pilot, typed


async def test_letters_go_straight_to_whom_they_are_typed_and_others_wait_for_what_a_key_between_them_does() -> None:
    page = TypedPage()
    app = app_with(lambda: page)
    async with typing(app, page) as (pilot, typed):
        for key in "abmc":
            app.post_message(events.Key(key, key))
        await wait_for(pilot, lambda: len(typed.taken) == 4)
        assert typed.taken == [("a", True), ("b", True), ("page", False), ("c", False)]


async def test_a_key_that_arrives_as_the_one_before_is_done_does_what_it_does_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = TypedPage()
    app = app_with(lambda: page)
    wait_no_longer, calls = app._wait_no_longer, list[None]()
    late = [events.Key("m", "m"), events.Key("b", "b")]

    def before_the_next() -> None:
        wait_no_longer()
        calls.append(None)
        # With each key the sign is sent round twice, and comes back for the last time.
        if len(calls) % 3 == 0 and late:
            app.post_message(late.pop(0))

    monkeypatch.setattr(app, "_wait_no_longer", before_the_next)
    async with typing(app, page) as (pilot, typed):
        app.post_message(events.Key("m", "m"))
        await wait_for(pilot, lambda: len(typed.taken) >= 3)
        await pilot.press("c")
        await wait_for(pilot, lambda: typed.taken[-1][0] == "c")
        assert [what for what, _ in typed.taken] == ["page", "page", "b", "c"]


async def test_what_is_pasted_keeps_its_place_among_the_keys() -> None:
    page = TypedPage()
    app = app_with(lambda: page)
    async with typing(app, page) as (pilot, typed):
        for event in (events.Key("a", "a"), events.Paste("pasted"), events.Key("m", "m"), events.Key("b", "b")):
            app.post_message(event)
        await wait_for(pilot, lambda: len(typed.taken) == 4)
        assert [what for what, _ in typed.taken] == ["a", "pasted", "page", "b"]


@pytest.mark.parametrize(
    ("sent", "key"), [("\x1b[B", "down"), ("\x1bOB", "down"), ("\x1b[Z", "shift+tab"), ("\x1b\t", "shift+tab")]
)
def test_what_one_key_sends_stays_one_key(sent: str, key: str) -> None:
    parser = EscapeFirst()
    seen = [*parser.feed(sent), *parser.feed("")]
    assert [event.key for event in seen if isinstance(event, events.Key)] == [key]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("g", ["g"]), (":", ["colon"]), ("?", ["question_mark"]), ("/", ["slash"]), ("gs", ["g", "s"]),
        ("f", ["f"]), ("b", ["b"]), ("1", ["1"]), ("-", ["minus"]), ("\x7f", ["backspace"]), ("\r", ["enter"]),
    ],
)  # fmt: skip
def test_esc_and_a_key_that_arrive_together_are_both_there(sent: str, keys: list[str]) -> None:
    parser = EscapeFirst()
    seen = [*parser.feed(f"\x1b{sent}"), *parser.feed("")]
    assert [event.key for event in seen if isinstance(event, events.Key)] == ["escape", *keys]
