"""What can be done with the list of Find as a whole: sort it, choose its columns, keep it as a view, change many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.listing import Column, Order, order_words
from contacts_tui.domain.message import message
from contacts_tui.ui import keys
from contacts_tui.ui.context import app_of
from contacts_tui.ui.widgets.menu import Choice, Menu
from contacts_tui.ui.working import start_work

if TYPE_CHECKING:
    from contacts_tui.services.views import View
    from contacts_tui.ui.bulk_steps import BulkStep
    from contacts_tui.ui.screens.find import Find
    from contacts_tui.ui.screens.find_page import FindPage

_LETTERS = {
    Order.BEST: "b",
    Order.NAME: "a",
    Order.COMPANY: "c",
    Order.TOWN: "t",
    Order.CHANGED: "l",
    Order.NUMBER: "n",
}


def sort(page: FindPage) -> None:
    """Choose an order; the one that the list has is offered turned round."""
    hits = page.rows.hits
    listing = page.rows.listing._replace(order=hits.order)
    choices = []
    for order, letter in _LETTERS.items():
        wanted = listing.sorted_by(order)
        words = order_words(wanted.order, turned=wanted.turned, by_words=True)
        is_usual = order is Order.BEST and not hits.is_ranked
        choices.append(Choice(order, message("the usual order") if is_usual else words, letter))

    def chosen(value: str | None) -> None:
        if value is not None:
            page.rows.ask(listing.sorted_by(Order(value)))

    page.app.push_screen(Menu(message("Sort"), choices, start=list(_LETTERS).index(hits.order)), chosen)


def choose_columns(page: FindPage) -> None:
    """Choose what the lines say, for this view or for all that one sees."""
    from contacts_tui.ui.screens.columns import ColumnsPage

    before = page.rows.columns

    def chosen(columns: tuple[Column, ...] | None) -> None:
        if columns is not None and columns != before:
            page.rows.columns = columns
            start_work(page, lambda: _keep_columns(page, columns), group="write")

    page.app.push_screen(ColumnsPage(before), chosen)


async def _keep_columns(page: FindPage, columns: Sequence[Column]) -> None:
    from contacts_tui.services import user_setup, views

    app = app_of(page)
    try:
        if page.view is not None:
            page.view = await app.write(views.keep, app.session, replace(page.view, columns=tuple(columns)))
            told = message("The columns of {name} are changed.", name=page.view.name)
        else:
            await app.write(user_setup.set_columns, app.session, columns)
            told = message("The columns are changed.")
    except ContactsError as error:
        page.tell(error)
        return
    app.announce_change()
    page.say(told, undo=True)


def choose_view(page: FindPage) -> None:
    """Choose a view, or keep what is listed as one."""
    from contacts_tui.services import views
    from contacts_tui.ui.screens.views import ViewsPage

    def chosen(view: View | None) -> None:
        if view is not None:
            page.show_view(view if view.id else None)

    listed = views.of_listing(page.rows.listing, page.rows.columns)
    page.app.push_screen(ViewsPage(listed, page.view), chosen)


def filter_list(page: Find) -> None:
    """Fill in what the search line asks for as a form."""
    from contacts_tui.ui.screens.filter_form import FilterForm

    page.app.push_screen(FilterForm(page.rows.listing, page.rows.ask))


def edit_marked(page: Find) -> None:
    """Change the marked contacts at once; where none is marked, say how to mark."""
    from contacts_tui.ui.screens.bulk_form import BulkForm

    def done(step: BulkStep) -> None:
        page.edited = step

    if page.rows.marks.ids:
        page.app.push_screen(BulkForm(page.rows.marks.ids, done))
    else:
        one, all_of_them = _written("find.mark"), _written("find.mark_all")
        page.say(message("Nothing is marked: {one} marks a contact, {all} all of the list.", one=one, all=all_of_them))


def compare(page: Find) -> None:
    """Show the two marked contacts side by side; where not two are marked, say how to mark."""
    from contacts_tui.ui.ways import navigation

    ids = page.rows.marks.ids
    if len(ids) == 2:
        navigation.open_compare(page.app, ids[0], ids[1], page.rows.gone)
    else:
        page.say(message("Mark the two contacts to compare: {key} marks one.", key=_written("find.mark")))


def repeat_edit(page: Find) -> None:
    """Change the marked contacts, else the one under the cursor, as others were changed last."""
    from contacts_tui.ui import bulk_steps

    row, step = page.rows.current, page.edited
    ids = page.rows.marks.ids or ((row.id,) if row is not None else ())
    if step is None:
        page.say(
            message("There is nothing to repeat: {key} changes the marked ones.", key=_written("find.edit_marked"))
        )
    elif ids:
        start_work(page, lambda: bulk_steps.repeat(page, ids, step), group="write")


def _written(key_id: str) -> str:
    return keys.written(next(key for key in keys.current() if key.id == key_id))
