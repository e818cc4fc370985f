"""Invented places: none of these is a Dutch municipality or place in DUO's file of April 2026."""

from itertools import product
from random import Random

from seed.model import District

_FIRST = (
    "Elzen", "Haver", "Bron", "Wolfs", "Hessen", "Ravel", "Zwane", "Koren", "Distel", "Hazel",
    "Iepen", "Valken", "Lijster", "Reiger", "Essche", "Merel", "Varen", "Dommel", "Veld", "Oirster",
)  # fmt: skip
_LAST = ("rijk", "hoek", "beek", "mark", "broek", "laer", "donk", "werve", "schot", "akker")
_AGE = ("", "Nieuw-", "Groot-", "Oud-", "Klein-", "Hoog-", "Laag-", "Binnen-", "Buiten-", "Over-", "Sint-")
_DEMO = ("Dommelrijk", "Veldhoek", "Oirsterbeek")
_NAMES = [f"{age}{first}{last}" for age, first, last in product(_AGE, _FIRST, _LAST)]

STREETS = (
    "Kerkpad", "Lindelaan", "Molenweg", "Schoolstraat", "Dorpsplein", "Beekdal", "Hofstede", "Merelhof",
    "Ganzenweide", "Korenbloemstraat", "Zandpad", "Vlierhof", "Parklaan", "Watermolen", "Heideveld",
)  # fmt: skip
# Four digits that no school in DUO's file has, and letters that PostNL does issue.
_AREAS = ("5955", "5956", "5957", "5958", "5959", "5967", "5968", "5969", "5977", "5978", "5979")
_LETTERS = "ABCDEGHJKLMNPRTVWXZ"


def municipalities(number: int, scale: int) -> list[str]:
    """Three invented municipalities for each block of the region.

    Args:
        number: the number of the region, 1 to 60.
        scale: the number of blocks.

    Returns:
        Names that no region of the same scale with another number has.
    """
    if number == 1:
        return [*_DEMO, *(name for name in _NAMES if name not in _DEMO)][: 3 * scale]
    free = [name for name in _NAMES if name not in _DEMO]
    first = 3 * scale * (number - 1)
    return [free[index % len(free)] for index in range(first, first + 3 * scale)]


def districts(names: list[str]) -> list[District]:
    """Six districts, 48 schools, for every three municipalities; the second municipality is the corner."""
    found = []
    for block in range(0, len(names), 3):
        town, edge, villages = names[block : block + 3]
        prefix = f"{town}-" if block else ""
        found += [
            District(f"{prefix}Noord", town, 12),
            District(f"{prefix}Oost", town, 6),
            District(f"{prefix}Zuid", town, 6),
            District(edge, edge, 11, corner=block == 0),
            District(f"{villages}-Dorp", villages, 7),
            District(f"{villages}-Buiten", villages, 6),
        ]
    return found


def postcode(rng: Random, municipality_index: int) -> str:
    """A postcode that looks right in an area without schools."""
    return f"{_AREAS[municipality_index % len(_AREAS)]} {rng.choice(_LETTERS)}{rng.choice(_LETTERS)}"
