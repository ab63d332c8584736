"""The first start on an empty book: in which language, and what to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual import on
from textual.app import ComposeResult

from contacts_tui import locale
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import N_, message
from contacts_tui.domain.text import cell_width, wrap
from contacts_tui.locale import _
from contacts_tui.services import first_start, seeds, user_setup
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.line import TEXT, Line, Span, compose, label, value
from contacts_tui.ui.draw.set_up import cursor_mark, role_of
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work


@dataclass(frozen=True, slots=True)
class Way:
    """A line that can be entered: its name, what it says, and what stands beside it, dim."""

    name: str
    words: str
    about: str = ""


USUAL = Way("usual", N_("Start with the usual codes"), N_("groups, relations, salutations, numbers"))
IMPORT = Way("import", N_("Import"), N_("the tables of another program"))
SAMPLE = Way("sample", N_("Look at the sample company"), N_("in a book of its own"))


def way_lines(item: Way, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
    """A line that can be entered; what stands beside it only where it fits."""
    words = _(item.words) if item.about else item.words
    column = TEXT + max(cell_width(_(way.words)) for way in (USUAL, IMPORT, SAMPLE)) + 3
    fits = column + cell_width(_(item.about)) < width
    about = label(_(item.about)) if item.about and fits else ""
    name = Span(words, role_of(is_cursor, spot))
    return (compose(width, (TEXT, name), (column, about), mark=cursor_mark(is_cursor)),)


class FirstStart(BaseScreen[None], scope=Scope.FIRST_START):
    """Two questions, one after the other; the language is the user's own and is kept in the book."""

    CSS_PATH = "first_start.tcss"
    WITHHELD = frozenset({"find", "new", "go", "palette"})

    def __init__(self) -> None:
        super().__init__()
        self._asks_language = True
        self._busy = False

    def compose_page(self) -> ComposeResult:
        """What is so, then what can be done."""
        yield Painted(self._draw_head, id="head")
        yield Painted(self._draw_said, id="said")
        yield WindowList[Way](way_lines, id="choices")

    def on_mount(self) -> None:
        """The language first, the one of the terminal under the cursor."""
        self._list.focus()
        self._ask_language()

    @property
    def _list(self) -> WindowList[Way]:
        return self.query_one("#choices", WindowList)

    def crumb(self) -> str:
        """What the pages above call it."""
        return _(message("First start"))

    def _draw_head(self, width: int, height: int) -> list[Line]:
        return list(page_title(width, _(message("First start"))))

    def _draw_said(self, width: int, height: int) -> list[Line]:
        if self._asks_language:
            return [compose(width, (TEXT, value("Language · Langue")))]
        said = wrap(_(message("This book has no contacts and no codes yet.")), width - 1 - TEXT)
        return [compose(width, (TEXT, value(row))) for row in said]

    @on(BookChanged)
    async def _begun(self) -> None:
        """Once something has come in, by an import or from another, the book goes on with Find."""
        app = app_of(self)
        try:
            is_over = not self._busy and not await app.read(first_start.is_due, app.session)
        except ContactsError as error:
            self.tell(error)
            return
        if is_over and self.is_current:
            app.go_to("start")

    # The two questions

    def _ask_language(self) -> None:
        self._asks_language = True
        self._show([Way(name, words) for name, words in locale.LANGUAGES.items()], locale.current())

    def _ask_beginning(self) -> None:
        self._asks_language = False
        has_sample = app_of(self).context.open_sample is not None
        self._show([USUAL, IMPORT, *([SAMPLE] if has_sample else [])], USUAL.name)

    def _show(self, ways: list[Way], name: str) -> None:
        self._list.show(ListSource(ways, key=lambda way: way.name))
        self._list.select(name)
        for part in self.query(Painted):
            part.repaint()
        self.refresh(layout=True)
        self.refresh_foot()

    @on(WindowList.Opened)
    def _chosen(self, event: WindowList.Opened) -> None:
        event.stop()
        if self._busy:
            return
        name = event.item.name
        if self._asks_language:
            start_work(self, partial(self._take_language, name), group="choice", exclusive=True)
        elif name == IMPORT.name:
            navigation.open_import(app_of(self))
        elif name == SAMPLE.name:
            start_work(self, self._open_sample, group="choice", exclusive=True)
        else:
            start_work(self, self._start_usual, group="choice", exclusive=True)

    async def _take_language(self, language: str) -> None:
        app = app_of(self)
        app.use_language(language)
        try:
            await app.write(user_setup.set_language, app.session, language)
        except ContactsError as error:
            self.tell(error)
        self._ask_beginning()

    async def _start_usual(self) -> None:
        app = app_of(self)
        self._begin(N_("Entering the usual codes"))
        try:
            await app.write(seeds.usual, app.session, locale.current())
        except ContactsError as error:
            self._end()
            self.tell(error)
            return
        app.go_to("start")
        app.call_later(app.say, message("The usual codes are there. Esc, then n enters the first contact."))

    async def _open_sample(self) -> None:
        app = app_of(self)
        if app.context.open_sample is None:
            return
        self._begin(N_("Making the sample company"))
        try:
            await app.change_book(app.context.open_sample)
        except ContactsError as error:
            self._end()
            self.tell(error)

    def _begin(self, words: str) -> None:
        self._busy = True
        self.progress(message(words))

    def _end(self) -> None:
        self._busy = False

    def action_open(self) -> None:
        """Take the line under the cursor."""
        self._list.action_open()

    def action_back(self) -> None:
        """From what to begin with to the language."""
        if self._busy:
            return
        if self._asks_language:
            super().action_back()
        else:
            self._ask_language()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing yet to undo."""
        if action in ("undo", "redo"):
            return False
        return super().check_action(action, parameters)
