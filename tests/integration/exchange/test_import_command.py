"""The command `lijn import`."""

import json

import pytest
from click.testing import CliRunner
from pydantic import SecretStr

from app.config import Settings
from app.exchange.commands import import_files
from tests.integration.exchange.conftest import PEOPLE, SCHOOLS


@pytest.fixture
def lijn(address, tmp_path):
    """Run `lijn import` with these words on the session's database."""
    settings = Settings(
        var=tmp_path / "var",
        neo4j_uri=address.uri,
        neo4j_user=address.user,
        neo4j_password=SecretStr(address.password),
    )
    return lambda *words: CliRunner().invoke(import_files, [str(word) for word in words], obj=settings)


def test_the_report_as_json(lijn, region):
    done = lijn("scholen", region.write(SCHOOLS), "--json")
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert {"rows_read": 3, "created": 3, "changed": 0, "unchanged": 0, "problems": []}.items() <= report.items()


def test_a_rehearsal_writes_nothing(lijn, region):
    done = lijn("scholen", region.write(SCHOOLS), "--dry-run")
    assert done.exit_code == 0
    assert "3 nieuw" in done.stdout
    assert region.revision() == 0


def test_problems_are_a_table_and_exit_code_one(lijn, region):
    done = lijn("personen", region.write(PEOPLE))
    assert done.exit_code == 1
    assert "organisatie" in done.stdout
    assert "99AA00" in done.stdout
    assert region.revision() == 0


def test_problems_as_json(lijn, region):
    done = lijn("personen", region.write(PEOPLE), "--json")
    assert done.exit_code == 1
    problem = json.loads(done.stdout)["problems"][0]
    assert set(problem) == {"row", "column", "value", "expected", "nearest"}


def test_only_what_was_chosen(lijn, region):
    done = lijn("scholen", region.write(SCHOOLS), "--json", "--gemeente", "Bronhoven", "--postcode", "5960")
    assert json.loads(done.stdout)["created"] == 3


def test_changes_are_told(lijn, region):
    region.fill("scholen")
    done = lijn("scholen", region.write(SCHOOLS.replace("0999550000", "0999550009")))
    assert "2: TELEFOONNUMMER: 0999550000 → 0999550009" in done.stdout


def test_without_a_region_it_says_how_to_make_one(lijn, graph, tmp_path):
    path = tmp_path / "file.csv"
    path.write_text(SCHOOLS)
    done = lijn("scholen", path)
    assert done.exit_code == 1
    assert "lijn region" in done.stderr


def test_with_two_regions_it_asks_which(lijn, region, make_region):
    make_region("PO-99-03")
    done = lijn("scholen", region.write(SCHOOLS))
    assert done.exit_code == 1
    assert "PO-99-02, PO-99-03" in done.stderr
    assert lijn("scholen", region.write(SCHOOLS), "--region", "PO-99-03").exit_code == 0
    assert region.revision() == 0


def test_an_area_is_for_schools_only(lijn, region):
    assert lijn("personen", region.write(PEOPLE), "--gemeente", "Bronhoven").exit_code == 2


def test_a_region_that_is_not_there_is_named_and_nothing_is_read(lijn, region):
    done = lijn("scholen", region.write(SCHOOLS), "--region", "PO-99-30")
    assert done.exit_code == 1
    assert "Kies een regio met --region: PO-99-02" in done.stderr
