"""A region in which each of the five rules finds one thing that can be checked by hand.

GGD-team Oost and wijkteam Oost share cases Z1 to Z3 and nobody knows anybody; school De Beuk and its new IB'er know
nobody; Ann says she knows Sam, and not the other way round; Ann wants Wil, whom Sam knows; Sam and Kim share three.
"""

from datetime import date

from app.platform.graph import Graph
from tests.integration.insight.links.worlds import write
from tests.support.site import REGION

ORGANISATIONS = {
    "akker": ("De Akker", "bao"),
    "beuk": ("De Beuk", "bao"),
    "ggd": ("GGD-team Oost", "jgz"),
    "team": ("wijkteam Oost", "wijkteam"),
    "hulp": ("Zorg Een", "jeugdhulp"),
    "vink": ("De Vink", "sbo"),
}
PEOPLE = {
    "ann": ("Ann Aerts", "akker", "IB"),
    "ben": ("Ben Bos", "beuk", "IB"),
    "sam": ("Sanne Prins", "ggd", "jeugdverpleegkundige"),
    "gea": ("Gea Gast", "ggd", "arts"),
    "wim": ("Joost Maas", "team", "consulent"),
    "wil": ("Wil Wouda", "hulp", "intaker"),
    "kim": ("Kim Kat", "vink", "IB"),
    "one": ("Een Eik", "hulp", "behandelaar"),
}
SHARED = "ann-sam ann-wim wim-ann ann-kim kim-ann sam-wil wil-sam kim-wil wil-kim sam-one one-kim ann-one"
CASES = {"Z1": "ggd team sam", "Z2": "team ggd sam", "Z3": "ggd team wim", "Z4": "akker ggd sam", "Z5": "akker ggd gea"}


def tie(ends: str, state: str = "present", visibility: str = "shared") -> dict[str, str]:
    """One row of a contacts file; `ends` as `ann-sam`."""
    ego, alter = ends.split("-")
    return {"ego": ego, "alter": alter, "state": state, "visibility": visibility}


def write_small_region(graph: Graph, *more_ties: dict[str, str]) -> None:
    """Put the region in the database, with the code that the tests' clients belong to."""
    names = ("id", "name", "kind", "municipality")
    cases = {number: case.split() for number, case in CASES.items()}
    world = {
        "organisations": [
            dict(zip(names, (id_, *values, "Oost"), strict=True)) for id_, values in ORGANISATIONS.items()
        ],
        "positions": [
            {"person": id_, "name": name, "place": place, "role": role, "since": date(2026, 8, 24), "until": None}
            for id_, (name, place, role) in PEOPLE.items()
        ],
        "ties": [*map(tie, SHARED.split()), tie("ann-wil", state="desired"), *more_ties],
        "cases": [
            {
                "number": number,
                "theme": "taal" if number == "Z1" else "angst",
                "steps": [{"n": 1, "giver": giver, "taker": taker, "taken_on_by": person}],
            }
            for number, (giver, taker, person) in cases.items()
        ],
    }
    write(graph, REGION, world)
