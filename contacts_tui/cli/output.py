"""The only place of the command line that prints: results to standard output, messages to standard error.

Every text passes the guard, so that nothing in a record reaches the terminal as a command.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import TextIO

from contacts_tui.cli.tables import Column, table
from contacts_tui.domain.errors import Ambiguous, ContactsError, NotAllowed, Unavailable, WrongUse
from contacts_tui.domain.message import Message
from contacts_tui.domain.text import guard
from contacts_tui.locale import _


class Status(IntEnum):
    """The exit status: 1 where nothing was found or not all was done."""

    DONE = 0
    NOT_ALL = 1
    WRONG_USE = 2
    NOT_ALLOWED = 3
    UNREACHABLE = 4


class Output:
    """Prints for people, or, with `as_json`, one JSON document for programs."""

    def __init__(self, *, as_json: bool = False, out: TextIO | None = None, messages: TextIO | None = None) -> None:
        self.as_json = as_json
        self._out = out or sys.stdout
        self._messages = messages or sys.stderr

    def line(self, text: str | Message = "") -> None:
        """Print one line of the result; a `str` is in the language shown already."""
        self._write(self._out, text)

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Print rows under their columns, as wide as the terminal allows."""
        for line in table(columns, rows, self.width):
            self.line(line)

    def document(self, value: object) -> None:
        """Print the result as JSON. What is not printable is escaped, so that it is harmless and yet not lost."""
        import json

        text = json.dumps(value, ensure_ascii=not _is_unicode(self._out), indent=2)
        escaped = (c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)
        self._out.write("".join(escaped) + "\n")

    def tell(self, text: str | Message) -> None:
        """Say something about the result."""
        self._out.flush()
        self._write(self._messages, text)

    def rewrite(self, text: str) -> None:
        """Show a text in place of the last line of a terminal, which is not ended."""
        self._messages.write("\r\x1b[K" + guard(text))
        self._messages.flush()

    def failed(self, error: ContactsError) -> Status:
        """Say what is wrong, and return the exit status for it."""
        if self.as_json:
            self.document({"error": {"message": _(error.message), "field": error.field, "value": error.value}})
        else:
            self.tell(error.message)
            if isinstance(error, Ambiguous):
                for number, name in error.choices:
                    self.tell(f"  {number}  {name}")
        match error:
            case WrongUse():
                return Status.WRONG_USE
            case NotAllowed():
                return Status.NOT_ALLOWED
            case Unavailable():
                return Status.UNREACHABLE
            case _:
                return Status.NOT_ALL

    def fault(self, text: Message) -> None:
        """Say that the program itself failed; a program that asked for JSON is told in JSON."""
        if self.as_json:
            self.document({"error": {"message": _(text), "field": "", "value": ""}})
        else:
            self.tell(text)

    @property
    def width(self) -> int:
        """The columns of the terminal; 0, without end, where the result goes to a file or a program."""
        if not self._out.isatty():
            return 0
        import shutil

        return shutil.get_terminal_size().columns

    def flush(self) -> None:
        """Write what is held back."""
        self._out.flush()

    def _write(self, stream: TextIO, text: str | Message) -> None:
        sentence = _(text) if isinstance(text, Message) else text
        shown = "\n".join(guard(line) for line in sentence.split("\n"))
        encoding = stream.encoding or "utf-8"
        stream.write(shown.encode(encoding, "replace").decode(encoding) + "\n")


def _is_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "utf-8").lower().replace("-", "") == "utf8"
