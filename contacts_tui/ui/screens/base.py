"""What every page shares: header path, message line, footer, the keys of everywhere, the classes of its size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import actions
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.dom import DOMNode

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import Message, message
from contacts_tui.locale import _
from contacts_tui.ui import keys
from contacts_tui.ui.bindings import bindings, method_of
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.footer import SHORT, Hint
from contacts_tui.ui.draw.line import EMPTY, Line
from contacts_tui.ui.draw.notice import Notice
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.frames import FrameScreen
from contacts_tui.ui.ways.pages import OWNERS, Command, HelpSection, Room
from contacts_tui.ui.widgets.bottom import Bottom
from contacts_tui.ui.widgets.menu import Choice, Menu
from contacts_tui.ui.widgets.painter import LinePainter
from contacts_tui.ui.working import start_work

R = TypeVar("R")

__all__ = ["OWNERS", "BaseScreen", "Command", "HelpSection", "Room"]


class BaseScreen(FrameScreen[R], Generic[R], inherit_bindings=False):
    """A page.

    A subclass names its scope, ``class Card(BaseScreen[None], scope=Scope.COMPANY)``; its keys then come from the
    table, and a method ``action_…`` is needed for each. It yields its widgets from `compose_page`, one of them ``1fr``
    high, and may override what the footer, the way back, the help and the palette say.
    """

    SCOPE: ClassVar[Scope] = Scope.EVERYWHERE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-phone"), (60, "-narrow"), (100, "-wide"), (160, "-very-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012

    WITHHELD: ClassVar[frozenset[str]] = frozenset()
    """Actions that lead nowhere as long as this is the first page: they act neither here nor on the pages above it."""

    def __init_subclass__(cls, *, scope: Scope | None = None, **more: bool) -> None:
        if scope is not None:
            cls.SCOPE = scope
            cls.BINDINGS = bindings(scope)
            OWNERS[scope] = cls
            more["inherit_bindings"] = False
        super().__init_subclass__(**more)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        # Made with the page: whoever is told something by the page on top may be told before it is composed.
        self._bottom = Bottom()
        self._said_at = 0
        self._seen_changes = 0

    # What a page overrides

    def compose_page(self) -> ComposeResult:
        """The widgets of the page above its foot."""
        yield from ()

    def crumb(self) -> str:
        """What the page is called in the way back of the pages above it."""
        return _(keys.LABELS[self.SCOPE])

    def footer_scope(self) -> Scope:
        """Whose keys the footer shows now: another scope while one types or a field is open."""
        return self.SCOPE

    def command_keys(self) -> Sequence[keys.Key]:
        """The keys that act here as commands; a page may have others in some part of it."""
        return keys.acting(self.SCOPE)

    def word_for(self, key_id: str) -> str:
        """What the footer says a key does where the cursor stands, marked for the catalogue; blank for its label."""
        return ""

    def idle_line(self, width: int) -> Line:
        """What stands in the message line while there is no message."""
        return EMPTY

    def help_sections(self) -> Sequence[HelpSection]:
        """What the help page says besides the keys, such as the marks or the search words."""
        return ()

    def commands(self) -> Iterable[Command]:
        """What the palette offers on this page besides its keys and what is registered with the app."""
        return ()

    @property
    def ready(self) -> bool:
        """Whether keys may act: a page that must first read what it shows lets them wait."""
        return True

    # What a page calls

    def say(self, text: Message | str, *, trouble: bool = False, undo: bool = False, hint: Hint | None = None) -> None:
        """Show a sentence until the next key that does something; `undo` offers the key for it at the right."""
        if undo:
            key = next(key for key in keys.current() if key.id == "undo")
            hint = Hint(keys.written(key), keys.footer_label(key))
        self._said_at = app_of(self).keys_pressed
        self._bottom.say(Notice(_(text) if isinstance(text, Message) else text, trouble, hint))

    def tell(self, error: ContactsError) -> None:
        """Show what is wrong and what to do."""
        self.say(error.message, trouble=True)

    def say_on(self, page: BaseScreen[Any]) -> None:
        """Let a page that takes over from this one say what this one is saying."""
        page._said_at = self._said_at
        page._bottom.say(self._bottom.notice)

    def progress(self, text: Message | str, hint: Hint | None = None) -> None:
        """Show how far a long step has come."""
        self._said_at = app_of(self).keys_pressed
        self._bottom.progress(Notice(_(text) if isinstance(text, Message) else text, hint=hint))

    def did_something(self) -> None:
        """A key has done something: an older message goes, the footer tells the truth again."""
        if self._said_at < app_of(self).keys_pressed:
            self._bottom.say(None)
        self.refresh_foot()

    def refresh_foot(self) -> None:
        """Bring footer and idle line up to date; nothing is repainted where they stay the same."""
        if not self.is_mounted:
            return
        scope = self.footer_scope()
        rows = self.command_keys() if scope is self.SCOPE else keys.acting(scope)
        rows = [key._replace(short=word, brief="") if (word := self.word_for(key.id)) else key for key in rows]
        self._bottom.offer(keys.hints_of(rows, self.does), keys.more_hint(scope))
        self._bottom.rest(self.idle_line(self.size.width))

    def does(self, action: str) -> bool:
        """Whether an action of the table does something on this page now."""
        if action in ("undo", "redo") and not getattr(app_of(self).offers, action):
            return False
        owner = self._owner(action)
        _space, name, parameters = actions.parse(action)
        return owner is not None and owner.check_action(name, parameters) is True

    async def do(self, action: str) -> None:
        """Do what a key of the table would do here, without the key."""
        owner = self._owner(action)
        if owner is not None:
            await self.app.run_action(action, owner)

    def _owner(self, action: str) -> DOMNode | None:
        """The page, or the widget that has the focus, whichever has the method."""
        nodes: tuple[DOMNode | None, ...] = (self, self.focused)
        return next((node for node in nodes if hasattr(node, method_of(action))), None)

    @property
    def path(self) -> tuple[str, ...]:
        """The way back: what the pages below this one are called."""
        pages = [page for page in self.app.screen_stack if isinstance(page, BaseScreen)]
        below = pages[: pages.index(self)] if self in pages else pages
        return tuple(page.crumb() for page in below)

    @property
    def room(self) -> Room:
        """How much width there is."""
        width = self.app.size.width
        return next(room for room in reversed(Room) if width >= room)

    @property
    def is_short(self) -> bool:
        """Whether there are too few rows for a preview and a message line."""
        return self.app.size.height < SHORT

    # How it works

    def compose(self) -> ComposeResult:
        """The page and its foot."""
        self.take_room()
        yield from self.compose_page()
        yield self._bottom

    def on_mount(self) -> None:
        """The foot says what can be done; a page that mounts more does so in an `on_mount` of its own."""
        self._seen_changes = app_of(self).changes_seen
        self.refresh_foot()

    def on_resize(self) -> None:
        """The foot depends on the size."""
        self.refresh_foot()

    def on_screen_suspend(self) -> None:
        """A dialog takes the spot away from the page under it."""
        self._move_spot()

    def on_screen_resume(self) -> None:
        """The spot comes back; what was written meanwhile is noticed."""
        self._move_spot()
        self.refresh_foot()
        if self._seen_changes != app_of(self).changes_seen:
            self.book_changed()

    def book_changed(self) -> None:
        """Let the page know that someone has written to the book."""
        self._seen_changes = app_of(self).changes_seen
        self.post_message(BookChanged())

    def _move_spot(self) -> None:
        for painter in self.query(LinePainter):
            painter.repaint()
        if self.focused is not None and not isinstance(self.focused, LinePainter):
            self.focused.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo and redo only where they are wired, and nothing that the first page withholds."""
        first = self.app.screen_stack[0]
        if isinstance(first, BaseScreen) and action in first.WITHHELD:
            return False
        if action in ("undo", "redo"):
            return getattr(app_of(self).context, action) is not None
        return super().check_action(action, parameters)

    # The keys of everywhere

    def action_back(self) -> None:
        """One page back; from the first one the program is left by another key."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            app_of(self).say_how_to_leave()

    def action_find(self) -> None:
        """To the search line, from anywhere."""
        app_of(self).go_to("find")

    def action_new(self) -> None:
        """A new contact."""
        app_of(self).go_to("new")

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit()

    def action_help(self) -> None:
        """The keys of this page."""
        from contacts_tui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.footer_scope(), self.help_sections()))

    def action_palette(self) -> None:
        """Everything that can be done here, by name."""
        from contacts_tui.ui.screens.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self))

    def action_go(self) -> None:
        """Where to go, by letter."""
        choices = [Choice(key.id, _(key.label), key.keys[0]) for key in keys.acting(Scope.GO)]
        usable = [choice for choice in choices if self._can_go(choice.value.removeprefix("go."))]

        def chosen(value: str | None) -> None:
            if value is not None:
                self.action_go_to(value.removeprefix("go."))

        self.app.push_screen(Menu(message("Go to"), usable), chosen)

    def action_go_to(self, place: str) -> None:
        """Go to a place of the go menu; the first row is one of the page itself."""
        first = self._first_row
        if place != "first":
            app_of(self).go_to(place)
        elif first is not None:
            first()

    def _can_go(self, place: str) -> bool:
        return app_of(self).can_go(place) if place != "first" else self._first_row is not None

    @property
    def _first_row(self) -> Callable[[], object] | None:
        found = (getattr(node, "action_cursor_first", None) for node in (self.focused, self))
        return next((action for action in found if action is not None), None)

    def action_undo(self) -> None:
        """Take back the user's newest step."""
        start_work(self.app, app_of(self).undo)

    def action_redo(self) -> None:
        """Bring back what was taken back last."""
        start_work(self.app, app_of(self).redo)
