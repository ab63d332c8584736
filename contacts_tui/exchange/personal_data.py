"""What is held on one contact as a file that its owner can read: JSON for programs, or text."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from contacts_tui.domain.errors import Refused, Unavailable
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.sensitivity import SENSITIVITY_LABELS
from contacts_tui.domain.text import guard
from contacts_tui.locale import _
from contacts_tui.services.personal_data import PersonalData, Row


def document(data: PersonalData) -> dict[str, object]:
    """All of it with the stable names; each value beside its class."""
    return {
        "number": data.number,
        "at": data.at.isoformat(),
        "class": data.least.value,
        "parts": {
            part.name: [
                {value.name: {"value": value.value, "class": value.sensitivity.value} for value in row}
                for row in part.rows
            ]
            for part in data.parts
        },
    }


def lines(data: PersonalData) -> Iterator[str]:
    """All of it as text, what is blank left out."""
    title = message("Everything held on {name} ({number}), {at}", name=data.name, number=data.number, at=_day(data))
    yield _(title)
    yield _(message("Class: {name} and above", name=Message(SENSITIVITY_LABELS[data.least])))
    for part in data.parts:
        yield ""
        yield _(part.title)
        for row in part.rows:
            yield from _row(row)


def write(path: Path, data: PersonalData, *, as_json: bool) -> None:
    """Write it to a new file that nobody else may read.

    Raises:
        Refused: when there is a file of that name.
        Unavailable: when it cannot be written.
    """
    path = path.expanduser()
    text = json.dumps(document(data), ensure_ascii=False, indent=2) if as_json else "\n".join(map(guard, lines(data)))
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    except FileExistsError:
        text_of = message("There is a file {path} already. Name another.", path=str(path))
        raise Refused(text_of, field="file", value=str(path)) from None
    except OSError as error:
        reason = message("{path} cannot be written: {reason}.", path=str(path), reason=error.strerror or str(error))
        raise Unavailable(reason, field="file", value=str(path)) from error


def _day(data: PersonalData) -> str:
    return data.at.astimezone().date().isoformat()


def _row(row: Row) -> Iterator[str]:
    filled = [value for value in row if value.value not in ("", False)]
    for index, value in enumerate(filled):
        shown = _(N_("yes")) if value.value is True else str(value.value)
        first, *rest = shown.split("\n")
        yield f"  {'-' if index == 0 else ' '} {_(value.label)}: {first}"
        yield from (f"      {line}" for line in rest)
