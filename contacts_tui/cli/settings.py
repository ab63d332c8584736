"""Where the settings come from: flags, then the environment, then a TOML file in the user's configuration folder.

The file may hold `database`, `user`, `lang` and `glyphs`: what is needed to open a book, and no more. Everything else
that belongs to a user is kept in the book.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from contacts_tui import locale
from contacts_tui.cli import folders
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.domain.text import clean_line

_NAMES = ("database", "user", "lang", "glyphs")
_LONGEST_USER = 50


class Settings(NamedTuple):
    """What is needed to open a book.

    `language` is blank where it was not chosen: then the user's own set-up decides, and last `terminal_language`.
    `state` is the folder for this user's drafts and recent contacts, `log` the one for traces of faults.
    """

    database: Path
    user: str
    language: str
    terminal_language: str
    glyphs: str
    state: Path
    log: Path

    @property
    def sample(self) -> Path:
        """The book of the sample company: beside the user's own."""
        return self.database.with_name("sample.db")


def read(flags: Mapping[str, str | bool], environment: Mapping[str, str]) -> Settings:
    """The settings for the given flags.

    Raises:
        WrongUse: when one has a value that it cannot have, or the settings file cannot be understood.
    """
    file = _from_file(folders.config() / "settings.toml")

    def chosen(name: str) -> str:
        given = str(flags.get(name) or "") or environment.get(f"CONTACTS_TUI_{name.upper()}", "")
        return given or file.get(name, "")

    named = chosen("database")
    return Settings(
        database=_path(named) if named else folders.data() / "contacts.db",
        user=_user(chosen("user") or _login_name()),
        language=_language(chosen("lang")),
        terminal_language=terminal_language(environment),
        glyphs=_glyphs(chosen("glyphs")),
        state=folders.state(),
        log=folders.log(),
    )


def terminal_language(environment: Mapping[str, str]) -> str:
    """The language of the terminal's locale."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return locale.from_environment(next((environment[name] for name in names if environment.get(name)), ""))


def _from_file(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    import tomllib

    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise WrongUse(
            message("The settings file {path} cannot be read: {problem}.", path=str(path), problem=str(error))
        ) from error
    for name, value in found.items():
        if name not in _NAMES or not isinstance(value, str):
            raise WrongUse(
                message(
                    "The settings file {path} holds “{name}”. It may hold these, as texts: {names}.",
                    path=str(path),
                    name=name,
                    names=", ".join(_NAMES),
                ),
                field=name,
                value=str(value),
            )
    return found


def _path(named: str) -> Path:
    if "://" in named:
        raise WrongUse(
            message("A book is a file; “{value}” names a server.", value=named), field="database", value=named
        )
    return Path(named).expanduser()


def _user(named: str) -> str:
    user = clean_line(named)
    if not user or len(user) > _LONGEST_USER:
        raise WrongUse(
            message("User: a name has 1 to {limit} characters.", limit=_LONGEST_USER), field="user", value=user
        )
    return user


def _login_name() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _language(named: str) -> str:
    if named and named not in locale.LANGUAGES:
        raise WrongUse(
            message(
                "“{value}” is none of the program's languages: {names}.",
                value=named,
                names=", ".join(locale.LANGUAGES),
            ),
            field="lang",
            value=named,
        )
    return named


def _glyphs(named: str) -> str:
    if named not in ("", "ascii", "utf-8"):
        raise WrongUse(
            message("“{value}” is no set of glyphs: choose ascii or utf-8.", value=named), field="glyphs", value=named
        )
    return named
