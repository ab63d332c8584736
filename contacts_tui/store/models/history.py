"""The history: batches, and the row changes of each."""

from __future__ import annotations

from peewee import IntegerField, TextField

from contacts_tui.domain.history import Action, Verb
from contacts_tui.store.models.base import ChoiceField, Table, UtcField, points_at, text


class HistoryBatch(Table):
    at = UtcField()
    user = text(index=True)
    verb = ChoiceField(Verb)
    subject = text()
    followed = IntegerField(default=0)
    kept = IntegerField(default=0)
    undoes = points_at("self")
    undone_by = points_at("self")


class HistoryChange(Table):
    batch = points_at(HistoryBatch, null=False)
    record = text()
    row_id = IntegerField()
    contact_id = IntegerField(null=True, index=True)
    action = ChoiceField(Action)
    field = text()
    old = TextField(null=True)
    new = TextField(null=True)

    class Meta:
        indexes = ((("record", "row_id"), False),)
