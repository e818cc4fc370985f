import pytest

from app.exchange.area import Area
from app.exchange.problems import Problems

NORTH = {"municipality": "NOORDENVELD", "number": "1699", "postcode": "9306 TC"}
HAGUE = {"municipality": "S GRAVENHAGE", "number": "0518", "postcode": "2511AB"}


@pytest.mark.parametrize(
    ("municipalities", "postcodes"),
    [(["Noordenveld"], []), (["1699"], []), ([], ["9306"]), ([], ["9300-9399"]), (["'s-Gravenhage"], ["9306"])],
)
def test_a_row_is_in_the_area_by_name_number_or_postcode(municipalities, postcodes):
    assert Area(municipalities, postcodes).covers(NORTH)


@pytest.mark.parametrize("name", ["'s-Gravenhage", "S GRAVENHAGE", "518", "0518"])
def test_the_hague_is_found_however_it_is_written(name):
    area = Area([name])
    assert area.covers(HAGUE)
    assert not area.covers(NORTH)


def test_what_is_nowhere_in_the_file_is_told():
    area, problems = Area(["Noordenvelt", "Assen"], ["1000", "93", "9300-9399"]), Problems()
    assert area.covers(NORTH)
    area.tell_unknown(problems)
    assert [(problem.value, problem.nearest) for problem in sorted(problems, key=lambda found: found.value)] == [
        ("1000", ""),
        ("93", ""),
        ("Assen", ""),
        ("Noordenvelt", "NOORDENVELD"),
    ]
