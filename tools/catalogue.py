"""The French catalogue: bring it up to date with the source, or check that it is complete.

    python tools/catalogue.py update    adds new texts, takes away those that are gone, writes the .mo
    python tools/catalogue.py check     says what is missing, doubtful or out of date

Texts are those given to `_`, `N_`, `message`, `counted` and `contextual` as literals.
"""

from __future__ import annotations

import argparse
import ast
import gettext
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "contacts_tui"
PO = PACKAGE / "locale" / "fr_CA" / "LC_MESSAGES" / "contacts_tui.po"
MO = PO.with_suffix(".mo")

_ONE = frozenset(("_", "N_", "message"))
_PLACE = re.compile(r"\{(\w*)\}")
_HEADER = "# French (Canada) texts of contacts-tui.\n"
#: What Babel says of itself and of the clock: the catalogue is to change only when texts do.
_NOISE = tuple(
    f'"{name}: '.encode()
    for name in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)

Key = tuple[str | tuple[str, str], str | None]


def texts(tree: ast.AST) -> Iterator[Key]:
    """The texts that a module gives to the catalogue: the text or the pair of forms, and its context."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        match node.func.id, [_literal(argument) for argument in node.args]:
            case "counted", [str(one), str(many), *_]:
                yield (one, many), None
            case "contextual", [str(context), str(text), *_]:
                yield text, context
            case name, [str(text), *_] if name in _ONE and text:
                yield text, None


def put_together(tree: ast.AST) -> Iterator[int]:
    """The lines where a text for people is put together by the program, so that no catalogue can hold it."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in (*_ONE, "counted") and _is_made(first):
                yield node.lineno


def _is_made(argument: ast.expr) -> bool:
    match argument:
        case ast.JoinedStr():
            return True
        case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
            return _literal(left) is not None or _literal(right) is not None
        case _:
            return False


def _literal(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def from_source(package: Path = PACKAGE) -> Catalog:
    """All texts of the source, each with the files that it stands in."""
    found = Catalog()
    for path in sorted(package.rglob("*.py")):
        where = path.relative_to(package.parent).as_posix()
        for text, context in sorted(texts(ast.parse(path.read_text("utf-8"))), key=str):
            found.add(text, locations=[(where, 0)], context=context)
    return found


def stored(path: Path = PO) -> Catalog:
    """The catalogue as it is kept in the project."""
    with path.open("rb") as file:
        return read_po(file, locale="fr_CA")


def updated(source: Catalog, present: Catalog) -> Catalog:
    """The source's texts with the translations that are known; nothing is guessed."""
    result = Catalog(locale="fr_CA", header_comment=_HEADER, fuzzy=False)
    for entry in source:
        if not entry.id:
            continue
        known = present.get(_first(entry), entry.context)
        same_form = known is not None and known.pluralizable == entry.pluralizable
        places = [(where, 0) for where in sorted({where for where, _ in entry.locations})]
        result.add(
            entry.id,
            known.string if known is not None and same_form else None,
            locations=places,
            context=entry.context,
        )
    return result


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as the text file that people translate."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, sort_output=True, include_lineno=False)
    return b"".join(line for line in out.getvalue().splitlines(True) if not line.startswith(_NOISE))


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    # The file holds a date, and is to change only when texts do.
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def problems() -> list[str]:
    """What keeps the catalogue from being complete; none is good."""
    source, present = from_source(), stored()
    found = [
        f"{path.relative_to(ROOT)}:{line}: a text for people must be one literal"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in put_together(ast.parse(path.read_text("utf-8")))
    ]
    found += [f"not in the source any more: {e.id!r}" for e in present if e.id and not _known(source, e)]
    for entry in source:
        if not entry.id:
            continue
        translation = present.get(_first(entry), entry.context)
        if translation is None:
            found.append(f"missing: {entry.id!r}")
        else:
            found += _problems_of(entry, translation)
    with MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    if not all(map(partial(_is_compiled, compiled), present)):
        found.append(f"{MO.name} is older than {PO.name}")
    return found


def _is_compiled(compiled: gettext.GNUTranslations, entry: Message) -> bool:
    """Tell whether the program would show a text as the catalogue has it."""
    if not entry.id or not all(forms(entry)):
        return True
    if entry.pluralizable:
        shown = tuple(compiled.ngettext(entry.id[0], entry.id[1], count) for count in (1, 2))
    else:
        text = str(entry.id)
        shown = (compiled.pgettext(entry.context, text) if entry.context else compiled.gettext(text),)
    return shown == forms(entry)


def _first(entry: Message) -> str:
    return entry.id[0] if isinstance(entry.id, tuple | list) else str(entry.id)


def forms(entry: Message) -> tuple[str, ...]:
    """The translations of a text: one, or one for each number."""
    return tuple(entry.string) if isinstance(entry.string, tuple | list) else (entry.string or "",)


def _known(source: Catalog, entry: Message) -> bool:
    return source.get(_first(entry), entry.context) is not None


def _problems_of(entry: Message, translation: Message) -> list[str]:
    given = forms(translation)
    texts_of_source = entry.id if isinstance(entry.id, tuple | list) else (entry.id,)
    if translation.fuzzy:
        return [f"doubtful: {entry.id!r}"]
    if entry.pluralizable != translation.pluralizable or not all(given):
        return [f"not translated: {entry.id!r} {entry.context or ''}".rstrip()]
    places = {place for text in texts_of_source for place in _PLACE.findall(text)}
    found = {place for text in given for place in _PLACE.findall(text)}
    if places - {"count"} != found - {"count"}:
        return [f"other places: {entry.id!r} has {sorted(places)}, {given!r} has {sorted(found)}"]
    return []


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("update", "check"))
    if parser.parse_args().step == "update":
        PO.parent.mkdir(parents=True, exist_ok=True)
        catalogue = updated(from_source(), stored() if PO.exists() else Catalog(locale="fr_CA"))
        PO.write_bytes(po_bytes(catalogue))
        MO.write_bytes(mo_bytes(stored()))
    found = problems()
    print("\n".join(found) if found else "The catalogue is complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
