"""The cursor among places in one and two columns, and the window that follows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.ui.draw.view import Cursor, Stop, View, stacked
from contacts_tui.ui.ways.walk import Walk

TWO = View(
    ((),) * 6,
    (
        Stop("a", 0, 14, 9),
        Stop("x", 0, 56, 9, 1),
        Stop("b", 1, 14, 9),
        Stop("y", 1, 56, 9, 1),
        Stop("c", 2, 14, 9),
        Stop("d", 5, 14, 9),
    ),
)


def walking(view: View = TWO, height: int = 20) -> Walk:
    walk = Walk()
    if walk.settle(view, height):
        walk.settle(view, height)
    return walk


def test_it_begins_at_the_first_place() -> None:
    assert walking().key == "a"


def test_down_and_up_keep_to_their_column_where_it_goes_on() -> None:
    walk = walking()
    walk.across(1)
    seen = []
    for _ in range(4):
        seen.append(walk.key)
        walk.step(1)
    assert seen == ["x", "y", "c", "d"]
    walk.step(-1)
    walk.step(-1)
    assert walk.key == "y"


def test_across_goes_to_the_nearest_line_of_the_other_column() -> None:
    walk = walking()
    walk.go("c")
    walk.across(1)
    assert walk.key == "y"
    walk.across(0)
    assert walk.key == "b"


def test_where_the_place_is_gone_the_cursor_goes_to_the_nearest() -> None:
    walk = walking()
    walk.go("d")
    less = View(TWO.lines, TWO.stops[:-1])
    assert walk.settle(less, 20)
    assert walk.key == "c"


def test_the_window_follows_and_shows_what_is_above_the_first_place() -> None:
    view = stacked([()] * 3, View(((),) * 30, tuple(Stop(str(row), row, 2, 5) for row in range(30))))
    walk = walking(view, 10)
    for _ in range(12):
        walk.step(1)
    assert walk.key == "12"
    assert walk.top == 12 + 3 - 10 + 1
    walk.first()
    assert (walk.key, walk.top) == ("0", 0)
    walk.last()
    assert (walk.key, walk.top) == ("29", 23)


def test_what_is_longer_than_the_window_is_scrolled_through() -> None:
    view = View(((),) * 60, (Stop("first", 0, 2, 5), Stop("second", 50, 2, 5)))
    walk = walking(view, 10)
    tops = []
    while walk.key == "first":
        walk.step(1)
        tops.append(walk.top)
    assert tops[0] == 5
    assert walk.top <= 50 < walk.top + 10


def test_room_is_made_below_the_cursor() -> None:
    view = View(((),) * 12, tuple(Stop(str(row), row, 2, 5) for row in range(12)))
    walk = walking(view, 10)
    walk.last()
    walk.make_room(6)
    assert walk.top == 11 + 1 + 6 - 10


@given(st.lists(st.sampled_from(["down", "up", "left", "right", "page", "back", "first", "last"]), max_size=30))
def test_the_cursor_is_always_at_a_place(moves: list[str]) -> None:
    walk = walking(height=3)
    steps = {
        "down": lambda: walk.step(1), "up": lambda: walk.step(-1), "left": lambda: walk.across(0),
        "right": lambda: walk.across(1), "page": lambda: walk.page(1), "back": lambda: walk.page(-1),
        "first": walk.first, "last": walk.last,
    }  # fmt: skip
    for move in moves:
        steps[move]()
        assert walk.view.stop(walk.key) is not None
        assert 0 <= walk.top <= 3


def test_a_cursor_is_in_reverse_only_where_the_next_key_acts() -> None:
    assert Cursor("a").role("a") == "cursor"
    assert Cursor("a", spot=False).role("a") == "lead"
    assert Cursor("a").role("b") == "value"
