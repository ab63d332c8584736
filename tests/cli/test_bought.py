"""What a customer has bought, from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell

_LINES = """Sell-to Customer No.,Posting Date,Document No.,Line No.,Type,No.,Description,Item Category Code,\
Quantity,Amount
10000,2026-01-15,103001,10000,Item,1000,Bicycle,BIKE,10,"1,234.50"
10000,2026-02-01,103002,10000,Item,1000,Bicycle,BIKE,2.5,20
"""
_MEMO_LINES = """Sell-to Customer No.,Posting Date,Document No.,Line No.,Type,No.,Quantity,Amount
10000,2026-02-10,104001,10000,Item,1001,3,7
"""


@pytest.fixture
def customer(laurier: Shell, tmp_path: Path) -> Shell:
    """CT000001 is the customer 10000, who has bought bicycles."""
    laurier.done("setup", "set", "bus_rel_code_for_customers=CUST")
    laurier.done("create-as", "CT000001", "customer", "--no", "10000")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "sales_invoice_lines.csv").write_text(_LINES)
    (folder / "sales_credit_memo_lines.csv").write_text(_MEMO_LINES)
    laurier.done("import", str(folder))
    return laurier


def test_what_the_company_has_bought_is_printed_for_its_person_too(customer: Shell) -> None:
    shown = customer.done("bought", "CT000002")
    assert shown.out.splitlines() == [
        "10000 Boulangerie Laurier inc.",
        "",
        "Item  Description  Category  First       Last        Times  Quantity    Amount",
        "1000  Bicycle      BIKE      2026-01-15  2026-02-01      2      12.5  1,254.50",
        "1001                                                     0        -3     -7.00  returned",
        "",
        "2 items, 1,247.50",
    ]
    french = customer.done("bought", "CT000002", "--lang", "fr").out
    assert "1\u202f254,50" in french
    assert "12,5 " in french


def test_the_same_as_json(customer: Shell) -> None:
    document = customer.done("bought", "CT000001", "--json").json
    assert (document["number"], document["customer"], document["total"]) == ("CT000001", "10000", 1247.5)
    assert document["items"][0] == {
        "item_no": "1000",
        "description": "Bicycle",
        "item_category": "BIKE",
        "first": "2026-01-15",
        "last": "2026-02-01",
        "times": 2,
        "quantity": 12.5,
        "amount": 1254.5,
        "returned": False,
    }
    assert document["items"][1]["returned"] is True


def test_who_is_no_customer_has_nothing_and_it_is_no_error(customer: Shell) -> None:
    customer.done("new", "company", "name=Acme")
    answer = customer("bought", "CT000003")
    assert (answer.status, answer.out, answer.err) == (1, "", "Acme is not a customer.\n")
    assert customer("bought", "CT000003", "--json").json == {
        "number": "CT000003",
        "customer": "",
        "items": [],
        "total": 0,
    }


def test_a_customer_who_has_bought_nothing_is_told_apart(customer: Shell) -> None:
    customer.done("undo")
    answer = customer("bought", "CT000001")
    assert (answer.status, answer.err) == (1, "10000 Boulangerie Laurier inc. has bought nothing so far.\n")
    assert customer("bought", "CT000099").status == 1
