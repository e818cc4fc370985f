"""The files that DUO published, as they are."""

from pathlib import Path

import pytest

from app.config import ROOT
from app.exchange.importing import import_file

FOLDER = ROOT.parent / "shared" / "data" / "duo"
NEW, OLD = FOLDER / "2026-04-alle-schoolvestigingen-basisonderwijs.csv", FOLDER / "2013-12-po_addresses.csv"

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason=f"DUO's files are not in {FOLDER}")


def take(region, path: Path, **options):
    report = import_file(region.graph, region.scope, "scholen", path, **options)
    assert report.problems == ()
    return report


@pytest.mark.parametrize(("path", "rows"), [(NEW, 6107), (OLD, 6804)])
def test_the_whole_country_is_read_without_a_problem(region, path, rows):
    report = take(region, path)
    assert (report.rows_read, report.created, report.skipped) == (rows, rows, 0)
    assert take(region, path).unchanged == rows


def test_accents_and_quotes_come_through(region):
    take(
        region,
        NEW,
        municipalities=["Haarlemmermeer", "Heerenveen", "Vijfheerenlanden", "Sittard-Geleen", "Vlaardingen"],
    )
    names = [name for [name] in region.ask("MATCH (o:Organisation) WHERE o.brin IS NOT NULL RETURN o.name")]
    assert {"Het Mozaïek", "It Bûtenplak", "CBS Herédium", "Kindcentrum Carré"} <= set(names)
    assert not any("\ufffd" in name or "\x92" in name for name in names)
    assert any("’" in name for name in names)


def test_one_municipality_of_thirteen_years_later_is_taken_over_the_old(region):
    old = take(region, OLD, municipalities=["Noordenveld"])
    new = take(region, NEW, municipalities=["1699"])
    assert (old.created + old.skipped, new.rows_read) == (6804, 6107)
    assert new.changed > new.created > 0
    again = take(region, NEW, municipalities=["NOORDENVELD"])
    assert (again.created, again.changed) == (0, 0)
    assert region.ask("MATCH (o:Organisation {kind: 'gemeente'}) RETURN o.name, o.number") == [
        ["Gemeente Noordenveld", "1699"]
    ]
