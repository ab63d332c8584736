"""Rows for lists in tests."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from contacts_tui.ui.draw.line import Line, Role, Span, compose


@dataclass(frozen=True)
class Row:
    """A row of the tests."""

    id: int
    name: str
    heading: bool = False


class Numbers:
    """A million rows that are made when they are asked for, and that remember who asked."""

    is_complete = True

    def __init__(self, total: int = 1_000_000, first: int = 0, gate: threading.Event | None = None) -> None:
        self.total = total
        self.first = first
        self.asked: list[int] = []
        self.threads: set[str] = set()
        self.gate = gate

    def page(self, start: int, count: int) -> Sequence[Row]:
        if self.gate is not None:
            self.gate.wait(5)
        self.threads.add(threading.current_thread().name)
        self.asked.append(start)
        return [Row(self.first + i, f"Contact {self.first + i}") for i in range(start, min(start + count, self.total))]

    def key(self, item: Row) -> int:
        return item.id

    def position(self, key: Any) -> int | None:
        at = key - self.first
        return at if 0 <= at < self.total else None


def draw(item: Row, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
    role = Role.CURSOR if is_cursor and spot else Role.LEAD if is_cursor else Role.VALUE
    return (compose(width, (2, Span(item.name, role)), mark=">" if is_cursor else ""),)


def draw_two(item: Row, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
    return (*draw(item, width, is_cursor, spot), compose(width, (2, f"town of {item.id}")))
