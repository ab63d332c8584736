"""The app: messages, footer, threads, live changes, the way back, a user's own keys."""

from __future__ import annotations

import threading

import pytest

from contacts_tui.domain.errors import ContactsError, Refused
from contacts_tui.domain.message import Message, message
from contacts_tui.ui.screens.base import Room
from contacts_tui.ui.widgets.bottom import Bottom
from contacts_tui.ui.widgets.window_list import WindowList
from tests.ui.pages import Page, showing
from tests.ui.rows import Row
from tests.ui.support import lines, spots, wait_for


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
        assert page.has_class("-phone", "-short")
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


async def test_a_page_that_is_not_composed_yet_can_be_told_something() -> None:
    app, _page = showing()
    async with app.run_test() as pilot:
        app.push_screen(Page("Card"))
        app.say("Copied.")
        await wait_for(pilot, lambda: "  Copied." in lines(app))


async def test_a_page_that_takes_over_goes_on_saying_what_was_said() -> None:
    app, page = showing()
    async with app.run_test() as pilot:
        app.say("Copied.")
        other = Page("Card")
        page.say_on(other)
        app.switch_screen(other)
        await wait_for(pilot, lambda: app.screen is other and "  Copied." in lines(app))
        await pilot.press("j")
        await wait_for(pilot, lambda: lines(app)[22] == "")


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
