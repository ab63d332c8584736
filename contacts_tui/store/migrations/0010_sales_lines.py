"""What customers have bought; customers, vendors and bank accounts have a telex, as contacts have."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, Database, DateField, ForeignKeyField, IntegerField, Model, TextField

from contacts_tui.store.models.base import StableIdField


def up(migrator: Any, db: Database) -> None:
    """Make the table, empty, and the columns, blank."""

    class Customer(Model):
        class Meta:
            database = db

    class SalesLine(Model):
        id = StableIdField()
        version = IntegerField(default=0)
        customer = ForeignKeyField(Customer)
        posting_date = DateField()
        document_type = TextField()
        document_no = TextField(default="")
        line_no = IntegerField()
        item_no = TextField(default="")
        description = TextField(default="")
        item_category = TextField(default="")
        quantity = BigIntegerField(default=0)
        amount = BigIntegerField(default=0)
        profit = BigIntegerField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            indexes = ((("document_no", "document_type", "line_no"), True),)

    db.create_tables([SalesLine])
    for table in ("customer", "vendor", "bank_account"):
        for column in ("telex", "telex_answer_back"):
            db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
