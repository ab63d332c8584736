"""``setup show``: the marketing set-up and the lists."""

from __future__ import annotations

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.cli.tables import Column
from contacts_tui.domain.code_lists import LISTS, code_list
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.locale import _, number
from contacts_tui.services import marketing_setup, setup_copy, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.ui.draw import glyphs


def run(call: Call, found: Settings, output: Output) -> int:
    """Print all set-up, or the lines of one list."""
    name = call.words[0] if call.words else ""
    if name:
        code_list(name)
    with wiring.session(found) as session:
        if output.as_json:
            everything = setup_copy.everything(session)
            output.document({name: everything[name]} if name else everything)
        elif name:
            _list(session, name, output)
        else:
            _overview(session, output)
    return Status.DONE


def _overview(session: Session, output: Output) -> None:
    values, counts = marketing_setup.values(session), setup_lists.counts(session)
    output.line(_(N_("Marketing set-up")))
    output.table(
        (Column(whole=True), Column(), Column(whole=True)),
        [(f"  {_(field.label)}", _shown(field, values[name]), name) for name, field in SETUP.items()],
    )
    output.line()
    output.line(_(N_("Lists")))
    output.table(
        (Column(), Column(right=True, whole=True), Column(whole=True)),
        [(f"  {_(found.title)}", number(counts[name]), name) for name, found in LISTS.items()],
    )


def _list(session: Session, name: str, output: Output) -> None:
    found = LISTS[name]
    columns = [Column(field.short_label, whole=field.kind is Kind.CODE) for field in found.fields]
    rows = [
        [*(_shown(field, line.values[field.name]) for field in found.fields), number(line.used)]
        for line in setup_lists.lines(session, name)
    ]
    output.table([*columns, Column(N_("Used"), right=True, whole=True)], rows)


def _shown(field: Field, value: str | bool) -> str:
    marks = glyphs.current()
    if field.kind is Kind.BOOL:
        return marks.ticked if value else marks.unticked
    if field.kind is Kind.CHOICE:
        return _(dict(field.choices).get(str(value), str(value))) or marks.empty
    return str(value) or marks.empty
