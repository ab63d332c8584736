"""What holds of inheritance whatever the values: checked against a plain reading of the rules of section 3."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.addresses import BLOCK_FIELDS
from contacts_tui.domain.contact import Contact, ContactType, CorrespondenceType
from contacts_tui.domain.inheritance import INHERITED_FIELDS, Mark, follow, join, kept_own, marks, take_company_value
from contacts_tui.domain.marketing_setup import MarketingSetup

CODES = ("salesperson_id", "territory_id", "country_id", "language_id")
COMPARED = ("address", "address2", "post_code", "city")
EACH = [attr for attr in INHERITED_FIELDS if attr not in BLOCK_FIELDS]

TEXT = st.sampled_from(["", "a", "b"])
CODE = st.sampled_from([None, 1, 2])
VALUES = {attr: CODE if attr in CODES else TEXT for attr in INHERITED_FIELDS} | {
    "correspondence_type": st.sampled_from(CorrespondenceType)
}
SETUPS = st.builds(MarketingSetup, **{switch: st.booleans() for switch in set(INHERITED_FIELDS.values())})


def contacts(kind: ContactType, **fixed: int) -> st.SearchStrategy[Contact]:
    return st.builds(Contact, type=st.just(kind), **{name: st.just(value) for name, value in fixed.items()}, **VALUES)


PEOPLE = contacts(ContactType.PERSON, id=9, company_id=1)
OLD, NEW = contacts(ContactType.COMPANY, id=1), contacts(ContactType.COMPANY, id=1)
OTHER = contacts(ContactType.COMPANY, id=2)


def close_to(person: Contact, company: Contact, shared: set[str]) -> Contact:
    """The person with the company's value of the shared attributes, so that equal values are not rare."""
    return replace(person, **{attr: getattr(company, attr) for attr in shared})


SHARED = st.one_of(st.sets(st.sampled_from(sorted(INHERITED_FIELDS))), st.just(set(INHERITED_FIELDS)))


@given(PEOPLE, OLD, NEW, SETUPS, SHARED)
def test_an_own_value_is_never_touched(
    person: Contact, old: Contact, new: Contact, setup: MarketingSetup, shared: set[str]
) -> None:
    person = close_to(person, old, shared)
    after = follow(person, old, new, setup)
    for attr in EACH:
        if getattr(person, attr) != getattr(old, attr):
            assert getattr(after, attr) == getattr(person, attr)
    if any(getattr(person, attr) != getattr(old, attr) for attr in COMPARED):
        assert [getattr(after, attr) for attr in BLOCK_FIELDS] == [getattr(person, attr) for attr in BLOCK_FIELDS]


@given(PEOPLE, OLD, NEW, SETUPS, SHARED)
def test_an_equal_value_follows_exactly_when_its_switch_is_on(
    person: Contact, old: Contact, new: Contact, setup: MarketingSetup, shared: set[str]
) -> None:
    person = close_to(person, old, shared)
    after = follow(person, old, new, setup)
    for attr, switch in INHERITED_FIELDS.items():
        if not getattr(setup, switch):
            assert getattr(after, attr) == getattr(person, attr)
        elif attr in EACH and getattr(person, attr) == getattr(old, attr):
            assert getattr(after, attr) == getattr(new, attr)
    untouched = dict.fromkeys(INHERITED_FIELDS)
    for name in Contact.__dataclass_fields__:
        if name not in untouched:
            assert getattr(after, name) == getattr(person, name)


@given(PEOPLE, OLD, NEW, SETUPS, SHARED)
def test_following_twice_is_following_once(
    person: Contact, old: Contact, new: Contact, setup: MarketingSetup, shared: set[str]
) -> None:
    after = follow(close_to(person, old, shared), old, new, setup)
    assert follow(after, old, new, setup) == after
    assert follow(after, new, new, setup) is after


@given(PEOPLE, OLD, NEW, SETUPS, SHARED)
def test_what_followed_bears_the_companys_mark(
    person: Contact, old: Contact, new: Contact, setup: MarketingSetup, shared: set[str]
) -> None:
    person = close_to(person, old, shared)
    before, after = marks(person, old, setup), marks(follow(person, old, new, setup), new, setup)
    switched_on = {attr for attr, switch in INHERITED_FIELDS.items() if getattr(setup, switch)}
    assert before.keys() == after.keys() == switched_on
    for attr, mark in before.items():
        if mark is Mark.FOLLOWS:
            assert after[attr] is Mark.FOLLOWS


@given(PEOPLE, OLD, NEW, SHARED)
def test_a_person_with_an_own_value_of_a_changed_field_kept_it(
    person: Contact, old: Contact, new: Contact, shared: set[str]
) -> None:
    person = close_to(person, old, shared)
    setup = MarketingSetup()
    own = {attr for attr, mark in marks(person, old, setup).items() if mark is Mark.OWN}
    changed = {attr for attr in INHERITED_FIELDS if getattr(old, attr) != getattr(new, attr)}
    assert kept_own(person, old, new, setup) == bool(own & changed)


@given(PEOPLE, st.one_of(st.none(), OLD), OTHER, SETUPS, SHARED)
def test_joining_twice_is_joining_once(
    person: Contact, old: Contact | None, new: Contact, setup: MarketingSetup, shared: set[str]
) -> None:
    person = close_to(person, old, shared) if old else person
    joined = join(person, old, new, setup)
    assert join(joined, old, new, setup) == joined
    assert joined.company_id == new.id
    again = join(joined, new, new, setup)
    assert replace(again, county=joined.county) == joined
    assert again.county in (joined.county, new.county)


@given(PEOPLE, OLD, OTHER, SHARED)
def test_joining_reads_as_the_table(person: Contact, old: Contact, new: Contact, shared: set[str]) -> None:
    person = close_to(person, old, shared)
    joined = join(person, old, new, MarketingSetup())
    for attr in (*EACH, "correspondence_type"):
        mine, theirs = getattr(person, attr), getattr(new, attr)
        if attr in CODES:
            assert getattr(joined, attr) == (mine if theirs is None else theirs)
        else:
            assert getattr(joined, attr) == (theirs if mine in ("", getattr(old, attr)) else mine)
    mine = [getattr(person, attr) for attr in COMPARED]
    takes = not any(mine) or mine == [getattr(old, attr) for attr in COMPARED]
    source = new if takes else person
    assert [getattr(joined, attr) for attr in BLOCK_FIELDS] == [getattr(source, attr) for attr in BLOCK_FIELDS]


@given(PEOPLE, OLD, st.sampled_from(sorted(INHERITED_FIELDS)))
def test_a_value_that_was_taken_bears_the_companys_mark(person: Contact, company: Contact, attr: str) -> None:
    setup = MarketingSetup()
    taken = take_company_value(person, company, attr)
    assert marks(taken, company, setup)[attr] is Mark.FOLLOWS
    for other, mark in marks(person, company, setup).items():
        if not (other == attr or {other, attr} <= set(BLOCK_FIELDS)):
            assert marks(taken, company, setup)[other] is mark
