"""Find, the first page, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.message import message
from contacts_tui.ui import find_steps
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.contact_row import Layout
from contacts_tui.ui.draw.search_line import named
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.find_page import FindPage
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.widgets.menu import Choice, Menu

if TYPE_CHECKING:
    from contacts_tui.ui.bulk_steps import BulkStep

_TYPES = (None, ContactType.COMPANY, ContactType.PERSON)


class Find(FindPage, scope=Scope.FIND):
    """The first page. `edited` is what was last done to many contacts at once, to be done again."""

    def __init__(self) -> None:
        super().__init__()
        self.edited: BulkStep | None = None

    def does(self, action: str) -> bool:
        """The footer names no key that would only say what it needs."""
        if action == "edit_marked":
            return bool(len(self.rows.marks))
        if action == "compare":
            return len(self.rows.marks) == 2
        if action == "clear_filter":
            return bool(self.rows.typed or self.rows.listing.kind)
        if action == "repeat_edit":
            return self.edited is not None
        return super().does(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts on a contact needs one under the cursor; columns can be chosen where the list has room for them."""
        if action == "columns":
            return self._layout() is Layout.FULL
        if action in ("copy", "delete", "mark", "mark_up_to_here", "mark_all"):
            return self.rows.current is not None
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Out of the view, if the list is within one."""
        if self.view is not None:
            self.show_view(None)
        else:
            super().action_back()

    def action_find(self) -> None:
        """Back to the search line, as it was."""
        self.rows.set_typing(True)

    def action_next_type(self) -> None:
        """All, companies, people, and round again."""
        listing = self.rows.listing
        self.rows.ask(listing._replace(kind=_TYPES[(_TYPES.index(listing.kind) + 1) % len(_TYPES)]))

    def action_filter(self) -> None:
        """Fill in what is asked for as a form."""
        find_steps.filter_list(self)

    def action_clear_filter(self) -> None:
        """Ask for nothing any more; a view stays."""
        self.rows.ask(self.rows.listing._replace(typed="", kind=None))

    def action_mark(self) -> None:
        """Mark the contact under the cursor, or take its mark away."""
        self.rows.mark()

    def action_mark_up_to_here(self) -> None:
        """Mark all from the one marked last to the one under the cursor."""
        self.rows.mark_up_to_here()

    def action_mark_all(self) -> None:
        """Mark all that are listed, or none of them."""
        self.rows.mark_all()

    def action_edit_marked(self) -> None:
        """Change all that are marked at once."""
        find_steps.edit_marked(self)

    def action_compare(self) -> None:
        """Show the two marked ones side by side."""
        find_steps.compare(self)

    def action_repeat_edit(self) -> None:
        """Do to the marked ones, else to the one under the cursor, what was last done to many."""
        find_steps.repeat_edit(self)

    def action_letters(self) -> None:
        """Type the letters to go to."""
        self.rows.begin_letters()

    def action_sort(self) -> None:
        """Choose the order of the list."""
        find_steps.sort(self)

    def action_columns(self) -> None:
        """Choose the columns of the list."""
        find_steps.choose_columns(self)

    def action_views(self) -> None:
        """Choose a view, or keep what is listed as one."""
        find_steps.choose_view(self)

    async def action_copy(self) -> None:
        """Copy a value of the contact under the cursor."""
        from contacts_tui.ui import contact_steps

        if (row := self.rows.current) is not None:
            await contact_steps.copy_from(self, row.id)

    async def action_delete(self) -> None:
        """Delete the contact under the cursor."""
        from contacts_tui.ui import contact_steps

        if (row := self.rows.current) is not None:
            await contact_steps.delete(self, row.id, lambda: self.rows.gone(row.id))

    def action_new(self) -> None:
        """Enter a contact, named as what is typed."""
        name = named(self.rows.typed) if self.rows.finds_nothing else ""

        def chosen(kind: str | None) -> None:
            if kind is not None:
                navigation.open_new(app_of(self), ContactType(kind), name=name)

        choices = [
            Choice(ContactType.COMPANY, message("a company"), "c"),
            Choice(ContactType.PERSON, message("a person without a company"), "p"),
        ]
        self.app.push_screen(Menu(message("New contact"), choices), chosen)
