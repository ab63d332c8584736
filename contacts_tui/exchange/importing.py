"""An import from a path: which files there are, who reads them, and what the services make of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from contacts_tui.domain.errors import NotFound, Refused, WrongUse
from contacts_tui.domain.import_result import ImportResult, Problem, problem
from contacts_tui.domain.incoming import Source
from contacts_tui.domain.message import message
from contacts_tui.exchange.nav import NAV
from contacts_tui.exchange.profile import Collected, Form, Profile, collect
from contacts_tui.exchange.reading import Stopped, read_tables
from contacts_tui.services import importing
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import Progress

PROFILES: Mapping[str, Profile] = {NAV.name: NAV}
TABLE_ENDINGS = frozenset({".csv", ".txt", ".tsv", ".tab"})
MAX_FILES = 200


def check(path: Path, *, profile: str = NAV.name) -> None:
    """Refuse what `import_path` cannot import, before there is a book to import it into.

    Raises:
        WrongUse: when there is no such profile.
        NotFound: when there is no such path.
        Refused: when the path holds no table of the profile, or too many files.
    """
    _tables(_profile(profile), Path(path).expanduser(), Collected())


@permission(Right.IMPORT)
def import_path(
    session: Session,
    path: Path,
    *,
    profile: str = NAV.name,
    dry_run: bool = False,
    compare: bool = True,
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> ImportResult:
    """Import a folder of tables, or one of them, as one step to undo; run again, it changes nothing.

    Rows and values that cannot be taken are named in `problems` of the result and the others are kept; files that
    have no place in the book are counted in `not_read`. With `dry_run` the result is the same and nothing is stored.
    Unless one is to `compare`, nobody is said to be there twice. `progress` is told how many of how many rows are done;
    `stopped` is asked now and then whether to stop.

    Raises:
        WrongUse: when there is no such profile.
        NotFound: when there is no such path.
        Refused: when the path holds no table of the profile, too many files, or more than can be read within limits.
        NotAllowed: when the session's role lacks the right to import.
    """
    known = _profile(profile)
    path = Path(path).expanduser()
    collected = Collected()
    try:
        _read(known, path, collected, stopped)
    except Stopped:
        return ImportResult(dry_run=dry_run, stopped=True)
    result = importing.run(
        session,
        collected.incoming,
        subject=path.resolve().name,
        dry_run=dry_run,
        compare=compare,
        progress=progress,
        stopped=stopped,
    )
    return replace(
        result,
        rejected=result.rejected + collected.rejected,
        left_out=result.left_out + collected.left_out,
        not_read=collected.not_read,
        problems=tuple(sorted((*collected.problems, *result.problems), key=_what_was_lost_first)),
    )


def _what_was_lost_first(found: Problem) -> tuple[bool, str, int]:
    return found.notice, found.file, found.line


def _profile(name: str) -> Profile:
    if name not in PROFILES:
        raise WrongUse(
            message("There is no profile “{value}”. There are: {names}.", value=name, names=", ".join(PROFILES)),
            field="profile",
            value=name,
        )
    return PROFILES[name]


def _read(profile: Profile, path: Path, into: Collected, stopped: Callable[[], bool] | None) -> None:
    tables = _tables(profile, path, into)
    wanted = [(file, form is not None) for file, form in tables]
    for (_, form), table in zip(tables, read_tables(wanted, stopped=stopped), strict=True):
        collect(profile, form, table, into)


def _tables(profile: Profile, path: Path, into: Collected) -> list[tuple[Path, Form | None]]:
    """The tables at a path, each with its form in the profile, None where that has no place for it."""
    tables = [(file, profile.form_of(file.stem)) for file in _files(path, into)]
    if not any(form for _, form in tables):
        raise Refused(
            message(
                "{path} holds no table that the profile {profile} knows. Its files are named such as contacts.csv.",
                path=str(path),
                profile=profile.name,
            ),
            field="file",
            value=str(path),
        )
    return tables


def _files(path: Path, into: Collected) -> list[Path]:
    """The tables in a folder, by name, or the one that was named; other files in a folder are named as not read."""
    try:
        if not path.is_dir():
            if not path.exists():
                raise NotFound(message("There is no file or folder {path}.", path=str(path)), value=str(path))
            return [path]
        found = sorted(file for file in path.iterdir() if not file.name.startswith(".") and not file.is_dir())
    except OSError as error:
        raise Refused(
            message("{path} cannot be opened. Check its rights.", path=str(path)), field="file", value=str(path)
        ) from error
    tables = [file for file in found if file.suffix.lower() in TABLE_ENDINGS]
    if len(tables) > MAX_FILES:
        raise Refused(
            message("{path} holds more than {count} tables.", path=str(path), count=MAX_FILES),
            field="file",
            value=str(path),
        )
    for file in found:
        if file not in tables:
            text = message("This is not a table in CSV; it was not read.")
            into.problems.append(problem(Source(file.name, 0), "", "", text))
    return tables
