import pytest

from app.exchange.known import Known, KnownOrganisation
from app.exchange.problems import MismatchError


@pytest.fixture
def known() -> Known:
    schools = [
        KnownOrganisation("1", "bao", "De Linde", "99AA00"),
        KnownOrganisation("2", "bao", "De Regenboog", "99AB00"),
        KnownOrganisation("3", "bao", "De  regenboog", "99AC00"),
        KnownOrganisation("4", "wijkteam", "Wijkteam Noord"),
    ]
    return Known("PO-99-02", schools, ["noor@delinde.example"])


@pytest.mark.parametrize(("text", "id_"), [("99aa00", "1"), ("de linde", "1"), ("WIJKTEAM  NOORD", "4")])
def test_an_organisation_is_found_by_code_or_name(known, text, id_):
    assert known.organisation(text).id == id_


@pytest.mark.parametrize(("text", "nearest"), [("99AAOO", "99AA00"), ("Wijkteam Nord", "Wijkteam Noord"), ("xyz", "")])
def test_what_is_not_there_is_said_with_what_is_near(known, text, nearest):
    with pytest.raises(MismatchError) as wrong:
        known.organisation(text)
    assert wrong.value.nearest == nearest


def test_a_name_that_two_have_is_not_guessed(known):
    with pytest.raises(MismatchError) as wrong:
        known.organisation("De Regenboog")
    assert wrong.value.nearest == "99AB00"


def test_a_person_is_known_by_address(known):
    assert known.person("noor@delinde.example") == "noor@delinde.example"
    with pytest.raises(MismatchError) as wrong:
        known.person("nor@delinde.example")
    assert wrong.value.nearest == "noor@delinde.example"


@pytest.mark.parametrize(
    ("name", "may"), [("De Vlinder", True), ("de linde", False), ("99ZZ00", False), ("99zz", False)]
)
def test_a_new_organisation_needs_a_name_that_nobody_has_and_that_is_no_code(known, name, may):
    assert known.may_make(name) is may
