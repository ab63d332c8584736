"""A view that is to be kept: its name, what it searches, in which order, for whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.listing import ORDERS, TURNED_ORDERS, order_text, parse_order
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.services import views
from contacts_tui.services.permissions import Right
from contacts_tui.services.views import View
from contacts_tui.ui.context import app_of
from contacts_tui.ui.entry.form_fields import FormField, record_fields
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.working import start_work

_OWN, _SHARED = "own", "shared"
_ORDERS = tuple(
    (order_text(order, turned=turned) or str(order), words)
    for words_of, turned in ((ORDERS, False), (TURNED_ORDERS, True))
    for order, words in words_of.items()
)
_KEPT = {field.name: field for field in LISTS["views"].fields}
_FIELDS = {
    "name": _KEPT["name"],
    "query": _KEPT["query"],
    "sort": Field("sort", N_("Order"), Kind.CHOICE, choices=_ORDERS),
    "whose": Field(
        "whose", N_("For whom"), Kind.CHOICE, choices=((_OWN, N_("for me")), (_SHARED, N_("for everybody")))
    ),
}


class ViewForm(FormScreen):
    """A new view, or one that is changed; `kept` is told of it."""

    def __init__(self, view: View, kept: Callable[[View], object]) -> None:
        super().__init__()
        self._view = view
        self._kept = kept

    def on_mount(self) -> None:
        """Begin with its name."""
        start_work(self, partial(self.go_to, "name"), group="begin")

    def heading(self) -> Message:
        """Which view it is."""
        return message("View {name}", name=self._view.name) if self._view.id else message("New view")

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line."""
        return message("Keep this view"), ""

    def fields(self) -> Sequence[FormField]:
        """Only who may change the set-up keeps views for everybody."""
        may_share = Right.SETUP in app_of(self).session.rights
        return record_fields(_FIELDS, "name query sort whose" if may_share else "name query sort")

    def proposed(self, key: str) -> str:
        """What it says now."""
        view = self._view
        if key == "sort":
            return order_text(view.order, turned=view.turned) or str(view.order)
        if key == "whose":
            return _OWN if view.is_own else _SHARED
        return view.name if key == "name" else view.query

    async def save(self) -> None:
        """Write it."""
        app = app_of(self)
        order, turned = parse_order(self.value("sort"))
        wanted = replace(
            self._view,
            name=self.value("name"),
            query=self.value("query"),
            order=order,
            turned=turned,
            is_own=self.value("whose") != _SHARED,
        )
        view = await app.write(views.keep, app.session, wanted)
        told = message("The view {name} is kept.", name=view.name)

        def done() -> None:
            self._kept(view)
            app.announce_change()

        self.go_back(told, undo=True, done=done)
