"""A text of several lines: typing, moving, and its rows, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.text import cell_width
from contacts_tui.ui.entry.text_edit import TextEdit

TEXTS = st.text(alphabet="ab é日\n", max_size=40)


def test_typing_and_deleting() -> None:
    edit = TextEdit("Board")
    edit.insert(" meets\n3 Dec.")
    edit.delete_left()
    assert edit.text == "Board meets\n3 Dec"
    edit.start_of_row(40)
    edit.delete_right()
    edit.insert("4")
    assert edit.text == "Board meets\n4 Dec"


def test_a_letter_and_its_accent_become_one() -> None:
    edit = TextEdit("caf")
    edit.insert("e")
    edit.insert("\u0301")
    assert edit.text == "café"
    assert edit.caret == 4


def test_a_row_is_broken_at_a_blank() -> None:
    edit = TextEdit("Wants forty swivel chairs")
    assert [edit.text[row.start : row.end] for row in edit.rows(13)] == ["Wants forty ", "swivel ", "chairs"]


def test_the_caret_keeps_its_column_over_a_short_row() -> None:
    edit = TextEdit("a long row\nshort\nanother long row")
    edit.end_of_row(40)
    assert edit.vertical(-1, 40)
    assert edit.vertical(-1, 40)
    assert edit.caret == len("a long row")
    assert not edit.vertical(-1, 40)
    assert edit.vertical(1, 40)
    assert edit.caret == len("a long row\nshort")


@given(TEXTS, st.integers(3, 12))
def test_the_rows_hold_all_of_the_text_in_their_width(text: str, width: int) -> None:
    edit = TextEdit(text)
    rows = edit.rows(width)
    assert "".join(text[row.start : row.end] for row in rows) == text.replace("\n", "")
    assert all(cell_width(text[row.start : row.end].rstrip(" ")) <= width - 1 for row in rows)
    assert [row.start for row in rows] == sorted({row.start for row in rows})


MOVES = st.lists(st.sampled_from(["left", "right", "up", "down", "home", "end"]), max_size=20)


@given(TEXTS, st.integers(3, 12), MOVES)
def test_the_caret_stays_in_the_text_and_in_its_row(text: str, width: int, moves: list[str]) -> None:
    edit = TextEdit(text)
    for move in moves:
        match move:
            case "left":
                edit.left()
            case "right":
                edit.right()
            case "up":
                edit.vertical(-1, width)
            case "down":
                edit.vertical(1, width)
            case "home":
                edit.start_of_row(width)
            case _:
                edit.end_of_row(width)
        rows = edit.rows(width)
        row = rows[edit.row(rows)]
        assert row.start <= edit.caret <= row.end
        assert edit.text == text
