"""Keys are read as the terminal sends them: cut anywhere, alone, or with bytes that are no text."""

from __future__ import annotations

import asyncio
import os
import time
import tty
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from textual import constants, events
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


class Keyboard:
    """Writes keys to a terminal that is read."""

    def __init__(self, keyboard: int, terminal: int) -> None:
        self.descriptor = keyboard
        self.terminal = terminal
        self.taken = Taken()
        self.reader = KeyReader(terminal, self.taken.take, self.taken.errors.append)

    @property
    def keys(self) -> list[str]:
        return self.taken.keys

    def send(self, data: bytes) -> None:
        os.write(self.descriptor, data)


@pytest.fixture
async def keyboard(line: tuple[int, int]) -> AsyncIterator[Keyboard]:
    """A keyboard whose terminal is read as long as the test lasts."""
    found = Keyboard(*line)
    yield found
    found.reader.stop()


async def test_a_letter_that_is_cut_in_two_is_one_key(keyboard: Keyboard) -> None:
    first, second = "é".encode()
    keyboard.send(b"a" + bytes([first]))
    await until(lambda: keyboard.keys == ["a"])
    keyboard.send(bytes([second]))
    await until(lambda: keyboard.keys == ["a", "é"])


async def test_an_arrow_that_is_cut_in_two_is_one_key(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", DEADLINE)
    keyboard.send(b"a\x1b")
    await until(lambda: keyboard.keys == ["a"])
    keyboard.send(b"[B")
    await until(lambda: keyboard.keys == ["a", "down"])


async def test_an_esc_that_nothing_follows_is_the_key(keyboard: Keyboard) -> None:
    keyboard.send(b"\x1b")
    await until(lambda: keyboard.keys == ["\x1b"])
    keyboard.send(b"a\x1b")
    await until(lambda: keyboard.keys == ["\x1b", "a", "\x1b"])


async def test_bytes_that_are_no_text_and_a_fault_stop_nothing(keyboard: Keyboard) -> None:
    keyboard.send(b"a\xffb")
    await until(lambda: keyboard.keys[-1:] == ["b"])
    keyboard.send(b"x")
    await until(lambda: [str(error) for error in keyboard.taken.errors] == ["x"])
    keyboard.send(b"c")
    await until(lambda: keyboard.keys[-1:] == ["c"])


async def test_a_terminal_that_is_gone_is_read_no_more(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    reads, read = list[int](), os.read

    def counted(descriptor: int, size: int) -> bytes:
        if descriptor == keyboard.terminal:
            reads.append(size)
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", counted)
    os.close(keyboard.descriptor)
    await until(lambda: len(reads) == 1)
    for _ in range(20):  # turns of the loop, in each of which it would be read
        await asyncio.sleep(0)
    assert len(reads) == 1
    assert keyboard.keys == []
    assert keyboard.taken.errors == []
