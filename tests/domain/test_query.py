"""The query language: what a line asks for, and what is said where it is not understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.query import MOST_WORDS, Ask, FieldTerm, Words, parse_query, parts_of
from contacts_tui.domain.text import clean_line


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Cannon  TEA", [Words(("cannon",)), Words(("tea",))]),
        ("Éric", [Words(("eric",))]),
        ("O'Brien", [Words(("o", "brien"))]),
        ('"Market Square"', [Words(("market", "square"), exact=True)]),
        ('"market square', [Words(("market", "square"), exact=True)]),
        ("-leeds", [Words(("leeds",), negative=True)]),
        ('-"new york"', [Words(("new", "york"), exact=True, negative=True)]),
        ("info@cannon.example", [Words(("info", "cannon"))]),
        ("- -- !", []),
    ],
)
def test_words(typed: str, wanted: list[Words]) -> None:
    query = parse_query(typed)
    assert list(query.words) == wanted
    assert (query.fields, query.problems) == ((), ())


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("city:Leeds", FieldTerm(Ask.CITY, ("leeds",))),
        ("ville:montréal", FieldTerm(Ask.CITY, ("montreal",))),
        ('city:"New York"', FieldTerm(Ask.CITY, ("new", "york"))),
        ("-rel:cust", FieldTerm(Ask.RELATION, ("cust",), negative=True)),
        ("grp:x-card", FieldTerm(Ask.GROUP, ("x", "card"))),
        ("job:purchase", FieldTerm(Ask.JOB, ("purchase",))),
        ("level:ceo", FieldTerm(Ask.LEVEL, ("ceo",))),
        ("rep:me", FieldTerm(Ask.SALESPERSON, (), me=True)),
        ("rep:moi", FieldTerm(Ask.SALESPERSON, (), me=True)),
        ("rep:js", FieldTerm(Ask.SALESPERSON, ("js",))),
        ("has:email", FieldTerm(Ask.HAS, ("email",))),
        ("avec:courriel", FieldTerm(Ask.HAS, ("email",))),
        ("no:phone", FieldTerm(Ask.LACKS, ("phone",))),
        ("sans:téléphone", FieldTerm(Ask.LACKS, ("phone",))),
        ("type:person", FieldTerm(Ask.TYPE, ("person",))),
        ("type:c", FieldTerm(Ask.TYPE, ("company",))),
        ("company.city:york", FieldTerm(Ask.CITY, ("york",), of_company=True)),
        ("compagnie.ville:york", FieldTerm(Ask.CITY, ("york",), of_company=True)),
    ],
)
def test_fields(typed: str, wanted: FieldTerm) -> None:
    query = parse_query(typed)
    assert (query.words, query.fields, query.problems) == ((), (wanted,), ())


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("city:", "city: is followed by what it is to be."),
        ("city:--", "city: is followed by what it is to be."),
        ("has:money", "has: is followed by one of email, phone, "),
        ("type:robot", "type: is followed by company or person."),
        ("foo:bar", "There is no field foo: to ask for."),
        ("last:<2026-08-01", "last: asks when the last talk was; no talks are kept yet."),
    ],
)
def test_a_mistake_is_said_and_the_rest_is_asked_for(typed: str, sentence: str) -> None:
    query = parse_query(f"cannon {typed}")
    assert Words(("cannon",)) in query.words
    assert query.fields == ()
    assert str(query.problems[0]).startswith(sentence)


def test_what_is_no_field_is_looked_for_as_words() -> None:
    assert parse_query("foo:bar").wanted == ("foo", "bar")
    assert parse_query("http://cannon.example").problems == ()


@pytest.mark.parametrize("typed", ["+44 121 496 0100", "(514) 555-0100", "0100", "418.555.0128"])
def test_digits_and_signs_alone_are_a_phone_number(typed: str) -> None:
    query = parse_query(typed)
    assert query.number == "".join(filter(str.isdecimal, typed))
    assert query.words == ()


def test_so_many_words_are_looked_for_and_no_more() -> None:
    query = parse_query(" ".join(f"word{n}" for n in range(MOST_WORDS + 3)))
    assert len(query.wanted) == MOST_WORDS
    assert "first 12 words" in str(query.problems[0])


@given(st.text(max_size=60))
def test_nothing_that_can_be_typed_raises(typed: str) -> None:
    parse_query(typed)


@given(
    st.lists(st.sampled_from(["city:", '"', "-", "a", " ", ":", ".", "company.", "has:", "é", "1", "@"]), max_size=12)
)
def test_nor_does_any_mixture_of_its_signs(pieces: list[str]) -> None:
    query = parse_query("".join(pieces))
    assert all(word for word in query.wanted)


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=6), max_size=4))
def test_plain_words_are_taken_apart_as_among_others(pieces: list[str]) -> None:
    text = clean_line(" ".join(pieces))
    assert list(parts_of(text)) == list(parts_of(f'{text} "'))[:-1]
