"""The goals as a table for the terminal, and a short one in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.benchmarks.goals import KIB, MS, TIMES, Line, S

_HEAD = ("what", "contacts", "value", "against", "its value", "ratio", "at most", "")


def full(lines: Iterable[Line]) -> str:
    """All goals, a line each."""
    rows = [_HEAD, *(_row(line) for line in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def short(lines: Iterable[Line]) -> str:
    """The goals that matter most to a reader, in Markdown; what could not be measured is left out."""
    rows = [("What", "Contacts", "contacts-tui", "Against", "Ratio", "At most"), ("---",) * 6]
    for line in lines:
        if line.in_short and line.ratio is not None:
            against = f"{_shown(line.against, line.unit)} {line.reference}" if line.reference else "fixed"
            value = _shown(line.value, line.unit)
            ratio = f"{line.ratio:.2g}" if line.reference else ""
            at_most = f"{line.at_most:g}" if line.reference else _shown(line.at_most, line.unit)
            rows.append((line.what, f"{line.size:,}", value, against, ratio, at_most))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(line: Line) -> Sequence[str]:
    size = f"{line.size:,}"
    value = _shown(line.value, line.unit)
    fixed = not line.reference
    against = "" if fixed else _shown(line.against, line.unit) if line.against is not None else "not installed"
    ratio = "" if line.ratio is None or fixed else f"{line.ratio:.3g}"
    at_most = _shown(line.at_most, line.unit) if fixed else f"{line.at_most:g}"
    met = {True: "yes", False: "NO", None: ""}[line.is_met]
    return line.what, size, value, line.reference, against, ratio, at_most, met


def _shown(number: float | None, unit: str) -> str:
    if number is None:
        return "–"
    if unit == KIB:
        return f"{number / 1024:.0f} MiB"
    if unit in (MS, S, TIMES):
        return f"{number:.3g} {unit}"
    return f"{number:.0f} {unit}"
