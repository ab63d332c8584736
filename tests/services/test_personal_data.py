"""What is held on one contact: all of it, of the classes that were asked for, and nothing of anybody else."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from contacts_tui.domain.errors import NotAllowed, Refused
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.sensitivity import Sensitivity, class_of
from contacts_tui.exchange import personal_data as files
from contacts_tui.services import address_ranges, addresses, affiliations, drafts, notes, personal_data
from contacts_tui.services.permissions import Right
from contacts_tui.services.personal_data import PersonalData
from contacts_tui.services.session import Session
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, change, contact, give


@pytest.fixture
def luc(reference_book: Session) -> Session:
    """A book in which much is known of one person."""
    of_luc = contact(reference_book, LUC)
    change(reference_book, LUC, mobile="514-555-0177", minor="yes")
    addresses.add(reference_book, of_luc.id, {"code": "SUMMER", "address": "5 chemin du Lac"})
    address_ranges.add(reference_book, of_luc.id, {"code": "SUMMER", "starting_date": "2018-06-01"})
    notes.add(reference_book, of_luc.id, {"text": "Asked for a price\nin May"})
    affiliations.add(reference_book, of_luc.id, {"company": CANNON, "role": "Adviser"})
    give(reference_book, LUC, "job_responsibilities", "IT")
    drafts.save(reference_book, f"note-{of_luc.uid}-", {"uid": of_luc.uid, "text": "half a note"})
    drafts.save(reference_book, "note-other", {"uid": contact(reference_book, MARIE).uid, "text": "about Marie"})
    return reference_book


def of(session: Session, number: str, least: Sensitivity = Sensitivity.NORMAL) -> PersonalData:
    return personal_data.export(session, contact(session, number).id, least)


def parts(data: PersonalData) -> dict[str, list[dict[str, object]]]:
    return {part.name: [{value.name: value.value for value in row} for row in part.rows] for part in data.parts}


def test_everything_about_one_contact_and_nothing_about_others(luc: Session) -> None:
    found = parts(of(luc, LUC))
    assert found["contact"][0]["name"] == "Luc Gagnon"
    assert found["alternative_addresses"][0]["address"] == "5 chemin du Lac"
    assert found["address_ranges"][0]["starting_date"] == "2018-06-01"
    assert found["comments"][0]["text"] == "Asked for a price\nin May"
    assert found["also_at"] == [
        {"number": CANNON, "name": "Cannon Group Ltd.", "role": "Adviser", "starting_date": "", "ending_date": ""}
    ]
    assert [code["code"] for code in found["job_responsibilities"]] == ["IT"]
    assert [draft["text"] for draft in found["drafts"]] == ["half a note"]
    assert {"field": "mobile", "old": "", "new": "514-555-0177"}.items() <= next(
        line for line in found["history"] if line["field"] == "mobile"
    ).items()
    assert "Marie" not in json.dumps(files.document(of(luc, LUC)))


def test_pr_r9_only_the_classes_that_were_asked_for(luc: Session) -> None:
    personal = parts(of(luc, LUC, Sensitivity.PERSONAL))
    assert {"name", "mobile", "minor"} <= set(personal["contact"][0])
    assert not {"number", "salesperson"} & set(personal["contact"][0])
    assert len(personal["alternative_addresses"]) == 1
    sensitive = parts(of(luc, LUC, Sensitivity.SENSITIVE))
    assert set(sensitive["contact"][0]) == {"privacy_blocked", "minor", "parental_consent"}
    assert "alternative_addresses" not in sensitive
    assert {line["field"] for line in sensitive["history"]} <= {"minor", "privacy_blocked", "comments"}


def test_a_company_names_its_people_by_number_and_name_alone(luc: Session) -> None:
    assert parts(of(luc, LAURIER))["people"] == [{"number": MARIE, "name": "Marie Tremblay"}]


def test_every_field_has_a_class_and_a_new_one_is_personal() -> None:
    assert {class_of(name) for name in CONTACT} == set(Sensitivity)
    assert class_of("something new") is Sensitivity.PERSONAL


def test_it_is_for_those_who_administer(luc: Session) -> None:
    rep = luc._replace(rights=frozenset(Right) - {Right.ADMINISTER})
    with pytest.raises(NotAllowed):
        of(rep, LUC)


@pytest.mark.parametrize("as_json", [True, False])
def test_the_file_is_new_and_for_its_owner_alone(luc: Session, tmp_path: Path, as_json: bool) -> None:
    path, data = tmp_path / "out", of(luc, LUC)
    files.write(path, data, as_json=as_json)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8")
    assert ("chemin du Lac" in text, "Tremblay" in text) == (True, False)
    if as_json:
        assert json.loads(text)["parts"]["contact"][0]["name"] == {"value": "Luc Gagnon", "class": "personal"}
    with pytest.raises(Refused, match="already"):
        files.write(path, data, as_json=as_json)
