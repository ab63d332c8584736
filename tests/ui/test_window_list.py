"""The list: a window over any number of rows, read elsewhere, painted sparingly."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from contacts_tui.domain.errors import Unavailable
from contacts_tui.domain.message import message
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.draw.line import compose
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from tests.ui.rows import Numbers, Row, draw, draw_two
from tests.ui.support import app_with, lines, marked, spots, wait_for


class Page(BaseScreen[None]):
    """A page that is all list."""

    def __init__(self, make: Callable[[], WindowList[Row]]) -> None:
        super().__init__()
        self._make = make
        self.messages: list[tuple[str, Row | None]] = []

    def compose_page(self) -> ComposeResult:
        yield self._make()

    def on_window_list_highlighted(self, event: WindowList.Highlighted) -> None:
        self.messages.append(("highlighted", event.item))

    def on_window_list_opened(self, event: WindowList.Opened) -> None:
        self.messages.append(("opened", event.item))


def listing(make: Callable[[], WindowList[Row]] | None = None) -> tuple[ContactsApp, Page]:
    page = Page(make or (lambda: WindowList[Row](draw)))
    return app_with(lambda: page), page


def the_list(app: ContactsApp) -> WindowList[Row]:
    return app.screen.query_one(WindowList)


async def test_a_million_rows_are_read_where_they_are_seen() -> None:
    app, _page = listing()
    source = Numbers()
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show(source)
        await wait_for(pilot, lambda: "Contact 0" in lines(app)[0])
        found.action_cursor_last()
        await wait_for(pilot, lambda: any("Contact 999999" in line for line in lines(app)))
        assert found.scroll_offset.y == found.max_scroll_y or found.scroll_offset.y + found.size.height >= found.total
        assert marked(app, ">") == ["> Contact 999999"]
    assert set(source.asked) <= {0, 999_920, 999_960}
    assert len(source.asked) <= 3
    assert all(name.startswith("reader") for name in source.threads)


async def test_a_row_that_has_not_arrived_is_blank_and_comes_by_itself() -> None:
    gate = threading.Event()
    app, page = listing()
    async with app.run_test() as pilot:
        found = the_list(app)
        gate.set()
        found.show(Numbers(gate=gate))
        await wait_for(pilot, lambda: found.total)
        gate.clear()
        found.go(500_000)
        await pilot.pause()
        assert lines(app)[0] == ""
        assert found.current is None
        gate.set()
        await wait_for(pilot, lambda: marked(app, ">") == ["> Contact 500000"])
        await wait_for(pilot, lambda: page.messages[-1] == ("highlighted", Row(500_000, "Contact 500000")))


async def test_a_late_answer_of_an_older_source_is_dropped() -> None:
    gate = threading.Event()
    app, _page = listing()
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show(Numbers(10, gate=gate))
        found.show(Numbers(20, first=5000))
        gate.set()
        await wait_for(pilot, lambda: found.total == 20)
        await app.read(lambda: None)
        await pilot.pause()
        assert found.total == 20
        assert lines(app)[0] == "> Contact 5000"


async def test_old_rows_stay_until_the_new_ones_are_here() -> None:
    gate = threading.Event()
    app, _page = listing()
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show([Row(1, "before")])
        await pilot.pause()
        found.show(Numbers(10, gate=gate))
        await pilot.pause()
        assert lines(app)[0] == "> before"
        gate.set()
        await wait_for(pilot, lambda: lines(app)[0] == "> Contact 0")


async def test_the_cursor_stays_on_its_item_when_the_rows_are_read_anew() -> None:
    app, _page = listing()
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show(Numbers(1000, first=100))
        await wait_for(pilot, lambda: found.total)
        found.go(150)
        await pilot.pause()
        before = lines(app)
        found.show(Numbers(1000, first=90), keep_cursor=True)
        await wait_for(pilot, lambda: found.cursor == 160)
        assert found.current == Row(250, "Contact 250")
        assert lines(app) == before
        found.show(Numbers(1000, first=90))
        await wait_for(pilot, lambda: found.cursor == 0)


async def test_an_item_that_is_gone_leaves_the_cursor_in_its_place() -> None:
    app, _page = listing()
    rows = [Row(i, f"row {i}") for i in range(5)]
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show(ListSource(rows, key=lambda row: row.id))
        found.go(4)
        found.show(ListSource(rows[:4], key=lambda row: row.id), keep_cursor=True)
        await pilot.pause()
        assert marked(app, ">") == ["> row 3"]


async def test_one_key_paints_two_rows() -> None:
    app, page = listing()
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show(Numbers())
        await wait_for(pilot, lambda: found.total)
        await pilot.pause()
        found._repaint_regions.clear()
        found._dirty_regions.clear()
        found.action_cursor_down()
        assert [(region.y, region.height) for region in found._repaint_regions] == [(0, 2)]
        await pilot.press("j", "k", "down")
        assert spots(app) == ["Contact 2"]
        await wait_for(pilot, lambda: page.messages[-1][1] == Row(2, "Contact 2"))


async def test_headings_are_passed_over() -> None:
    rows = [Row(0, "Today", True), Row(1, "a"), Row(2, "Yesterday", True), Row(3, "b"), Row(4, "End", True)]
    app, page = listing(lambda: WindowList[Row](draw, selectable=lambda row: not row.heading))
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show(rows)
        await pilot.pause()
        assert found.cursor == 1
        await pilot.press("down", "down", "down")
        assert found.cursor == 3
        await pilot.press("home", "end", "enter")
        await wait_for(pilot, lambda: page.messages[-1] == ("opened", rows[3]))


async def test_rows_of_two_lines_scroll_whole() -> None:
    app, _page = listing(lambda: WindowList[Row](draw_two, row_height=2))
    async with app.run_test(size=(40, 12)) as pilot:
        found = the_list(app)
        found.show(Numbers(50))
        await wait_for(pilot, lambda: found.total)
        for _ in range(30):
            found.action_cursor_down()
        await pilot.pause()
        shown = lines(app)
        at = shown.index("> Contact 30")
        assert shown[at + 1] == "  town of 30"
        found.row_height = 1
        await pilot.pause()
        assert "> Contact 30" in lines(app)


async def test_the_cursor_stays_in_view_when_the_terminal_shrinks() -> None:
    app, _page = listing()
    async with app.run_test(size=(80, 24)) as pilot:
        found = the_list(app)
        found.show(Numbers(100))
        await wait_for(pilot, lambda: found.total)
        found.go(20)
        await pilot.resize_terminal(40, 12)
        await wait_for(pilot, lambda: marked(app, ">") == ["> Contact 20"])


async def test_an_empty_list_says_so() -> None:
    app, page = listing(lambda: WindowList[Row](draw, empty=lambda width: (compose(width, (2, "Nobody yet.")),)))
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show([Row(1, "x")])
        await pilot.pause()
        found.show([])
        await pilot.pause()
        assert lines(app)[0] == "  Nobody yet."
        assert page.messages[-1] == ("highlighted", None)
        await pilot.press("enter", "down")
        assert page.messages[-1] == ("highlighted", None)


class _Broken(Numbers):
    def page(self, start: int, count: int) -> Sequence[Row]:
        raise Unavailable(message("The book cannot be read."))


async def test_rows_that_cannot_be_read_are_told_not_thrown() -> None:
    app, _page = listing()
    async with app.run_test() as pilot:
        the_list(app).show(_Broken(10))
        await wait_for(pilot, lambda: "! The book cannot be read." in lines(app))


async def test_the_spot_may_be_elsewhere() -> None:
    app, _page = listing()
    async with app.run_test() as pilot:
        found = the_list(app)
        found.show([Row(1, "a"), Row(2, "b")])
        await pilot.pause()
        assert spots(app) == ["a"]
        found.has_spot = False
        await pilot.pause()
        assert spots(app) == []
        assert marked(app, ">") == ["> a"]
