"""A run of the program: settings, language, command, exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from contacts_tui import locale
from contacts_tui.cli import parser, settings
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call, Start
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import ContactsError
from contacts_tui.ui.draw import glyphs

#: What shells report for a program that Ctrl+C ended.
_INTERRUPTED = 130


class Verb(Protocol):
    """The module of a command."""

    def run(self, call: Call, found: Settings, output: Output) -> int:
        """Do it, and return the exit status."""


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit status; no exception leaves it."""
    os.umask(0o077)
    locale.use(settings.terminal_language(os.environ))
    output = Output(as_json="--json" in arguments)
    found: Settings | None = None
    try:
        start = parser.start(arguments)
        found = settings.read(start.options, os.environ)
        status = _run(start, found, output)
        output.flush()
        return status
    except ContactsError as error:
        return output.failed(error)
    except BrokenPipeError:
        # The reader has seen enough; without this the interpreter would complain while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.NOT_ALL
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        from contacts_tui.ui.terminal import crash

        number = crash.incident()
        output.fault(crash.sentence(number, crash.record(error, found.log if found else None, number)))
        return Status.NOT_ALL


def _run(start: Start, found: Settings, output: Output) -> int:
    locale.use(found.language or found.terminal_language)
    glyphs.use(glyphs.choose(os.environ, sys.stdout.encoding or "", found.glyphs))
    if start.options.get("version") or start.options.get("help"):
        from contacts_tui.cli import help_text

        return help_text.run(start, output)
    call = parser.call(start.rest)
    verb = cast(Verb, import_module(f"contacts_tui.cli.{call.command.module}"))
    _collect_garbage()
    return verb.run(call, found, output)


def _collect_garbage() -> None:
    """Begin to, where the start put it off; what is loaded by now stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
