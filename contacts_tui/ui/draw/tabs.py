"""The tab line of a card and the rule under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, accent, blank, label, lead, line, width_of

_DIGITS_ONLY = 50
"""Under so many columns only the active tab has its label."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A section of a card: its digit, its label and short label in the language shown, and how much is in it."""

    digit: int
    label: str
    short: str = ""
    count: int = 0


def tab_lines(tabs: Sequence[Tab], active: int, width: int) -> tuple[Line, Line]:
    """The tabs, the one with the digit `active` bold over a thick rule.

    Where they do not fit, labels become short; then, from the right, tabs lose their count and then their label. The
    active one keeps its label.
    """
    room = width - 1 - TEXT
    drawn = [_tab(tab, tab.label, tab.digit == active, counted=True) for tab in tabs]
    if _width(drawn) > room:
        drawn = [_tab(tab, tab.short or tab.label, tab.digit == active, counted=True) for tab in tabs]
    for index in reversed(range(len(tabs))):
        tab = tabs[index]
        for text, counted in ((tab.short or tab.label, False), ("", False)):
            if (_width(drawn) > room or width < _DIGITS_ONLY) and (text or tab.digit != active):
                drawn[index] = _tab(tab, text, tab.digit == active, counted=counted)
    spans: Line = (blank(TEXT),)
    under: Line = (blank(TEXT),)
    shown = glyphs.current()
    for index, part in enumerate(drawn):
        if tabs[index].digit == active:
            before = width_of(spans) - TEXT
            under = line(blank(TEXT), label(shown.rule * before), accent(shown.thick * width_of(part)))
        spans = line(spans, part, blank(_gap(part) if index + 1 < len(drawn) else 0))
    return spans, line(under, label(shown.rule * max(width - 1 - width_of(under), 0)))


def _tab(tab: Tab, text: str, active: bool, *, counted: bool) -> Line:
    if active:
        head: Line = (lead(f"{tab.digit} {text}"),)
    else:
        head = line(label(str(tab.digit)), Span(f" {text}" if text else "", Role.VALUE))
    return line(head, label(f" {tab.count}")) if counted and tab.count else head


def _gap(part: Line) -> int:
    return 3 if width_of(part) == 1 else 2


def _width(drawn: Sequence[Line]) -> int:
    return sum(width_of(part) for part in drawn) + sum(_gap(part) for part in drawn[:-1])
