"""``--help`` and ``--version``."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui import __version__
from contacts_tui.cli import commands, parser
from contacts_tui.cli.commands import Option
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Start
from contacts_tui.cli.tables import Column
from contacts_tui.domain.message import message
from contacts_tui.locale import _

_COLUMNS = (Column(whole=True), Column())


def run(start: Start, output: Output) -> int:
    """Print the version, the help of the command named, or the overview."""
    if start.options.get("version"):
        output.line(f"contacts-tui {__version__}")
    elif start.rest:
        _command(parser.command_of(start.rest), output)
    else:
        _overview(output)
    return Status.DONE


def _overview(output: Output) -> None:
    output.line(message("Use: {usage}", usage="contacts-tui [--database PATH] [--user NAME] [--lang LANG] [COMMAND]"))
    output.line(message("Without a command it opens the full-screen program."))
    output.line()
    output.table(_COLUMNS, [("  " + " ".join((c.name, *c.words)), _(c.help)) for c in commands.COMMANDS])
    output.line()
    _options(commands.GLOBAL, output)


def _command(command: commands.Command, output: Output) -> None:
    output.line(message("Use: {usage}", usage=command.usage))
    output.line()
    output.line("  " + _(command.help))
    if command.options:
        output.line()
        _options(command.options, output)
    if command.example:
        output.line()
        output.line("  " + command.example)


def _options(options: Sequence[Option], output: Output) -> None:
    output.table(_COLUMNS, [(f"  --{o.name} {o.value}".rstrip(), _(o.help)) for o in options])
