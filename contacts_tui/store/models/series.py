"""Number series and their lines."""

from __future__ import annotations

from peewee import BooleanField, IntegerField

from contacts_tui.store.models.base import DayField, Table, points_at, text
from contacts_tui.store.models.code import Code


class NumberSeries(Code):
    default_nos = BooleanField(default=False)
    manual_nos = BooleanField(default=False)
    date_order = BooleanField(default=False)


class NumberSeriesLine(Table):
    number_series = points_at(NumberSeries, null=False)
    line_no = IntegerField(default=10000)
    starting_date = DayField(null=True)
    starting_no = text()
    ending_no = text()
    warning_no = text()
    increment_by = IntegerField(default=1)
    last_no_used = text()
    last_date_used = DayField(null=True)
    allow_gaps = BooleanField(default=False)

    class Meta:
        indexes = ((("number_series", "line_no"), True),)


class NumberSeriesRelationship(Table):
    number_series = points_at(NumberSeries, null=False)
    alternative = points_at(NumberSeries, null=False)

    class Meta:
        indexes = ((("number_series", "alternative"), True),)
