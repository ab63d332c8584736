"""What can be done to a line of a set-up list: save it, delete it, with what is asked and told on the way.

Everything here runs in a worker of the page, since it may ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from contacts_tui.domain.code_lists import CodeList
from contacts_tui.domain.errors import Conflict, ContactsError
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.domain.record import Record
from contacts_tui.locale import _
from contacts_tui.services import setup_lists
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.setup_lists import LineEdited, ListLine
from contacts_tui.ui import keys
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.card.card_options import made
from contacts_tui.ui.card.conflict import ask_which
from contacts_tui.ui.draw.code_columns import Carriers, carriers_of
from contacts_tui.ui.entry.line_form import LineForm
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an open line: its row, or the field that is to stay open because of its value."""

    row_id: int = 0
    field: str = ""

    @property
    def is_saved(self) -> bool:
        """Whether the line can be closed."""
        return self.row_id != 0


async def save(app: ContactsApp, found: CodeList, form: LineForm) -> Saved:
    """Write what was typed into a line, and say what followed; what is refused stays open."""
    if not form.is_new and not form.has_changes:
        return Saved(form.record.id)
    try:
        if form.is_new:
            add = partial(setup_lists.add, new=form.new_codes)
            line = await app.write(add, app.session, found.name, form.changes())
            told = made(message("{line} is added.", line=line.name), form.new_codes)
        else:
            edited = await _edit(app, found, form.record, form.changes(), form.new_codes)
            if edited is None:
                return Saved(field=form.field.name)
            if not edited.batch:
                return Saved(edited.line.id)
            line, told = edited.line, made(_told(found, edited), form.new_codes)
    except ContactsError as error:
        app.tell(error)
        return Saved(field=error.field or form.field.name)
    app.announce_change()
    app.say(told, undo=True)
    return Saved(line.id)


async def _edit(
    app: ContactsApp, found: CodeList, seen: Record, changes: Mapping[str, object], new: tuple[NewCode, ...]
) -> LineEdited | None:
    """Change a line; where another user changed the same field, the user chooses. None: back to the field."""
    wanted, base = dict(changes), seen
    while True:
        try:
            edit = partial(setup_lists.edit, new=new)
            return await app.write(edit, app.session, found.name, seen.id, wanted, base)
        except Conflict as conflict:
            mine = await ask_which(app, conflict)
            if mine is None:
                return None
            if not mine:
                del wanted[conflict.field]
            now = await app.read(setup_lists.lines, app.session, found.name)
            base = next((line.record for line in now if line.id == seen.id), base)


def _told(found: CodeList, edited: LineEdited) -> Message:
    new = edited.line.name
    if edited.renamed_from:
        return _renamed(found, edited.renamed_from, new, edited.follow)
    if edited.taken_over:
        fields = ", ".join(_(label) for label in edited.taken_over)
        return message("{line} is changed; someone else changed {fields} meanwhile.", line=new, fields=fields)
    return message("{line} is changed.", line=new)


def _renamed(found: CodeList, old: str, new: str, follow: int) -> Message:
    if not follow:
        return message("{old} is now {new}.", old=old, new=new)
    match carriers_of(found):
        case Carriers.COMPANIES:
            return counted(
                "{old} is now {new}, {count} company follows.",
                "{old} is now {new}, {count} companies follow.",
                follow,
                old=old,
                new=new,
            )
        case Carriers.PEOPLE:
            return counted(
                "{old} is now {new}, {count} person follows.",
                "{old} is now {new}, {count} people follow.",
                follow,
                old=old,
                new=new,
            )
        case _:
            return counted(
                "{old} is now {new}, {count} contact follows.",
                "{old} is now {new}, {count} contacts follow.",
                follow,
                old=old,
                new=new,
            )


async def delete(app: ContactsApp, found: CodeList, line: ListLine) -> bool:
    """Delete a line; where contacts carry it, offer to take it away from all of them. Tells whether it is gone."""
    try:
        carriers = await app.read(setup_lists.contacts_using, app.session, found.name, line.id)
        if carriers:
            if await app.push_screen_wait(_question(found, line, len(carriers))) is None:
                return False
            count = await app.write(setup_lists.delete_everywhere, app.session, found.name, line.id)
            told = counted(
                "{line} is deleted, {count} contact lost it.",
                "{line} is deleted, {count} contacts lost it.",
                count,
                line=line.name,
            )
        else:
            await app.write(setup_lists.delete, app.session, found.name, line.id)
            told = message("{line} is deleted.", line=line.name)
    except ContactsError as error:
        app.tell(error)
        return False
    app.announce_change()
    app.say(told, undo=True)
    return True


def _question(found: CodeList, line: ListLine, count: int) -> Menu:
    do = message("Remove it everywhere")
    goes = counted("{line}, also from {count} contact", "{line}, also from {count} contacts", count, line=line.name)
    match carriers_of(found):
        case Carriers.COMPANIES:
            title = counted(
                "Delete {line}, which {count} company carries?",
                "Delete {line}, which {count} companies carry?",
                count,
                line=line.name,
            )
        case Carriers.PEOPLE:
            title = counted(
                "Delete {line}, which {count} person carries?",
                "Delete {line}, which {count} people carry?",
                count,
                line=line.name,
            )
        case Carriers.LINKED:
            title = message("Delete {line}, which a contact is linked to?", line=line.name)
            do, goes = message("Delete it"), message("{line} and its link", line=line.name)
        case _:
            title = counted(
                "Delete {line}, which {count} contact carries?",
                "Delete {line}, which {count} contacts carry?",
                count,
                line=line.name,
            )
    return Menu(
        title,
        [
            Choice("keep", message("Keep it"), ESCAPE),
            Choice("everywhere", do, "d"),
        ],
        effects=[
            (message("Goes"), goes),
            (message("Stays"), counted("the contact itself", "the contacts themselves", count)),
            (message("Then"), message("{key} brings all of it back", key=_undo_key())),
        ],
        trouble=True,
    )


def _undo_key() -> str:
    return next(keys.written(key) for key in keys.current() if key.id == "undo")
