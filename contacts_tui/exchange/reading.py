"""Reading files from outside: a child process does it, and only plain rows come back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import contacts_tui
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import message
from contacts_tui.exchange.tables import Fault, Row, Table, Trouble

#: Seconds until an answer is no longer waited for; the child's own limits are lower, but count only its work.
PATIENCE = 60
_LOOK = 0.1


class Stopped(Exception):
    """The user stopped the reading."""


def read_tables(files: Sequence[tuple[Path, bool]], *, stopped: Callable[[], bool] | None = None) -> list[Table]:
    """The tables of these files, in this order; without their rows where those are not wanted (False).

    What is wrong with a file or a row is a fault of its table.

    Raises:
        Refused: when the files take more memory or time to read than they may.
        Stopped: when `stopped` answers True while they are read.
    """
    if not files:
        return []
    orders = json.dumps([[os.fsdecode(path), wanted] for path, wanted in files]).encode("utf-8", "surrogatepass")
    answer = _ask(orders, stopped or (lambda: False))
    tables = _tables([path.name for path, _ in files], answer.splitlines())
    if tables is None:
        raise Refused(
            message("{name} takes too much memory or time to read. Split it into smaller files.", name=_names(files)),
            field="file",
            value=_names(files),
        )
    return tables


def _names(files: Sequence[tuple[Path, bool]]) -> str:
    return files[0][0].name if len(files) == 1 else files[0][0].parent.name


def _ask(orders: bytes, stopped: Callable[[], bool]) -> bytes:
    """What the child writes; blank or cut short where it did not come to its end."""
    root = str(Path(contacts_tui.__file__).parent.parent)
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "contacts_tui.exchange.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the terminal belongs to the screens
        env={"PYTHONPATH": root, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True,  # Ctrl+C is for us, who then ask `stopped`
    )
    end = time.monotonic() + PATIENCE
    unsent: bytes | None = orders
    with process:
        try:
            while True:
                try:
                    return process.communicate(unsent, timeout=_LOOK)[0]
                except subprocess.TimeoutExpired:
                    unsent = None  # it goes on being sent by itself
                    if stopped():
                        raise Stopped from None
                    if time.monotonic() > end:
                        return b""
        finally:
            process.kill()


def _tables(names: Sequence[str], lines: Sequence[bytes]) -> list[Table] | None:
    """The tables that the child's lines describe; None when it did not come to its end."""
    if not lines or lines[-1] != b'["done"]':
        return None
    tables: list[Table] = []
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    faults: list[Fault] = []
    for line in lines[:-1]:
        kind, *rest = json.loads(line)
        match kind:
            case "header":
                header = _cells(rest[1])
            case "row":
                rows.append(Row(rest[0], _cells(rest[1])))
            case "fault":
                faults.append(Fault(rest[0], Trouble(rest[1]), rest[2]))
            case _:
                tables.append(Table(names[len(tables)], header, tuple(rows), rest[0], tuple(faults)))
                header, rows, faults = (), [], []
    return tables


def _cells(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)
