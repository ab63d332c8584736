"""The tables of the README that the program itself knows: its commands and its keys.

python tools/readme.py update    writes them anew
python tools/readme.py check     says whether they are as the program has them
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from contacts_tui.cli.commands import COMMANDS
from contacts_tui.ui.keys import LABELS, TABLE, Key, Scope, both_label, written_with_twin

README = Path(__file__).resolve().parent.parent / "README.md"


def commands() -> str:
    """A line for each command: how it is used, and what it does."""
    rows = ((f"`{c.usage.removeprefix('contacts-tui ')}`".replace("|", r"\|"), c.help) for c in COMMANDS)
    return _table(("Command", "Does"), rows)


def keys() -> str:
    """A line for each place of the program: its keys and what they do."""
    return _table(("Where", "Keys"), ((LABELS[scope], " · ".join(_keys(scope))) for scope in Scope if _keys(scope)))


def _keys(scope: Scope) -> list[str]:
    own = [key for key in TABLE if scope in key.scopes]
    seconds = {key.twin for key in own}
    return [_written(key) for key in own if key.id not in seconds]


def _written(key: Key) -> str:
    shown = " ".join(f"`{name}`" if name != "-" else name for name in written_with_twin(key).split())
    return f"{shown} {both_label(key)}".replace("|", r"\|")


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = list(head)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (titles, ["---"] * len(titles), *rows))


TABLES: Mapping[str, Callable[[], str]] = {"commands": commands, "keys": keys}


def updated(text: str) -> str:
    """The README with its tables as the program has them now."""
    for name, table in TABLES.items():
        before, start, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"\n<!-- end of {name} -->")
        if not start or not end:
            raise ValueError(f"{README.name} has no place for {name}")
        text = f"{before}{start}{table()}{end}{after}"
    return text


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("update", "check"))
    step, text = parser.parse_args().step, README.read_text("utf-8")
    if step == "update":
        README.write_text(updated(text), "utf-8")
        return 0
    if updated(text) != text:
        print("The tables of the README are not those of the program: python tools/readme.py update")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
