"""A card on the command line, and what a record must never do to a terminal."""

from __future__ import annotations

import sqlite3

from contacts_tui.domain.fields import CONTACT
from tests.cli.conftest import Shell

_MORE = [
    "industry_groups", "mailing_groups", "job_responsibilities", "relation", "business_relations", "web_sources",
    "alternative_addresses", "comments", "people", "also_at",
]  # fmt: skip


def test_a_company_shows_fields_codes_and_people(laurier: Shell) -> None:
    laurier.done("edit", "CT000001", "+web_sources=WEB:Laurier & Fils", "+business_relations=PROS")
    card = laurier.done("show", "CT000001", "--json").json
    assert list(card) == [*CONTACT, *_MORE, "greetings"]
    assert (card["number"], card["type"], card["company"]) == ("CT000001", "company", "CT000001")
    assert card["company_name"] == "Boulangerie Laurier inc."
    assert card["industry_groups"] == ["RETAIL"]
    assert card["business_relations"] == [{"code": "PROS", "link_to": "", "no": ""}]
    assert card["web_sources"] == [
        {
            "code": "WEB",
            "search_word": "Laurier & Fils",
            "url": "https://www.google.com/search?q=Laurier%20%26%20Fils",
        }
    ]
    assert card["people"] == [{"number": "CT000002", "name": "Marie Tremblay"}]
    assert "inherited" not in card


def test_a_person_names_the_fields_that_follow_the_company(laurier: Shell) -> None:
    laurier.done("edit", "CT000002", "phone=514-555-0150")
    card = laurier.done("show", "ct000002", "--json").json
    assert list(card) == [*CONTACT, *_MORE, "inherited", "greetings"]
    assert {"address", "post_code", "city", "county", "fax", "email", "country"} <= set(card["inherited"])
    assert "phone" not in card["inherited"]
    assert (card["people"], card["also_at"]) == ([], [])


def test_the_card_reads_like_a_card(laurier: Shell) -> None:
    laurier.done("edit", "CT000002", "phone=514-555-0150")
    lines = laurier.done("show", "CT000002").out.splitlines()
    assert lines[0] == "Marie Tremblay  CT000002"
    assert lines[1] == "Directrice, Boulangerie Laurier inc.  CT000001"
    shown = {line.split("  ")[1].strip(): line for line in lines if line.startswith("  ")}
    assert shown["Phone"].split() == ["Phone", "*", "514-555-0150"]
    assert shown["Fax"].split() == ["Fax", "=", "514-555-0101"]
    assert "Retail" in shown["Industry groups"]
    assert "Pager" not in shown
    company = laurier.done("show", "CT000001").out
    assert "People 1" in company
    assert "Marie Tremblay" in company


def test_a_number_that_does_not_exist_gives_1(laurier: Shell) -> None:
    ran = laurier("show", "CT999999", "--json")
    assert ran.status == 1
    assert ran.json["error"] == {
        "message": "There is no contact CT999999.",
        "field": "number",
        "value": "CT999999",
    }
    ran = laurier("show", "CT999999")
    assert (ran.status, ran.out, ran.err) == (1, "", "There is no contact CT999999.\n")


def test_no_control_character_of_a_record_reaches_the_terminal(laurier: Shell) -> None:
    hostile = "a\x1b]52;c;AAAA\x07\x9b31mb\u202ec\u200bd\r\ne[/red]"
    connection = sqlite3.connect(laurier.database)
    connection.execute("UPDATE contact SET name = ?, job_title = ?, city = ?", [hostile] * 3)
    connection.commit()
    connection.close()
    allowed = {"\n"}
    for words in (("show", "CT000002"), ("find", "tremblay"), ("history",), ("delete", "CT000002")):
        for arguments in (words, (*words, "--json") if words[0] != "delete" else words):
            ran = laurier(*arguments)
            for text in (ran.out, ran.err):
                odd = {c for c in text if not c.isprintable()} - allowed
                assert not odd, (arguments, odd)
    assert "[/red]" in laurier.done("show", "CT000002").out
    assert laurier.done("show", "CT000002", "--json").json["name"] == hostile
