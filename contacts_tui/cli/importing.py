"""``import``: take over the tables of another system, as one step to undo."""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from contacts_tui.cli import import_report, wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.import_result import ImportResult
from contacts_tui.domain.message import message
from contacts_tui.exchange import importing
from contacts_tui.locale import _

_PROFILE = "nav"
_SECONDS_BETWEEN = 0.5


def run(call: Call, found: Settings, output: Output) -> int:
    """Import, or with `dry-run` say what would be done; 1 where a record was rejected."""
    path = Path(call.words[0]).expanduser()
    if not path.exists():
        raise NotFound(message("There is no folder {path}.", path=str(path)), value=str(path))
    dry_run, profile = call.is_set("dry-run"), call.text("profile", _PROFILE)
    importing.check(path, profile=profile)
    with (
        _book(found, dry_run) as settings,
        wiring.session(settings, create=True, keep_unused=False) as session,
        _Stop() as stop,
    ):
        progress = _Progress(output)
        result = importing.import_path(
            session,
            path,
            profile=profile,
            dry_run=dry_run,
            progress=progress,
            stopped=stop,
        )
        progress.clear()
    _report(result, output)
    return Status.DONE if result.complete else Status.NOT_ALL


def _report(result: ImportResult, output: Output) -> None:
    if output.as_json:
        output.document(import_report.document(result))
        return
    import_report.show(result, output)


@contextmanager
def _book(found: Settings, dry_run: bool) -> Iterator[Settings]:
    """The settings to import by: trying it out does not make the book that is missing, it takes one that goes again."""
    if not dry_run or found.database.exists():
        yield found
        return
    with tempfile.TemporaryDirectory() as folder:
        yield found._replace(database=Path(folder) / "tried.db")


class _Stop:
    """Tells whether Ctrl+C was pressed: what is written by then stays, as one step to undo."""

    def __init__(self) -> None:
        self._asked = False

    def __call__(self) -> bool:
        return self._asked

    def __enter__(self) -> _Stop:
        self._before = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(self, *_error: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True


class _Progress:
    """How far the import is, on one line of a terminal, at most twice a second."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._last = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._last < _SECONDS_BETWEEN:
            return
        self._last, self._shown = now, True
        self._output.rewrite(_(message("Importing {done} of {total}, Ctrl+C stops", done=done, total=total)))

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._output.rewrite("")
