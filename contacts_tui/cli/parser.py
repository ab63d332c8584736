"""From the words of the command line to a command: options by argparse, what is left over are the command's words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple, NoReturn

from contacts_tui.cli import commands
from contacts_tui.cli.commands import Command, Option
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.domain.text import guard

#: ``-mailing_groups=MOVE`` takes a code away: it is a word, though it begins like an option.
_TAKES_AWAY = re.compile(r"-[a-z_]+=", re.IGNORECASE)

#: A number of so many digits fits into 64 bits.
_MOST_DIGITS = 18


def whole_number(word: str) -> int | None:
    """The number that a word says, from 0 up; None where it is none, or more than the book can count."""
    return int(word) if _is_digits(word) and len(word) <= _MOST_DIGITS else None


def _is_digits(word: str) -> bool:
    return word.isascii() and word.isdigit()


class Start(NamedTuple):
    """The options that every command has, and what follows them."""

    options: Mapping[str, str | bool]
    rest: tuple[str, ...]


class Call(NamedTuple):
    """A command as it was called."""

    command: Command
    words: tuple[str, ...] = ()
    options: Mapping[str, str | bool] = {}

    def is_set(self, name: str) -> bool:
        """Tell whether a switch was given."""
        return bool(self.options.get(name))

    def text(self, name: str, default: str = "") -> str:
        """The value of an option."""
        return str(self.options.get(name) or default)

    def number(self, name: str, default: int) -> int:
        """The value of an option that is a number from 1 up.

        Raises:
            WrongUse: when it is none.
        """
        text = self.text(name)
        if not text:
            return default
        found = whole_number(text)
        if found:
            return found
        raise WrongUse(
            message("--{option}: “{value}” is not a whole number from 1 up.", option=name, value=text)
            if found == 0 or not _is_digits(text)
            else message("--{option}: “{value}” is too large.", option=name, value=text),
            value=text,
        )


class _Parser(argparse.ArgumentParser):
    """Reads options only; it says what is wrong in the language of the program."""

    def __init__(self, options: Sequence[Option], usage: str) -> None:
        super().__init__(
            prog="contacts-tui",
            add_help=False,
            allow_abbrev=False,
            argument_default=argparse.SUPPRESS,
            formatter_class=partial(argparse.HelpFormatter, width=80),  # else it asks the terminal at each option
        )
        self._usage = usage
        for option in options:
            names = [f"--{option.name}", *(["-h"] if option.name == "help" else [])]
            if option.value:
                self.add_argument(*names, dest=option.name)
            else:
                self.add_argument(*names, dest=option.name, action="store_true")

    def error(self, text: str) -> NoReturn:
        raise WrongUse(message("These options do not fit. Use: {usage}", usage=self._usage))

    def read(self, words: Sequence[str]) -> tuple[dict[str, str | bool], list[str]]:
        """The options, and the other words in their order."""
        known, others = self.parse_known_args(list(words))
        return vars(known), others


def start(arguments: Sequence[str]) -> Start:
    """Take out the options that every command has, wherever they stand.

    Raises:
        WrongUse: when one lacks its value, or a word is no text.
    """
    for word in arguments:
        if any(0xD800 <= ord(sign) < 0xE000 for sign in word):
            raise WrongUse(message("“{word}” is not UTF-8.", word=word), value=guard(word))
    usage = " ".join(("contacts-tui", *(option.usage for option in commands.GLOBAL), "[COMMAND]"))
    options, rest = _Parser(commands.GLOBAL, usage).read(arguments)
    return Start(options, tuple(rest))


def command_of(rest: Sequence[str]) -> Command:
    """The command that the words name; none stands for the full-screen program.

    Raises:
        WrongUse: when there is no such command.
    """
    if not rest:
        return commands.FULL_SCREEN
    found = commands.find(list(rest))
    if found is not None:
        return found
    name = rest[0]
    parts = [c.name for c in commands.COMMANDS if c.name.startswith(f"{name} ")]
    if parts:
        raise WrongUse(
            message("“{name}” goes on with one of these: {names}.", name=name, names=", ".join(parts)), value=name
        )
    if name.startswith("-"):
        raise WrongUse(message("There is no option “{name}”.", name=name), value=name)
    names = ", ".join(command.name for command in commands.COMMANDS)
    raise WrongUse(
        message("There is no command “{name}”. The commands are: {names}.", name=name, names=names), value=name
    )


def call(rest: Sequence[str]) -> Call:
    """The command with its words and options.

    Raises:
        WrongUse: when there is no such command or option, or words are missing or too many.
    """
    command = command_of(rest)
    options, others = _Parser(command.options, command.usage).read(rest[len(command.name.split()) :])
    words = _words(command, others)
    if len(words) < command.fewest or (command.most is not None and len(words) > command.most):
        raise WrongUse(message("Use: {usage}", usage=command.usage))
    return Call(command, tuple(words), options)


def _words(command: Command, others: list[str]) -> list[str]:
    """The words of a command; after ``--`` everything is one.

    Raises:
        WrongUse: when there is an option that the command does not have.
    """
    end = others.index("--") if "--" in others else len(others)
    for word in others[:end]:
        if word.startswith("-") and word != "-" and not _is_change(command, word):
            raise WrongUse(
                message("There is no option “{name}” here. Use: {usage}", name=word, usage=command.usage), value=word
            )
    return [*others[:end], *others[end + 1 :]]


def _is_change(command: Command, word: str) -> bool:
    return any("FIELD=VALUE" in known for known in command.words) and bool(_TAKES_AWAY.match(word))
