"""What contacts are found by, read from their rows: for the index that takes it in, and for what no index holds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Any

from contacts_tui.domain import search_text
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.listing import SortKeys, sort_keys
from contacts_tui.domain.search_text import SearchText, Source
from contacts_tui.store.former_names import former_names

_SOURCE = """
SELECT c.id, c.type, c.company_id, c.name, c.name2, c.search_name, c.job_title, c.address, c.address2, c.post_code,
       c.city, c.email, c.email2, c.home_page, c.no, c.external_id, c.vat_number, c.phone, c.mobile, c.fax,
       c.organizational_level_id, c.salesperson_id, c.territory_id, c.country_id, c.language_id
  FROM json_each(?) wanted JOIN contact c ON c.id = wanted.value
"""
_ORDERS = """
SELECT c.id, c.name, c.city, coalesce(f.name, c.name), coalesce(f.id, c.id)
  FROM json_each(?) wanted JOIN contact c ON c.id = wanted.value LEFT JOIN contact f ON f.id = c.company_id
"""
_ALSO_AT = """
SELECT a.contact_id, c.id, c.name
  FROM json_each(?) wanted JOIN affiliation a ON a.contact_id = wanted.value JOIN contact c ON c.id = a.company_id
 ORDER BY c.id
"""
_CODES = {
    "relations": ("contact_business_relation", "business_relation_id"),
    "industry_groups": ("contact_industry_group", "industry_group_id"),
    "mailing_groups": ("contact_mailing_group", "mailing_group_id"),
    "responsibilities": ("contact_job_responsibility", "job_responsibility_id"),
}


def sources(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Source]:
    """What the words of these contacts are taken from, by id; one that is gone is left out."""
    asked = list(ids)
    wanted = json.dumps(asked)
    codes: dict[str, dict[int, list[int]]] = {}
    for name, (table, column) in _CODES.items():
        of_list = codes.setdefault(name, {})
        sql = (
            f"SELECT contact_id, {column} FROM {table} WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY 2"
        )
        for contact_id, code in connection.execute(sql, [wanted]):
            of_list.setdefault(contact_id, []).append(code)
    also_at = connection.execute(_ALSO_AT, [wanted]).fetchall()
    former = former_names(connection, {*asked, *(row[1] for row in also_at)})
    companies: dict[int, tuple[str, ...]] = {}
    for contact_id, company_id, name in also_at:
        companies[contact_id] = (*companies.get(contact_id, ()), name, *former.get(company_id, ()))
    found = {}
    for row in connection.execute(_SOURCE, [wanted]).fetchall():
        own = (tuple(codes[name].get(row[0], ())) for name in _CODES)
        names = former.get(row[0], ()), companies.get(row[0], ())
        values: tuple[Any, ...] = (row[0], ContactType(row[1]), *row[2:], *own, *names)
        found[row[0]] = Source(*values)
    return found


def orders(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, SortKeys]:
    """What these contacts are sorted by, by id."""
    return {row[0]: sort_keys(*row[1:]) for row in connection.execute(_ORDERS, [json.dumps(list(ids))])}


def texts(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, tuple[Source, SearchText]]:
    """The words of these contacts as they are now, by id; one that is gone is left out."""
    return {
        contact.id: (contact, search_text.search_text(contact, company))
        for contact, company in _with_companies(connection, ids)
    }


def phrases(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, list[list[str]]]:
    """The words of each field of these contacts in their order, by id."""
    return {contact.id: search_text.phrases(contact, company) for contact, company in _with_companies(connection, ids)}


def _with_companies(connection: sqlite3.Connection, ids: Collection[int]) -> list[tuple[Source, Source | None]]:
    found = sources(connection, ids)
    companies = {c.company_id for c in found.values() if c.company_id is not None}
    known = {**sources(connection, companies - found.keys()), **found}
    return [(c, None if c.company_id is None else known.get(c.company_id)) for c in found.values()]
