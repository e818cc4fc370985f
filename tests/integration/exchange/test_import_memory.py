"""The process stays as small for a long file as for a short one."""

import tracemalloc

from app.exchange.importing import import_file

PEOPLE = 250


def peak(region, path) -> int:
    tracemalloc.start()
    try:
        report = import_file(region.graph, region.scope, "contacten", path, dry_run=True)
        assert report.problems == ()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def ties(region, count: int):
    pairs = ((ego, alter) for ego in range(PEOPLE) for alter in range(PEOPLE) if ego != alter)
    rows = (f"p{ego}@wijk.example;p{alter}@wijk.example;wekelijks;aantekening {ego} {alter}" for ego, alter in pairs)
    chosen = [row for _number, row in zip(range(count), rows, strict=False)]
    return region.write("\n".join(["van;naar;hoe vaak;notitie", *chosen]), f"{count}.csv")


def test_ten_times_the_rows_take_no_more_memory(region):
    region.fill("scholen")
    rows = [f"p{number}@wijk.example;Persoon {number};99AA00;IB" for number in range(PEOPLE)]
    region.take("personen", "\n".join(["email;naam;organisatie;functie", *rows]))
    short, long = ties(region, 5_000), ties(region, 50_000)
    peak(region, short)
    assert peak(region, long) / peak(region, short) < 1.5
