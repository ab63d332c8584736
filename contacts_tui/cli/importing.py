"""``import``: take over the tables of another system, as one step to undo."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contacts_tui.cli import import_report, wiring
from contacts_tui.cli.long_step import Progress, Stop
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.import_result import ImportResult
from contacts_tui.domain.message import Message, message
from contacts_tui.exchange import importing

_PROFILE = "nav"


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
        Stop() as stop,
    ):
        progress = Progress(output, _importing)
        result = importing.import_path(
            session,
            path,
            profile=profile,
            dry_run=dry_run,
            compare=not call.is_set("no-duplicates"),
            progress=progress,
            stopped=stop,
        )
        progress.clear()
    _report(result, output)
    return Status.DONE if result.complete else Status.NOT_ALL


def _importing(done: int, total: int) -> Message:
    return message("Importing {done} of {total}, Ctrl+C stops", done=done, total=total)


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
