"""``setup export`` and ``setup import``: all set-up as one file."""

from __future__ import annotations

from pathlib import Path

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.cli.tables import Column
from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.message import N_, message
from contacts_tui.exchange import setup_files
from contacts_tui.locale import _, number
from contacts_tui.services import setup_copy

_COUNTS = (
    Column(),
    Column(N_("new"), whole=True, right=True),
    Column(N_("changed"), whole=True, right=True),
    Column(N_("same"), whole=True, right=True),
)


def run(call: Call, found: Settings, output: Output) -> int:
    """Write all set-up to a new file, or take it over from one."""
    path = Path(call.words[0]).expanduser()
    return _write(path, found, output) if call.command.name == "setup export" else _take_over(path, found, output)


def _write(path: Path, found: Settings, output: Output) -> int:
    setup_files.check_name(path)
    with wiring.session(found) as session:
        setup_files.write(path, setup_copy.portable(session))
    output.line(message("The set-up is in {path}.", path=str(path)))
    return Status.DONE


def _take_over(path: Path, found: Settings, output: Output) -> int:
    wanted = setup_files.read(path)
    with wiring.session(found, create=True, keep_unused=False) as session:
        done = setup_copy.take_over(session, wanted, path.name)
    rows = [
        (_(LISTS[name].title), number(count.created), number(count.updated), number(count.unchanged))
        for name, count in done.lists.items()
    ]
    if rows:
        output.table(_COUNTS, rows)
    if done.marketing_changed:
        output.line(message("The marketing set-up changed."))
    if done.batch:
        output.line(message("Taken over from {path}. Step {batch}.", path=path.name, batch=str(done.batch)))
    else:
        output.line(message("All of it was there already."))
    return Status.DONE
