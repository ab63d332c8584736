"""The process that reads files from outside: without the book, within limits of memory and time.

It takes its orders as JSON on standard input, a list of paths and whether their rows are wanted, and writes what it
read as JSON lines. A file that exhausts it takes nothing else along.
"""

from __future__ import annotations

import json
import os
import resource
import stat
import sys
from collections.abc import Iterator

from contacts_tui.exchange import csv_files
from contacts_tui.exchange.tables import Fault, Row, Trouble

MEMORY = 512 * 1024 * 1024
SECONDS = 20
MAX_FILE = 20 * 1024 * 1024

Line = list[object]


def limit() -> None:
    """Bound what this process may take: memory, processor time, and no file written, no core dump."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def lines_of(path: str, wanted: bool) -> Iterator[Line]:
    """What a file holds: a heading, rows where they are wanted, faults, and at the end the count of rows."""
    data, trouble = _contents(path)
    if trouble is not None:
        yield ["fault", 0, trouble, ""]
        yield ["end", 0]
        return
    count = -1
    for item in csv_files.read(data):
        if isinstance(item, Fault):
            yield ["fault", item.line, item.trouble, item.value[:200]]
            continue
        assert isinstance(item, Row)
        count += 1
        if count == 0:
            yield ["header", item.line, list(item.cells)]
        elif wanted:
            yield ["row", item.line, list(item.cells)]
    yield ["end", max(count, 0)]


def _contents(path: str) -> tuple[bytes, Trouble | None]:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)  # a pipe must not hold us up
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return b"", Trouble.NOT_A_FILE
            with os.fdopen(handle, "rb", closefd=False) as file:
                data = file.read(MAX_FILE + 1)
        finally:
            os.close(handle)
    except OSError:
        return b"", Trouble.UNREADABLE
    return (b"", Trouble.TOO_LARGE) if len(data) > MAX_FILE else (data, None)


def main() -> None:
    """Read the files that are asked for, in this order."""
    limit()
    out = sys.stdout.buffer
    for path, wanted in json.loads(sys.stdin.buffer.read()):
        for line in lines_of(path, wanted):
            out.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    out.write(b'["done"]\n')
    out.flush()


if __name__ == "__main__":
    main()
