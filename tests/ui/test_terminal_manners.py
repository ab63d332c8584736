"""What the terminal is spared: colours, backgrounds, traces, files, programs."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from contacts_tui.ui.app import ContactsApp
from tests.ui.pages import Page, showing
from tests.ui.support import lines, segments, spots, wait_for


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
