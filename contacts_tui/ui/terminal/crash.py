"""A fault of the program itself: one sentence for the person, the trace for whoever looks after it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from contacts_tui.domain.message import Message, message

LOG = "faults.log"


def incident() -> str:
    """A number that finds the trace in the log: the day and six digits or letters."""
    return f"{datetime.now(UTC):%Y%m%d}-{os.urandom(3).hex().upper()}"


def record(error: BaseException, folder: Path | None, number: str) -> Path | None:
    """Append the trace to the log, which only its owner can read; None where there is no log to write to.

    No values of variables are written: they are customers' data.
    """
    if folder is None:
        return None
    import traceback

    within = getattr(error, "error", None)  # what made a worker of Textual fail
    cause = within if isinstance(within, BaseException) else error
    text = "".join(traceback.format_exception(cause))
    path = folder / LOG
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
        with os.fdopen(file, "a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"--- {number} {datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n")
    except OSError:
        return None
    return path


def sentence(number: str, log: Path | None) -> Message:
    """What stands on the terminal afterwards."""
    if log is None:
        return message(
            "The program stopped because of a fault of its own. What was saved is safe. Incident {number}.",
            number=number,
        )
    return message(
        "The program stopped because of a fault of its own. What was saved is safe. Incident {number}, see {log}.",
        number=number,
        log=str(log),
    )
