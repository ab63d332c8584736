"""Find: a line to type in, the hits as one types, and the contact under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import Message, message
from contacts_tui.locale import _, number
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import find_layout
from contacts_tui.ui.draw.contact_row import Layout, layout_for
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.draw.sample_line import sample_line
from contacts_tui.ui.draw.search_line import list_title, named, place_in_list, search_line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen, HelpSection, Room
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.navigation import Trail
from contacts_tui.ui.widgets.card_pane import CardPane
from contacts_tui.ui.widgets.find_list import FindList
from contacts_tui.ui.widgets.menu import Choice, Menu
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card
    from contacts_tui.services.session import Session

PREVIEW_AFTER = 0.15
"""Seconds of rest after which the preview follows the cursor, so that holding an arrow stays cheap."""
_TYPES = (None, ContactType.COMPANY, ContactType.PERSON)


def _card(session: Session, contact_id: int) -> Card:
    """Called in the thread that reads, which loads peewee while the first page is shown already."""
    from contacts_tui.services import cards

    return cards.card(session, contact_id)


class Find(BaseScreen[None], scope=Scope.FIND):
    """The first page. The list has the focus; while one types, it takes the letters for the search line."""

    CSS_PATH = "find.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._card: Card | None = None
        self._rest: Timer | None = None

    def compose_page(self) -> ComposeResult:
        """Search line, title, list and preview; from 120 columns on the card beside them."""
        with Horizontal(id="page"):
            with Vertical(id="left"):
                yield Painted(self._draw_sample, id="sample")
                yield Painted(self._draw_search_line, id="search")
                yield Painted(self._draw_title, id="title")
                yield FindList(app_of(self).session, self._layout, id="list")
                yield Painted(self._draw_preview, id="preview")
            yield Painted(lambda width, height: [find_layout.edge()] * height, id="edge")
            yield CardPane(id="card")

    def on_mount(self) -> None:
        """Ask for the recent contacts, the cursor in the search line."""
        self._list.focus()
        self._fit()
        self._list.ask_first()

    @property
    def ready(self) -> bool:
        """A key may have to wait for the rows that it acts on, or for the card that opens."""
        return self._list.is_ready

    @property
    def _list(self) -> FindList:
        return self.query_one(FindList)

    # What it says

    def crumb(self) -> str:
        """What the pages above call it."""
        return _(message("Find"))

    def help_sections(self) -> list[HelpSection]:
        """What can be typed beside plain words."""
        from contacts_tui.ui.draw.search_words import search_words

        return [HelpSection(_(message("Search words")), search_words())]

    def footer_scope(self) -> Scope:
        """Whose keys act: the search line's or the table's."""
        return Scope.FIND_TYPING if self._list.typing else Scope.FIND

    def _layout(self) -> Layout:
        return layout_for(self.app.size.width, self._list.size.width)

    def _draw_sample(self, width: int, height: int) -> list[Line]:
        """A line that says so where the book is the sample, and how to leave it."""
        return [sample_line(width)] if app_of(self).context.is_sample else []

    def _draw_search_line(self, width: int, height: int) -> list[Line]:
        found = self._list
        book = app_of(self).context.book_name
        right = book if self.room > Room.PHONE else self._place() if found.typed else ""
        return [search_line(width, found.typed, typing=found.typing, spot=found.caret, right=right)]

    def _place(self) -> str:
        """On a phone: how many were found, and among commands which of them the cursor stands on."""
        found = self._list
        if found.typing or not found.total:
            return number(found.total)
        return place_in_list(found.cursor + 1, found.total)

    def _draw_title(self, width: int, height: int) -> list[Line]:
        hits = self._list.hits
        return [
            list_title(
                width,
                kind=hits.kind,
                typed=bool(hits.typed),
                recent=hits.is_recent,
                total=self._list.total,
                more=not hits.is_complete,
                everyone=hits.everyone,
                phone=self.room is Room.PHONE,
                meant=hits.meant,
                problems=hits.problems,
            )
        ]

    def _draw_preview(self, width: int, height: int) -> list[Line]:
        card, hits = self._card, self._list.hits
        if card is None:
            return []
        from contacts_tui.domain.search_found import found_in
        from contacts_tui.ui.draw.preview import preview

        found = found_in(card.values, hits.meant or hits.typed, is_company=card.contact.is_company)
        return list(preview(card, width, height, found))

    def say(self, text: Message | str, *, trouble: bool = False, undo: bool = False, hint: Hint | None = None) -> None:
        """Say it; where the key for undo is offered, letters are commands from then on."""
        if undo:
            self._list.set_typing(False)
        super().say(text, trouble=trouble, undo=undo, hint=hint)

    # What happens

    def on_resize(self) -> None:
        """The list's columns and the preview depend on the size."""
        super().on_resize()
        self._fit()

    def _fit(self) -> None:
        found = self._list
        found.row_height = 2 if self._layout() is Layout.PHONE else 1
        width, height = self.size
        beside = find_layout.stands_beside(width, height) and not found.finds_nothing
        self.set_class(beside, "-beside")
        self.query_one("#left").styles.width = find_layout.list_width(width) if beside else "1fr"
        if found.hits.is_read:
            self.query_one("#preview").styles.height = find_layout.preview_height(height, found.total)

    @on(FindList.Changed)
    def _changed(self) -> None:
        """The line, the mode or the rows have changed."""
        self._fit()
        self.query_one("#search", Painted).repaint()
        self.query_one("#title", Painted).repaint()
        if self._card is not None and (row := self._list.current) is not None and row.id == self._card.contact.id:
            self.query_one("#preview", Painted).repaint()
        self.refresh_foot()
        self._list.said()

    @on(WindowList.Grown)
    def _grown(self) -> None:
        """More hits are known."""
        self.query_one("#title", Painted).repaint()

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        """Let the preview follow, once the keys rest."""
        self.query_one("#search", Painted).repaint()
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(PREVIEW_AFTER, self._follow)

    def _follow(self) -> None:
        start_work(self, self._read_card, group="preview", exclusive=True)

    async def _read_card(self) -> None:
        row = self._list.current
        if row is None:
            self._card = None
        else:
            app = app_of(self)
            try:
                self._card = await app.read(_card, app.session, row.id)
            except ContactsError:
                return  # deleted by someone meanwhile: the list will say so itself
        self.query_one("#preview", Painted).repaint()
        self.query_one(CardPane).show_card(self._card)

    @on(WindowList.Opened)
    async def _opened(self, event: WindowList.Opened) -> None:
        """Show the card of the hit."""
        row: ContactRow = event.item
        app = app_of(self)
        try:
            card = await app.read(_card, app.session, row.id)
        except ContactsError as error:
            self.tell(error)
            self._list.ask(keep_cursor=True)
        else:
            navigation.open_card(app, card.contact, Trail(self._list.hits, self._list.cursor))
        finally:
            self._list.is_opening = False

    @on(FindList.Wanted)
    def _wanted(self, event: FindList.Wanted) -> None:
        """Enter the contact that was not found."""
        self._list.is_opening = False
        navigation.open_new(app_of(self), event.kind, name=event.name)

    def on_book_changed(self, event: BookChanged) -> None:
        """Someone has written: read the rows and the preview anew; what is the same is not repainted."""
        self._list.ask(keep_cursor=True)
        self._follow()

    def on_screen_resume(self) -> None:
        """Coming back from a card: the recents may have grown; the mode is the one that was left."""
        super().on_screen_resume()
        if self.is_mounted and not self._list.typed:
            self._list.ask(keep_cursor=True)
        self.query_one("#search", Painted).repaint()

    def show_type(self, kind: ContactType | None) -> None:
        """Show everyone or one type of contact, from the first row on."""
        self._list.kind = kind
        self._list.set_typed("")
        self._list.set_typing(False)
        self._list.ask()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts on a contact needs one under the cursor."""
        if action in ("copy", "delete"):
            return self._list.current is not None
        return super().check_action(action, parameters)

    def action_find(self) -> None:
        """Back to the search line, as it was."""
        self._list.set_typing(True)

    def action_next_type(self) -> None:
        """All, companies, people, and round again."""
        self._list.kind = _TYPES[(_TYPES.index(self._list.kind) + 1) % len(_TYPES)]
        self._list.ask()

    async def action_copy(self) -> None:
        """Copy a value of the contact under the cursor."""
        from contacts_tui.ui import contact_steps

        if (row := self._list.current) is not None:
            await contact_steps.copy_from(self, row.id)

    async def action_delete(self) -> None:
        """Delete the contact under the cursor."""
        from contacts_tui.ui import contact_steps

        if (row := self._list.current) is not None:
            await contact_steps.delete(self, row.id, lambda: self._list.ask(keep_cursor=True))

    def action_new(self) -> None:
        """Enter a contact, named as what is typed."""
        name = named(self._list.typed) if self._list.finds_nothing else ""

        def chosen(kind: str | None) -> None:
            if kind is not None:
                navigation.open_new(app_of(self), ContactType(kind), name=name)

        choices = [
            Choice(ContactType.COMPANY, message("a company"), "c"),
            Choice(ContactType.PERSON, message("a person without a company"), "p"),
        ]
        self.app.push_screen(Menu(message("New contact"), choices), chosen)
