"""What a list shows a window of: pages, and what is read of a new source."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.ui.widgets.window import PAGE, ListSource, Pages, WindowSource, read_arrival
from tests.ui.rows import Numbers, Row


@given(st.integers(0, 1000), st.integers(0, 1200), st.integers(0, 60), st.one_of(st.none(), st.integers(0, 1200)))
def test_what_a_list_needs_is_read_and_no_more(total: int, start: int, reach: int, key: int | None) -> None:
    source = Numbers(total)
    arrival = read_arrival(source, key, start, reach)
    assert arrival.total == total
    assert 0 <= arrival.cursor <= max(total - 1, 0)
    for row in range(max(arrival.cursor - reach, 0), min(arrival.cursor + reach, total - 1) + 1):
        assert arrival.pages.row(row) == Row(row, f"Contact {row}")
    assert len(source.asked) <= 2 * reach // PAGE + 2 + (start >= total), "and how far it goes"


class _Growing(Numbers):
    """A thousand rows, of which no more are known than were asked for."""

    def __init__(self) -> None:
        super().__init__(PAGE)

    def page(self, start: int, count: int) -> Sequence[Row]:
        self.total = min(max(self.total, start + count), 1000)
        return super().page(start, count)


def test_a_cursor_far_down_stays_where_it_is() -> None:
    assert read_arrival(_Growing(), 401, 400, 20).cursor == 400
    assert read_arrival(_Growing(), 400, 400, 20).cursor == 400


def test_pages_that_were_read_long_ago_go() -> None:
    pages: Pages[int] = Pages()
    for number in range(20):
        pages.put(number, range(number * PAGE, number * PAGE + PAGE))
    assert pages.row(0) is None
    assert pages.row(19 * PAGE + 5) == 19 * PAGE + 5
    assert pages.missing(0, 5) == 0
    assert pages.missing(19 * PAGE, 20 * PAGE - 1) is None


def test_a_sequence_is_a_source() -> None:
    source: WindowSource[str] = ListSource(["a", "b"])
    assert (source.total, source.page(1, 5), source.position("b"), source.position("c")) == (2, ("b",), 1, None)
