"""Frames: what is sent makes the terminal show the frame, and nothing is sent twice."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from contacts_tui.ui.draw.line import Line, Role, Span, accent, cell, compose, label, lead, line, value
from contacts_tui.ui.terminal.frames import Frame, Piece
from contacts_tui.ui.terminal.shadow import Shadow
from contacts_tui.ui.theme import strip_of, style_of

WIDTH, HEIGHT = 30, 4
SIZE = (WIDTH, HEIGHT)
words = st.text(alphabet="ab é日  ", max_size=12)
rows = st.lists(st.builds(Span, words, st.sampled_from(Role)), max_size=4).map(lambda spans: line(*spans))
frames = st.lists(rows, min_size=HEIGHT, max_size=HEIGHT)


def _full(frame: list[Line], width: int = WIDTH) -> Frame:
    return Frame({y: [Piece(0, width, row)] for y, row in enumerate(frame)})


def _cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    found = []
    for y in range(HEIGHT):
        row: list[tuple[object, ...]] = []
        for x in range(WIDTH):
            char = screen.buffer[y][x]
            if char.data == " " and not char.reverse and not char.underscore:
                row.append((" ",))
            else:
                row.append((char.data, char.fg, char.bold, char.reverse, char.underscore))
        found.append(row)
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(frames, min_size=1, max_size=4))
def test_the_terminal_shows_each_frame_as_if_it_had_been_drawn_anew(shown: list[list[Line]]) -> None:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    shadow = Shadow()
    for frame in shown:
        stream.feed(shadow.changes(_full(frame), SIZE))
        anew = pyte.Screen(WIDTH, HEIGHT)
        pyte.Stream(anew).feed(Shadow().changes(_full(frame), SIZE))
        assert _cells(screen) == _cells(anew)
        assert shadow.changes(_full(frame), SIZE) == ""


@settings(max_examples=60, deadline=None)
@given(frames)
def test_a_frame_reads_on_the_terminal_as_it_was_laid_out(frame: list[Line]) -> None:
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.Stream(screen).feed(Shadow().changes(_full(frame), SIZE))
    assert [text.rstrip() for text in screen.display] == [strip_of(row, WIDTH).text.rstrip() for row in frame]


def test_a_cursor_that_moves_costs_its_mark_and_its_name() -> None:
    def row(name: str, here: bool) -> Line:
        name_cell = cell(name, 26, Role.CURSOR if here else Role.VALUE)
        return compose(80, (2, name_cell), right=value("+44 121 496 0100"), mark=">" if here else "")

    def frame(at: int) -> Frame:
        names = ["The Cannon Group PLC", "David Hodgson"]
        return _full([row(n, i == at) for i, n in enumerate(names)], 80)

    shadow = Shadow()
    shadow.changes(frame(0), (80, 2))
    assert len(shadow.changes(frame(1), (80, 2))) <= 95


def test_a_part_of_a_frame_changes_only_that_part() -> None:
    shadow = Shadow()
    shadow.changes(_full([line("left        right")] * HEIGHT), SIZE)
    part = Frame({0: [Piece(0, 6, [("lent", None)])]})
    assert shadow.changes(part, SIZE) == "\x1b[1;3Hn"


def test_the_end_of_a_line_is_erased_not_filled() -> None:
    shadow = Shadow()
    shadow.changes(_full([line("a long line of text")] * HEIGHT), SIZE)
    assert shadow.changes(_full([line("a long")] * HEIGHT), SIZE).count("\x1b[K") == HEIGHT


def test_after_a_change_of_size_everything_is_sent() -> None:
    shadow = Shadow()
    frame = _full([line("text")] * HEIGHT)
    shadow.changes(frame, SIZE)
    assert shadow.changes(frame, (WIDTH + 1, HEIGHT)).count("text") == HEIGHT
    shadow.forget()
    assert shadow.changes(frame, (WIDTH + 1, HEIGHT)).count("text") == HEIGHT


def test_text_that_terminals_measure_differently_is_sent_with_its_whole_row() -> None:
    shadow = Shadow()
    shadow.changes(_full([line("👩‍👩‍👧 family", lead("x"))] * HEIGHT), SIZE)
    sent = shadow.changes(_full([line("👩‍👩‍👧 family", lead("y"))] * HEIGHT), SIZE)
    assert sent.startswith("\x1b[1;1H\x1b[K👩‍👩‍👧 family")


def test_default_colours_and_links_are_not_sent() -> None:
    style = Style(color="default", bgcolor="default", bold=True, link="https://x.example")
    frame = Frame({0: [Piece(0, 1, [("x", style)])]})
    assert Shadow().changes(frame, (1, 1)) == "\x1b[1;1H\x1b[K\x1b[1mx\x1b[0m"


def test_the_codes_are_those_of_the_sixteen_colours() -> None:
    sent = Shadow().changes(_full([line(accent(">"), " ", label("dim"))] * HEIGHT), SIZE)
    assert "\x1b[1;35m>" in sent
    assert "2mdim" in sent


def test_what_was_not_drawn_for_a_frame_stays_as_it_is() -> None:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    shadow = Shadow()
    stream.feed(shadow.changes(_full([line("left"), *[line("")] * 3]), SIZE))
    stream.feed(shadow.changes(Frame({0: [Piece(10, 5, [("right", None)])]}), SIZE))
    assert screen.display[0].rstrip() == "left      right"


@pytest.mark.parametrize("role", Role)
def test_a_role_looks_the_same_whoever_has_rendered_it(role: Role) -> None:
    shadow = Shadow()
    shadow.changes(Frame({0: [Piece(0, 1, [("x", role)])]}), (1, 1))
    assert shadow.changes(Frame({0: [Piece(0, 1, [("x", style_of(role))])]}), (1, 1)) == ""


def test_a_run_that_is_too_long_ends_before_a_character_that_does_not_fit() -> None:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    shadow = Shadow()
    stream.feed(shadow.changes(_full([line("." * WIDTH)] * HEIGHT), SIZE))
    stream.feed(
        shadow.changes(Frame({0: [Piece(0, 4, [("abc日", None)])], 1: [Piece(0, 4, [("日日日", None)])]}), SIZE)
    )
    assert [row.replace("\0", "") for row in screen.display[:2]] == ["abc " + "." * 26, "日日" + "." * 26]


def test_without_colours_the_other_looks_stay() -> None:
    assert "\x1b[1m>" in Shadow(colours=False).changes(_full([line(accent(">"))]), SIZE)


def test_what_a_terminal_takes_for_a_command_is_no_text() -> None:
    sent = Shadow().changes(Frame({0: [Piece(0, WIDTH, [("a\x1b]0;x\x07b\u202e", None)])]}), SIZE)
    assert sent == "\x1b[1;1H\x1b[Ka]0;xb"
    assert Shadow(encoding="ascii").changes(Frame({0: [Piece(0, 2, [("é日", None)])]}), (2, 1)).endswith("??")
