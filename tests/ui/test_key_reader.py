"""Keys are read as the terminal sends them: cut anywhere, alone, or with bytes that are no text."""

from __future__ import annotations

import asyncio
import os
import time
import tty
from collections.abc import Callable, Iterator

import pytest
from textual import events
from textual.message import Message

from contacts_tui.ui.terminal.key_reader import KeyReader

DEADLINE = 10.0


@pytest.fixture
def line() -> Iterator[tuple[int, int]]:
    """A terminal: the end that keys are written to, and the one they are read from."""
    keyboard, terminal = os.openpty()
    tty.setraw(terminal)
    yield keyboard, terminal
    for descriptor in (keyboard, terminal):
        try:
            os.close(descriptor)
        except OSError:
            continue


async def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("never came true")
        await asyncio.sleep(0.001)


class Taken:
    """What came of what was read."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.errors: list[Exception] = []

    def take(self, event: Message) -> None:
        if isinstance(event, events.Key):
            if event.key == "x":
                raise ValueError("x")
            self.keys.append(event.character or event.key)

    def reader(self, terminal: int) -> KeyReader:
        return KeyReader(terminal, self.take, self.errors.append)


async def test_a_letter_that_is_cut_in_two_is_one_key(line: tuple[int, int]) -> None:
    keyboard, terminal = line
    taken = Taken()
    reader = taken.reader(terminal)
    first, second = "é".encode()
    os.write(keyboard, b"a" + bytes([first]))
    await until(lambda: taken.keys == ["a"])
    os.write(keyboard, bytes([second]))
    await until(lambda: taken.keys == ["a", "é"])
    reader.stop()


async def test_an_arrow_that_is_cut_in_two_is_one_key_and_esc_alone_is_esc(line: tuple[int, int]) -> None:
    keyboard, terminal = line
    taken = Taken()
    reader = taken.reader(terminal)
    os.write(keyboard, b"a\x1b")
    await until(lambda: taken.keys == ["a"])
    os.write(keyboard, b"[B")
    await until(lambda: len(taken.keys) == 2)
    assert taken.keys[1] == "down"
    os.write(keyboard, b"\x1b")
    await until(lambda: len(taken.keys) == 3)
    assert taken.keys[2] == "\x1b"
    reader.stop()


async def test_bytes_that_are_no_text_and_a_fault_stop_nothing(line: tuple[int, int]) -> None:
    keyboard, terminal = line
    taken = Taken()
    reader = taken.reader(terminal)
    os.write(keyboard, b"a\xffb")
    await until(lambda: taken.keys[-1:] == ["b"])
    os.write(keyboard, b"x")
    await until(lambda: [str(error) for error in taken.errors] == ["x"])
    os.write(keyboard, b"c")
    await until(lambda: taken.keys[-1:] == ["c"])
    reader.stop()


async def test_a_terminal_that_is_gone_is_read_no_more(line: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard, terminal = line
    taken, reads, read = Taken(), list[int](), os.read

    def counted(descriptor: int, size: int) -> bytes:
        if descriptor == terminal:
            reads.append(size)
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", counted)
    reader = taken.reader(terminal)
    os.close(keyboard)
    await until(lambda: len(reads) == 1)
    for _ in range(20):
        await asyncio.sleep(0)
    reader.stop()
    assert len(reads) == 1
    assert taken.keys == []
    assert taken.errors == []
