"""The app: messages, footer, threads, live changes, faults, and what is switched off."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import ComposeResult

from contacts_tui.domain.errors import ContactsError, Refused
from contacts_tui.domain.message import Message, message
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen, Room
from contacts_tui.ui.widgets.bottom import Bottom
from contacts_tui.ui.widgets.window_list import WindowList
from tests.ui.support import app_with, lines, segments, spots, wait_for
from tests.ui.test_window_list import Row, draw


class Page(BaseScreen[None]):
    """A page with a list that counts what it is told."""

    SCOPE = Scope.HISTORY

    def __init__(self, name: str = "Find") -> None:
        super().__init__()
        self.called = name
        self.changes = 0
        self.may_delete = True

    def compose_page(self) -> ComposeResult:
        yield WindowList[Row](draw)

    def on_mount(self) -> None:
        self.query_one(WindowList).show([Row(i, f"row {i}") for i in range(30)])

    def crumb(self) -> str:
        return self.called

    def on_book_changed(self, event: BookChanged) -> None:
        self.changes += 1


def showing(**context: Any) -> tuple[ContactsApp, Page]:
    page = Page()
    return app_with(lambda: page, **context), page


async def test_a_message_stays_until_a_key_does_something() -> None:
    app, _page = showing()
    async with app.run_test() as pilot:
        app.say(message("{code} is now {new}.", code="RETAIL", new="RET"), undo=True)
        await wait_for(pilot, lambda: lines(app)[22].startswith("  RETAIL is now RET."))
        assert lines(app)[22].endswith("u undo")
        await pilot.press("x")
        assert lines(app)[22].startswith("  RETAIL is now RET.")
        await pilot.press("j")
        await wait_for(pilot, lambda: lines(app)[22] == "")
        assert lines(app)[23].endswith("? keys")


async def test_on_a_short_screen_a_message_takes_the_footer_until_the_next_key() -> None:
    app, page = showing()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert page.is_short
        assert page.room is Room.PHONE
        footer = lines(app)[11]
        assert "Enter all of it" in footer
        app.say("Copied.")
        await wait_for(pilot, lambda: lines(app)[11] == "  Copied.")
        assert lines(app)[10] == "  row 10"
        await pilot.press("down")
        await wait_for(pilot, lambda: lines(app)[11] == footer)


async def test_a_long_message_is_read_to_its_end() -> None:
    app, _page = showing()
    async with app.run_test() as pilot:
        app.say("word " * 25 + "end.", trouble=True)
        await wait_for(pilot, lambda: lines(app)[22].endswith("end."))
        assert lines(app)[21].startswith("! word")


async def test_progress_moves_at_most_twice_a_second_and_ends_with_the_last() -> None:
    app, page = showing()
    async with app.run_test() as pilot:
        for count in range(1, 200):
            page.progress(f"Importing  {count} of 199")
        await pilot.pause()
        assert lines(app)[22] == "  Importing  1 of 199"
        await wait_for(pilot, lambda: lines(app)[22] == "  Importing  199 of 199")


async def test_the_footer_offers_only_what_does_something() -> None:
    app, _page = showing()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "undo" not in lines(app)[23]
    app, _page = showing(undo=lambda: message("Undone."), redo=lambda: message("Redone."))
    async with app.run_test() as pilot:
        await wait_for(pilot, lambda: lines(app)[23].startswith("  u undo this   U redo   Enter all of it"))


async def test_undo_runs_elsewhere_and_says_what_it_did() -> None:
    threads: list[str] = []

    def undo() -> Message:
        threads.append(threading.current_thread().name)
        return message("Undone: {what}", what="Phone")

    app, page = showing(undo=undo)
    async with app.run_test() as pilot:
        await pilot.press("u")
        await wait_for(pilot, lambda: lines(app)[22] == "  Undone: Phone")
        assert threads[0].startswith("writer")
        assert page.changes == 1


async def test_a_refusal_is_told_and_nothing_else_happens() -> None:
    def undo() -> Message:
        raise Refused(message("Jim has changed it since."))

    app, _page = showing(undo=undo)
    async with app.run_test() as pilot:
        await pilot.press("u")
        await wait_for(pilot, lambda: lines(app)[22] == "! Jim has changed it since.")
        assert app.is_running


async def test_reading_and_writing_have_a_thread_each_and_give_back_errors() -> None:
    def name() -> str:
        return threading.current_thread().name

    def refuse() -> None:
        raise Refused(message("No."), field="phone", value="x")

    app, _page = showing()
    async with app.run_test():
        first, second = await app.read(name), await app.read(name)
        assert first == second
        assert (await app.write(name)).startswith("writer")
        with pytest.raises(ContactsError) as caught:
            await app.write(refuse)
        assert caught.value.field == "phone"


async def test_what_others_save_reaches_the_page_on_top_now_and_those_below_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("contacts_tui.ui.app.LOOK_EVERY", 0.01)
    written = threading.Event()

    def changed() -> bool:
        found = written.is_set()
        written.clear()
        return found

    app, page = showing(changed=changed)
    above = Page("Card")
    async with app.run_test() as pilot:
        await app.push_screen(above)
        written.set()
        await wait_for(pilot, lambda: above.changes == 1)
        assert page.changes == 0
        await pilot.press("q")
        await wait_for(pilot, lambda: page.changes == 1)
        assert above.changes == 1


async def test_the_way_back_names_the_pages_below() -> None:
    app, page = showing()
    card, log = Page("Cannon"), Page("Log")
    async with app.run_test() as pilot:
        await app.push_screen(card)
        await app.push_screen(log)
        assert log.path == ("Find", "Cannon")
        assert page.path == ()
        await pilot.press("backspace")
        await wait_for(pilot, lambda: app.screen is card)
        await pilot.press("escape", "escape")
        await wait_for(pilot, lambda: lines(app)[22] == "  Q leaves the program.")
        assert app.screen is page


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q", "ctrl+p"])
async def test_no_ctrl_key_ends_the_program(key: str) -> None:
    app, page = showing()
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.is_running
        assert app.screen is page
        assert lines(app)[22] == ("  Q leaves the program." if key == "ctrl+c" else "")


async def test_q_leaves() -> None:
    app, _page = showing()
    async with app.run_test() as pilot:
        await pilot.press("Q")
        await wait_for(pilot, lambda: app._exit)
    assert app.return_code == 0


async def test_a_users_own_keys_act_and_are_shown() -> None:
    app, _page = showing(undo=lambda: message("Undone."))
    async with app.run_test() as pilot:
        told = app.use_keys({"undo": "z", "history.undo": "z", "list.down": "J", "nothing": "x"})
        assert [str(text) for text in told] == ["There is no action “nothing” to give the key “x” to."]
        await pilot.press("u")
        await pilot.pause()
        assert lines(app)[22] == ""
        await pilot.press("z")
        await wait_for(pilot, lambda: lines(app)[22] == "  Undone.")
        assert lines(app)[23].startswith("  z undo this")
        await pilot.press("j", "J")
        await wait_for(pilot, lambda: spots(app) == ["row 1"])


async def test_another_window_does_not_take_the_spot() -> None:
    app, _page = showing()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.post_message(events.AppBlur())
        await pilot.pause()
        assert spots(app) == ["row 0"]
        app.post_message(events.AppFocus())
        await pilot.press("j")
        await wait_for(pilot, lambda: spots(app) == ["row 1"])


async def test_without_colour_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app, _page = showing()
    async with app.run_test() as pilot:
        app.say("Look.", trouble=True)
        await pilot.pause()
        styles = [segment.style for row in segments(app) for segment in row if segment.style]
        for style in styles:
            assert style.color is None or style.color.is_default
            assert style.bgcolor is None or style.bgcolor.is_default
        assert spots(app) == ["row 0"]
        assert any(style.bold for style in styles)
        assert any(style.dim for style in styles)
        assert lines(app)[0] == "> row 0"
        assert lines(app)[22] == "! Look."


async def test_no_background_is_ever_set() -> None:
    app, _page = showing()
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        for row in segments(app):
            for segment in row:
                colour = segment.style.bgcolor if segment.style else None
                assert colour is None or colour.is_default


@pytest.mark.parametrize(
    "call",
    [
        lambda app: app.action_screenshot("x.svg", "."),
        lambda app: app.save_screenshot("x.svg", "."),
        lambda app: app.deliver_screenshot("x.svg", "."),
        lambda app: app.deliver_text("/etc/hostname", save_directory="."),
        lambda app: app.deliver_binary("/etc/hostname", save_directory="."),
        lambda app: app.open_url("https://x.example"),
        lambda app: app.action_suspend_process(),
        lambda app: app.action_command_palette(),
        lambda app: app.action_change_theme(),
        lambda app: app.action_toggle_dark(),
        lambda app: app.action_show_help_panel(),
    ],
)
async def test_built_ins_that_reach_outside_do_nothing(
    call: Callable[[ContactsApp], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("webbrowser.open", lambda *args, **more: pytest.fail("a browser was started"))
    monkeypatch.setattr("os.kill", lambda *args: pytest.fail("the process was stopped"))
    app, page = showing()
    async with app.run_test() as pilot:
        call(app)
        await pilot.pause()
        assert app.screen is page
        assert app.theme == "terminal"
    assert os.listdir(tmp_path) == []  # noqa: PTH208


async def test_a_note_of_textual_goes_to_the_message_line() -> None:
    app, _page = showing()
    async with app.run_test() as pilot:
        app.notify("[b]not[/b] markup [/]", severity="error")
        await wait_for(pilot, lambda: lines(app)[22] == "! [b]not[/b] markup [/]")


async def _fail(app: ContactsApp, page: Page) -> None:
    def fail() -> None:
        secret_phone = "+44 20 7946 0999"
        raise RuntimeError(f"bad state {len(secret_phone)}")

    async with app.run_test() as pilot:
        page.call_later(fail)
        await wait_for(pilot, lambda: app._exception)


async def test_a_fault_is_one_sentence_and_its_trace_goes_to_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(ContactsApp, "_close_messages_no_wait", _noting(said, ContactsApp._close_messages_no_wait))
    app, page = showing(log_folder=tmp_path / "state")
    with pytest.raises(RuntimeError):
        await _fail(app, page)
    log = tmp_path / "state" / "faults.log"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    text = log.read_text(encoding="utf-8")
    assert "RuntimeError: bad state" in text
    assert "7946" not in text
    assert said == [
        "The program stopped because of a fault of its own. What was saved is safe. "
        f"Incident {text.split()[1]}, see {log}."
    ]
    assert app.return_code == 1


def _noting(said: list[str], close: Callable[[ContactsApp], None]) -> Callable[[ContactsApp], None]:
    """Note what will stand on the terminal when the program is over."""

    def closing(app: ContactsApp) -> None:
        said.extend(str(text) for text in app._exit_renderables)
        close(app)

    return closing


async def test_a_log_that_cannot_be_written_does_not_hide_the_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    app, page = showing(log_folder=tmp_path / "file")
    with pytest.raises(RuntimeError, match="bad state"):
        await _fail(app, page)


async def test_a_repaint_that_changes_nothing_paints_nothing() -> None:
    app, page = showing()
    async with app.run_test() as pilot:
        await pilot.pause()
        for painter in page.query("WindowList, Bottom"):
            painter._repaint_regions.clear()
            painter._dirty_regions.clear()
        page.query_one(WindowList).show([Row(i, f"row {i}") for i in range(30)], keep_cursor=True)
        page.refresh_foot()
        page.query_one(Bottom).repaint()
        assert [list(painter._repaint_regions) for painter in page.query("WindowList, Bottom")] == [[], []]
