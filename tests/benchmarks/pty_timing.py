"""A program in a terminal of its own, and when its screen was right.

A key takes from its writing to the arrival of the chunk after which the screen no longer changes. While the program
runs its output is only kept with the time of its arrival; it is made a screen of afterwards, off the clock.
"""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from types import TracebackType

import pyte

COLUMNS, ROWS = 120, 40
QUIET = 0.3
"""Seconds without output after which nothing more is to come: longer than the pause before a preview."""
PATIENCE = 60.0
_BESIDE, _RULE = "│", "──"
#: What pyte takes for text: questions to the terminal, and settings of its keyboard.
_UNKNOWN = re.compile(rb"\x1b\[[<>=?][0-9;]*(?:[umpc]|\$p)|\x1b\[[0-9;]* q|\x1b\](?:[^\x07\x1b]*)(?:\x07|\x1b\\)")
_INCOMPLETE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z|[\xc0-\xff][\x80-\xbf]*\Z")

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Step:
    """What came of a key: when the list was right and when the whole screen was, in seconds, and how many bytes came.

    `seconds` is None where nothing was to be seen. The preview beside the list and the count in the rule above it come
    after a pause, so that one types on meanwhile; they count for `whole` only.
    """

    seconds: float | None
    whole: float | None
    size: int


@dataclass(slots=True)
class Timed:
    """A program that runs; to be used in a `with` statement, which ends it."""

    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    stdin: str = ""
    quiet: float = QUIET
    started: float = 0.0
    _pid: int = 0
    _master: int = -1
    _chunks: list[tuple[float, bytes]] = field(default_factory=list)
    _shown: int = 0
    _held: bytes = b""
    _screen: pyte.Screen = field(default_factory=lambda: pyte.Screen(COLUMNS, ROWS))
    _stream: pyte.ByteStream = field(init=False)

    def __enter__(self) -> Timed:
        self._stream = pyte.ByteStream(self._screen)
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **self.environment}
        self.started = time.perf_counter()
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            try:
                ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
                if self.stdin:
                    os.dup2(os.open(self.stdin, os.O_RDONLY), 0)
                os.execvpe(self.command[0], list(self.command), environment)
            finally:
                os._exit(127)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._master)

    def read(self, patience: float) -> bool:
        """Take what has come, waiting so many seconds for it; tells whether anything came."""
        if not select.select([self._master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            data = b""
        if data:
            self._chunks.append((time.perf_counter(), data))
        return bool(data)

    def until(self, condition: Callable[[Lines], bool]) -> float:
        """Seconds from the start to the chunk by which the screen meets a condition.

        Raises:
            TimeoutError: where it never does.
        """
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            self.read(0.05)
            while self._shown < len(self._chunks):
                at = self._show_next()
                if condition(self.lines()):
                    return at - self.started
        raise TimeoutError(f"{self.command[0]}: {self.lines()}")

    def settle(self, *, silence: float = 0.0) -> None:
        """Read until nothing has come for a while."""
        end = time.perf_counter() + PATIENCE
        while self.read(silence or self.quiet) and time.perf_counter() < end:
            pass
        while self._shown < len(self._chunks):
            self._show_next()

    def press(self, keys: str) -> Step:
        """Type keys at once, wait until all has come, and find out when the screen was right."""
        before = self.lines()
        first = len(self._chunks)
        at = time.perf_counter()
        os.write(self._master, keys.encode())
        self.read(max(self.quiet, 2.0))
        while self.read(self.quiet):
            pass
        pictures = []
        while self._shown < len(self._chunks):
            pictures.append((self._show_next() - at, self.lines()))
        size = sum(len(data) for _, data in self._chunks[first:])
        column = _beside(pictures[-1][1] if pictures else before)
        lists = [(then, _list(lines, column)) for then, lines in pictures]
        return Step(_right(_list(before, column), lists), _right(before, pictures), size)

    def type(self, keys: str) -> None:
        """Type keys, and do not wait for what comes of them."""
        os.write(self._master, keys.encode())

    def silence(self, seconds: float) -> int:
        """How many bytes come within some seconds of doing nothing."""
        first, end = len(self._chunks), time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        return sum(len(data) for _, data in self._chunks[first:])

    def peak_memory(self) -> int:
        """The most memory that the program has had so far, in KiB."""
        status = Path(f"/proc/{self._pid}/status").read_text("ascii", "replace")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))

    def lines(self) -> Lines:
        """The screen as far as it is shown."""
        return list(self._screen.display)

    def _show_next(self) -> float:
        at, data = self._chunks[self._shown]
        self._shown += 1
        data = _UNKNOWN.sub(b"", self._held + data)
        cut = _INCOMPLETE.search(data)
        self._held = data[cut.start() :] if cut and len(data) - cut.start() < 32 else b""
        self._stream.feed(data[: len(data) - len(self._held)])
        return at


def _beside(lines: Lines) -> int:
    """The column at which the list ends: where a rule runs down most of the screen."""
    for column in range(20, COLUMNS):
        if sum(line[column : column + 1] == _BESIDE for line in lines) > ROWS // 2:
            return column
    return COLUMNS


def _list(lines: Lines, column: int) -> Lines:
    """What was typed and the contacts found, without what follows later."""
    return [line[:column] for line in lines if _RULE not in line[:column]]


def _right(before: Lines, pictures: Sequence[tuple[float, Lines]]) -> float | None:
    """The time after which nothing differed from the last picture; None where nothing changed at all."""
    if not pictures or all(lines == before for _, lines in pictures):
        return None
    last, right = pictures[-1][1], None
    for at, lines in reversed(pictures):
        if lines != last:
            break
        right = at
    return right
