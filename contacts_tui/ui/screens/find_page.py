"""What Find shows: a line to type in, the hits as one types, and the contact under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.listing import Listing, order_words
from contacts_tui.domain.message import Message, message
from contacts_tui.locale import _, number
from contacts_tui.services import preferences
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import find_layout
from contacts_tui.ui.draw.contact_row import Layout, layout_for
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.draw.sample_line import sample_line
from contacts_tui.ui.draw.search_line import ListState, letters_line, list_title, place_in_list, search_line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen, HelpSection, Room
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.navigation import Trail
from contacts_tui.ui.widgets.card_pane import CardPane
from contacts_tui.ui.widgets.find_list import FindList
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.preview import Preview, read_card
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

if TYPE_CHECKING:
    from contacts_tui.domain.search_found import FoundIn
    from contacts_tui.services.cards import Card
    from contacts_tui.services.session import Session
    from contacts_tui.services.views import View


def _view(session: Session, view_id: int) -> View | None:
    """A view as it is kept now."""
    from contacts_tui.services import views

    return next((view for view in views.views(session) if view.id == view_id), None)


class FindPage(BaseScreen[None]):
    """What Find shows. The list has the focus; while one types, it takes the letters for the search line."""

    CSS_PATH = "find.tcss"

    rows: FindList
    """What is found."""

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None

    def compose_page(self) -> ComposeResult:
        """Search line, title, list and preview; from 120 columns on the card beside them."""
        self.set_class(find_layout.stands_beside(*self.app.size), "-beside")
        # Each key comes by these: they are not looked for.
        self.rows = FindList(app_of(self).session, self._layout, self._changed, id="list")
        self._left = Vertical(id="left")
        self._search_line = Painted(self._draw_search_line, id="search")
        self._title = Painted(self._draw_title, id="title")
        self._preview = Preview(self._current, self._found, id="preview")
        self._card = CardPane(id="card")
        with Horizontal(id="page"):
            with self._left:
                yield Painted(self._draw_sample, id="sample")
                yield self._search_line
                yield self._title
                yield self.rows
                yield self._preview
            yield Painted(lambda width, height: [find_layout.edge()] * height, id="edge")
            yield self._card

    def on_mount(self) -> None:
        """Ask for the recent contacts, the cursor in the search line."""
        self.rows.focus()
        self._fit()
        start_work(self, self._read_columns, group="columns", exclusive=True)
        self.rows.ask_first()

    @property
    def ready(self) -> bool:
        """A key may have to wait for the rows that it acts on, or for the card that opens."""
        return self.rows.is_ready

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
        if self.rows.letters is not None:
            return Scope.FIND_LETTERS
        return Scope.FIND_TYPING if self.rows.typing else Scope.FIND

    def _layout(self) -> Layout:
        return layout_for(self.app.size.width, self.rows.size.width)

    def _draw_sample(self, width: int, height: int) -> list[Line]:
        """A line that says so where the book is the sample, and how to leave it."""
        return [sample_line(width)] if app_of(self).context.is_sample else []

    def _draw_search_line(self, width: int, height: int) -> list[Line]:
        found = self.rows
        book = app_of(self).context.book_name
        right = book if self.room > Room.PHONE else self._place() if found.typed else ""
        if found.letters is not None:
            return [letters_line(width, found.letters, spot=found.caret, right=right)]
        return [search_line(width, found.typed, typing=found.typing, spot=found.caret, right=right)]

    def _place(self) -> str:
        """On a phone: how many were found, and among commands which of them the cursor stands on."""
        found = self.rows
        if found.typing or not found.total:
            return number(found.counted)
        return place_in_list(found.cursor + 1, found.counted)

    def _draw_title(self, width: int, height: int) -> list[Line]:
        found, hits = self.rows, self.rows.hits
        turned = hits.listing.turned
        state = ListState(
            kind=hits.listing.kind,
            view=self.view.name if self.view is not None else "",
            typed=hits.typed,
            is_asked=bool(hits.typed or hits.listing.within),
            is_recent=hits.is_recent,
            total=found.counted,
            more=not hits.is_complete,
            everyone=hits.everyone,
            order=order_words(hits.order, turned=turned, by_words=hits.is_ranked),
            meant=hits.meant,
            problems=hits.problems,
            marked=len(found.marks),
        )
        return [list_title(width, state, phone=self.room is Room.PHONE)]

    def _current(self) -> ContactRow | None:
        return self.rows.current

    def _found(self, card: Card) -> FoundIn | None:
        from contacts_tui.domain.search_found import found_in

        hits = self.rows.hits
        return found_in(
            card.values,
            hits.meant or hits.typed,
            is_company=card.contact.is_company,
            former_names=card.former_names,
            former_companies=card.former_companies,
        )

    def say(self, text: Message | str, *, trouble: bool = False, undo: bool = False, hint: Hint | None = None) -> None:
        """Say it; where the key for undo is offered, letters are commands from then on."""
        if undo:
            self.rows.set_typing(False)
        super().say(text, trouble=trouble, undo=undo, hint=hint)

    # What happens

    def on_resize(self) -> None:
        """The list's columns and the preview depend on the size."""
        super().on_resize()
        self._fit()

    def _fit(self) -> None:
        found = self.rows
        found.row_height = 2 if self._layout() is Layout.PHONE else 1
        width, height = self.size
        beside = find_layout.stands_beside(width, height) and not found.finds_nothing
        self.set_class(beside, "-beside")
        self._left.styles.width = find_layout.list_width(width) if beside else "1fr"
        if found.hits.is_read:
            self._preview.styles.height = find_layout.preview_height(height, found.total)

    def _changed(self) -> None:
        """The line, the mode or the rows have changed."""
        self._search_line.repaint()
        if not self.rows.is_answered:
            return  # what comes is said with the rows
        self._fit()
        self._title.repaint()
        card, row = self._preview.card, self.rows.current
        if card is not None and row is not None and row.id == card.contact.id:
            self._preview.repaint()
        self.rows.said()
        if not app_of(self).has_keys:
            self.paint()
        self.refresh_foot()

    @on(WindowList.Grown)
    def _grown(self) -> None:
        """More hits are known."""
        self._title.repaint()

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        """Let the preview follow, once the keys rest."""
        self._search_line.repaint()
        self._preview.follow_later()

    @on(Preview.Followed)
    def _followed(self, event: Preview.Followed) -> None:
        """The card beside the list is the same. Now that the keys rest, it is found out how many more there are."""
        self._card.show_card(event.card)
        self.rows.look_ahead()

    @on(WindowList.Opened)
    async def _opened(self, event: WindowList.Opened) -> None:
        """Show the card of the hit."""
        row: ContactRow = event.item
        app = app_of(self)
        try:
            card = await app.read(read_card, app.session, row.id)
        except ContactsError as error:
            self.tell(error)
            self.rows.ask(keep_cursor=True)
        else:
            navigation.open_card(app, card.contact, Trail(self.rows.hits, self.rows.cursor))
        finally:
            self.rows.is_opening = False

    @on(FindList.Wanted)
    def _wanted(self, event: FindList.Wanted) -> None:
        """Enter the contact that was not found."""
        self.rows.is_opening = False
        navigation.open_new(app_of(self), event.kind, name=event.name)

    def on_book_changed(self, event: BookChanged) -> None:
        """Someone has written: read the rows and the preview anew; what is the same is not repainted."""
        self.rows.ask(keep_cursor=True)
        self._preview.follow()
        start_work(self, self._read_columns, group="columns", exclusive=True)

    def on_screen_resume(self) -> None:
        """Coming back from a card: the recents may have grown; the mode is the one that was left."""
        super().on_screen_resume()
        if self.is_mounted and not (self.rows.typed or self.rows.awaits_first):
            self.rows.ask(keep_cursor=True)
        self._search_line.repaint()

    def show_type(self, kind: ContactType | None) -> None:
        """Show everyone or one type of contact, from the first row on."""
        self.view = None
        self.rows.set_typing(False)
        self.rows.ask(Listing(kind=kind))

    def show_view(self, view: View | None) -> None:
        """Show what a view finds, or everyone; what is typed from now on is looked for within it."""
        self.view = view
        self.rows.ask(view.listing if view is not None else Listing())
        start_work(self, self._read_columns, group="columns", exclusive=True)

    async def _read_columns(self) -> None:
        """Those of the view as it is kept now, or the user's own."""
        app, view = app_of(self), self.view
        if view is None:
            self.rows.columns = await app.read(preferences.columns, app.session)
        else:
            kept = await app.read(_view, app.session, view.id)
            self.view = kept if kept is not None and self.view is view else self.view
            self.rows.columns = (kept or view).columns
