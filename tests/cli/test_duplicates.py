"""``duplicates``: the pairs for people and for programs."""

from __future__ import annotations

from tests.cli.conftest import Shell


def enter_twin(shell: Shell) -> None:
    shell.done("new", "company", "name=Boulangerie Laurier", "city=Montréal", "phone=514 555 0100")


def test_the_pairs_are_printed_with_the_reasons(laurier: Shell) -> None:
    enter_twin(laurier)
    printed = laurier.done("duplicates").out.splitlines()
    assert printed[0].startswith("almost certainly  ")
    assert printed[1:4] == [
        "  CT000001  Boulangerie Laurier inc., Montréal",
        "  CT000003  Boulangerie Laurier, Montréal",
        "  same rare name, same phone number, same town",
    ]


def test_one_document_for_programs(laurier: Shell) -> None:
    enter_twin(laurier)
    (pair,) = laurier.done("duplicates", "--json").json["pairs"]
    assert list(pair) == ["a", "b", "score", "reasons", "matching", "of"]
    assert (pair["a"], pair["b"]) == ("CT000001", "CT000003")
    assert pair["reasons"] == ["same rare name", "same phone number", "same town"]
    assert pair["score"] > 6


def test_a_book_without_duplicates_says_so(laurier: Shell) -> None:
    ran = laurier("duplicates")
    assert (ran.status, ran.out, ran.err) == (1, "", "No two contacts look like the same one.\n")


def test_what_is_only_possible_is_printed_on_request(laurier: Shell) -> None:
    for name in ("Henning Troelsen", "Henning Serritslev"):
        laurier.done("new", "person", f"name={name}", "address=12 Lindevej", "post_code=2950", "city=Vedbaek")
    usual = laurier("duplicates", "--json").json["pairs"]
    more = laurier.done("duplicates", "--possibly", "--json").json["pairs"]
    assert usual == []
    assert [(pair["a"], pair["b"]) for pair in more] == [("CT000003", "CT000004")]
    assert -3 <= more[0]["score"] < 0


def test_du_r12_search_strings_are_made_anew_of_all_companies_or_of_those_found(laurier: Shell) -> None:
    enter_twin(laurier)
    shop = laurier.done("search-strings").out
    assert shop.startswith("Search strings of 2 companies; ")
    assert laurier.done("search-strings", "laurier", "inc").out.startswith("Search strings of 1 company; ")
    assert laurier("search-strings", "nobody").status == 1
