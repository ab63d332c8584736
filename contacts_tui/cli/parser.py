"""From the words of the command line to a command: its options, and what is left over are its words.

The library's argparse takes longer to load than a contact to find.
"""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from contacts_tui.cli import commands
from contacts_tui.cli.commands import Command, Option
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.domain.text import guard

#: A number of so many digits fits into 64 bits.
_MOST_DIGITS = 18
_SHORT = {"-h": "--help"}


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


def _read(words: Sequence[str], known: Sequence[Option], usage: str) -> tuple[dict[str, str | bool], tuple[str, ...]]:
    """The options that are known, and the other words in their order; after ``--`` there are no options.

    Raises:
        WrongUse: when an option lacks its value, or a switch has one.
    """
    by_name = {f"--{option.name}": option for option in known}
    found: dict[str, str | bool] = {}
    others: list[str] = []
    left = deque(words)
    while left:
        word = left.popleft()
        if word == "--":
            others += (word, *left)
            break
        name, sign, value = word.partition("=")
        option = by_name.get(_SHORT.get(name, name))
        if option is None:
            others.append(word)
            continue
        has_value = bool(sign)
        if option.value and not sign:
            value = left.popleft() if left else "--"
            has_value = not value.startswith("--")
        if option.takes_several:
            values = [str(found.get(option.name, "")), value]
            while left and not left[0].startswith("--"):
                values.append(left.popleft())
            value = " ".join(filter(None, values))
        if has_value != bool(option.value):
            raise WrongUse(message("These options do not fit. Use: {usage}", usage=usage))
        found[option.name] = value if option.value else True
    return found, tuple(others)


def start(arguments: Sequence[str]) -> Start:
    """Take out the options that every command has, wherever they stand.

    Raises:
        WrongUse: when one lacks its value, or a word is no text.
    """
    for word in arguments:
        if any(0xD800 <= ord(sign) < 0xE000 for sign in word):
            raise WrongUse(message("“{word}” is not UTF-8.", word=word), value=guard(word))
    usage = " ".join(("contacts-tui", *(option.usage for option in commands.GLOBAL), "[COMMAND]"))
    return Start(*_read(arguments, commands.GLOBAL, usage))


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
    options, others = _read(rest[len(command.name.split()) :], command.options, command.usage)
    words = _words(command, others)
    if len(words) < command.fewest or (command.most is not None and len(words) > command.most):
        raise WrongUse(message("Use: {usage}", usage=command.usage))
    return Call(command, tuple(words), options)


def _words(command: Command, others: tuple[str, ...]) -> list[str]:
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
    """``-mailing_groups=MOVE`` takes a code away: it is a word, though it begins like an option."""
    takes_away = re.match(r"-[a-z_]+=", word, re.IGNORECASE)
    return any("FIELD=VALUE" in known for known in command.words) and takes_away is not None
