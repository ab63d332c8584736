"""What a person may ask for: a file with all that is held on them, and to be erased."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_, Message, counted, message
from contacts_tui.domain.sensitivity import SENSITIVITY_LABELS, Sensitivity
from contacts_tui.domain.text import clip, wrap
from contacts_tui.exchange import personal_data as files
from contacts_tui.locale import _
from contacts_tui.services import erasing, personal_data, to_erase
from contacts_tui.services.to_erase import ToErase
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.field_grid import Columns
from contacts_tui.ui.draw.line import Line, blank, label, line
from contacts_tui.ui.entry.form_fields import FormField, record_fields
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.widgets.long_step import LongStep
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu, Text
from contacts_tui.ui.working import start_work

_CLASSES = tuple((one.value, words) for one, words in SENSITIVITY_LABELS.items())
_EXPORT = record_fields(
    {
        "file": Field("file", N_("File"), length=255, required=True),
        "class": Field("class", N_("Class"), Kind.CHOICE, choices=_CLASSES, required=True),
    },
    "file class",
)
_PLACES, _GO_ON = 9, "go on"
_WIDEST = 31
"""Columns of whose place it is, so that there is room for what stands there."""
_ERASE = record_fields({"request": Field("request", N_("Request"), length=50, required=True)}, "request")


class ExportForm(FormScreen):
    """Where to write all that is held on a contact: a name that ends with .json gives JSON, any other text."""

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self._contact = contact

    def on_mount(self) -> None:
        """Begin with the file."""
        start_work(self, partial(self.go_to, "file"), group="begin")

    def heading(self) -> Message:
        """Whom it is about."""
        return message("All about {name}", name=self._contact.name)

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line."""
        return message("Write the file"), ""

    def fields(self) -> Sequence[FormField]:
        """The file, and from which class on."""
        return _EXPORT

    def proposed(self, key: str) -> str:
        """A file in the user's own folder, with everything."""
        return f"~/{self._contact.no}.json" if key == "file" else Sensitivity.NORMAL.value

    def after(self, one: FormField, columns: Columns) -> Sequence[Line]:
        """What a class means."""
        if one.key != "class":
            return ()
        rows = wrap(_(message("this one, and what is more sensitive")), columns.room)
        return [line(blank(columns.value), label(row)) for row in rows]

    async def save(self) -> None:
        """Gather and write it."""
        app, path = app_of(self), Path(self.value("file"))
        least = Sensitivity(self.value("class"))
        data = await app.read(personal_data.export, app.session, self._contact.id, least)
        await app.read(partial(files.write, path, data, as_json=path.suffix.lower() == ".json"))
        self.go_back(message("Everything on {name} is in {path}.", name=self._contact.name, path=str(path)))


class EraseForm(FormScreen):
    """By which request a contact is erased; what that means is asked about at the end."""

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self._contact = contact

    def on_mount(self) -> None:
        """Begin with the request."""
        start_work(self, partial(self.go_to, "request"), group="begin")

    def heading(self) -> Message:
        """Who it is."""
        return message("Erase {name}", name=self._contact.name)

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line."""
        return message("Erase for good…"), ""

    def fields(self) -> Sequence[FormField]:
        """The number of the request."""
        return _ERASE

    def proposed(self, key: str) -> str:
        """Nothing: whoever erases knows why."""
        return ""

    async def save(self) -> None:
        """Say what goes and what stays, ask, erase."""
        app = app_of(self)
        what = await app.read(to_erase.preview, app.session, self._contact.id)
        if what.named_in and not await self._leaves_others(what):
            return
        if await app.push_screen_wait(_question(what)) is None:
            return
        step = LongStep(erasing.progress_words(0)) if what.lasts is not None else None
        if step is not None:
            await app.push_screen(step)
        try:
            done = await app.write(
                erasing.erase,
                app.session,
                self._contact.id,
                self.value("request"),
                progress=lambda done, _total: step.tell(erasing.progress_words(done)) if step is not None else None,
                stopped=lambda: step is not None and step.is_stopped,
            )
        finally:
            if step is not None and step.is_current:
                step.dismiss()
        told = message("{number} is erased.", number=done.number)
        if done.left is not None:
            told = message("{done} {more}", done=told, more=done.left)
        self.go_back(told, done=app.announce_change)

    async def _leaves_others(self, what: ToErase) -> bool:
        """Show where others name the contact; whether these places are to stay as they are."""
        answer = await app_of(self).push_screen_wait(_named_elsewhere(what))
        if answer is not None and answer != _GO_ON:
            contact = what.named_in[int(answer)].contact
            if contact is None:
                self.say(message("This is a line of the set-up: edit it there."))
            else:
                self.go_back(None, done=partial(navigation.open_card, self.app, contact))
        return bool(answer == _GO_ON)


def _named_elsewhere(what: ToErase) -> Menu:
    """Where others name the contact in what they wrote, each to be opened and edited before."""
    places = what.named_in[:_PLACES]
    more = len(what.named_in) - len(places)
    effects: list[tuple[Text, Text]] = [
        ("", message("What others wrote stays. Edit it before, since afterwards nobody knows whom to look for."))
    ]
    if more:
        effects.append(("", counted("{count} more place", "{count} more places", more)))
    return Menu(
        message("Others name {name}", name=what.contact.name),
        [
            *(
                Choice(
                    str(index),
                    clip(place.where, _WIDEST, glyphs.current().cut),
                    str(index + 1),
                    message("{field}: {text}", field=place.field, text=place.text),
                )
                for index, place in enumerate(places)
            ),
            Choice(_GO_ON, message("Go on without editing…"), "g"),
        ],
        effects=effects,
        trouble=True,
    )


def _question(what: ToErase) -> Menu:
    """What goes, what stays, and how long others have to wait."""
    goes = _(message("all that is personal, in the history and drafts too"))
    if what.copies:
        goes += f", {', '.join(what.copies)}"
    if what.is_done:
        effects: list[tuple[Text, Text]] = [(message("Goes"), message("what is left of it in the files"))]
    else:
        effects = [
            (message("Goes"), goes),
            (
                message("Stays"),
                message("the number {number}; files exported before, and backups", number=what.number),
            ),
            (message("Then"), message("it cannot be undone")),
        ]
        effects[1:1] = [("", message("what {partner} shares with it", partner=partner)) for partner in what.partners]
    if what.lasts is not None:
        effects.append((message("Lasts"), what.lasts))
    return Menu(
        message("Erase {name} for good?", name=what.contact.name),
        [Choice("keep", message("Keep it"), ESCAPE), Choice("erase", message("Erase for good"), "e")],
        effects=effects,
        trouble=True,
    )
