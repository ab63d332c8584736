"""The fields of a query as words of the index: codes by their ids, found by code or by what they mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from contacts_tui.domain.message import Message, message
from contacts_tui.domain.query import Ask, FieldTerm, Query
from contacts_tui.domain.search_rules import Alternatives, Plan, Token, of_codes, of_flags, of_words, plan_of
from contacts_tui.domain.search_text import Mark
from contacts_tui.domain.text import words

_LISTS: Mapping[Ask, tuple[tuple[str, str], ...]] = {
    Ask.RELATION: (("business_relation", Mark.RELATION),),
    Ask.GROUP: (("industry_group", Mark.INDUSTRY_GROUP), ("mailing_group", Mark.MAILING_GROUP)),
    Ask.JOB: (("job_responsibility", Mark.RESPONSIBILITY),),
    Ask.LEVEL: (("organizational_level", Mark.LEVEL),),
    Ask.SALESPERSON: (("salesperson", Mark.SALESPERSON),),
    Ask.TERRITORY: (("territory", Mark.TERRITORY),),
    Ask.COUNTRY: (("country", Mark.COUNTRY),),
    Ask.LANGUAGE: (("language", Mark.LANGUAGE),),
}


def plan(connection: sqlite3.Connection, query: Query, salesperson: int | None) -> tuple[Plan, tuple[Message, ...]]:
    """What is asked of the index, and what of the query cannot be found there; `salesperson` is the user's own."""
    found: list[tuple[FieldTerm, Alternatives]] = []
    problems = list(query.problems)
    for term in query.all_fields:
        alternatives = tuple(_alternatives(connection, term, salesperson))
        if not alternatives:
            problems.append(_unknown(term))
        found.append((term, alternatives))
    return plan_of(query, found), tuple(problems)


def _alternatives(
    connection: sqlite3.Connection, term: FieldTerm, salesperson: int | None
) -> Iterator[tuple[Token, ...]]:
    if term.ask in (Ask.HAS, Ask.LACKS, Ask.TYPE):
        yield from of_flags(term)
        return
    if term.me:
        yield from of_codes(term, Mark.SALESPERSON, [] if salesperson is None else [salesperson])
        return
    if term.ask in (Ask.CITY, Ask.POST_CODE, Ask.JOB):
        yield from of_words(term)
    for table, mark in _LISTS.get(term.ask, ()):
        yield from of_codes(term, mark, _ids(connection, table, term.words))


def _ids(connection: sqlite3.Connection, table: str, wanted: tuple[str, ...]) -> Iterator[int]:
    """The lines whose code begins so, or whose meaning has words that begin so."""
    whole = "".join(wanted)
    for row_id, code, description in connection.execute(f"SELECT id, code, description FROM {table}"):
        meant = words(description)
        by_code = "".join(words(code)).startswith(whole)
        if by_code or all(any(word.startswith(w) for word in meant) for w in wanted):
            yield row_id


def _unknown(term: FieldTerm) -> Message:
    if term.me:
        return message("No salesperson is yours: see the user set-up.")
    return message("{field} finds nothing called “{value}”.", field=f"{term.ask}:", value=" ".join(term.words))
