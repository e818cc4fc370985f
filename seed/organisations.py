"""The organisations of the region: schools, the samenwerkingsverband and its partners."""

import unicodedata
from collections.abc import Iterator

from seed.model import District, Organisation, RegionSize

# By district: Noord 12, Oost 6, Zuid 6, the corner 11, Dorp 7, Buiten 6.
_SCHOOLS = (
    "De Zonnewijzer", "Het Anker", "De Meander", "De Vuurtoren", "Het Mozaïek", "De Ark", "De Wegwijzer",
    "Sint-Jozefschool", "De Klimop", "Het Palet", "De Bongerd", "De Toverfluit",
    "De Ooievaar", "Het Baken", "De Kameleon", "De Oostpoort", "Prinses Amaliaschool", "De Horizon",
    "De Wissel", "De Regenboog", "Het Zuiderlicht", "De Kring", "An-Nahar", "De Windroos",
    "De Linde", "Het Kompas", "De Akker", "De Hoeksteen", "Het Veldboeket", "De Korenaar", "De Wilgenhoek",
    "De Leeuwerik", "De Rietpluim", "Mariaschool", "De Schakel",
    "De Springplank", "De Dorpshof", "De Beekvlinder", "De Driesprong", "Sint-Martinus", "Het Klokhuis", "De Wending",
    "De Buitenkans", "Het Bosnest", "De Hazelaar", "De Kiezel", "De Ruimte", "De Molenwiek",
)  # fmt: skip
# Name, kind, and which of the block's three municipalities.
_SPECIAL = (("De Vlinder", "sbo", 1), ("De Boomgaard", "sbo", 0), ("Het Atelier", "so", 0), ("De Steiger", "sbo", 2))
_YOUTH_CARE = (
    ("Rivium", ("angst", "autisme", "gedrag")),
    ("De Brug Jeugdhulp", ("thuissituatie", "gedrag")),
    ("Lumina Kind en Jeugd", ("angst", "autisme")),
    ("Jeugdhulp De Vliet", ("gedrag", "thuiszitten")),
    ("Praktijk Wolkenveld", ("angst", "hoogbegaafd")),
    ("Zorgboerderij De Morgen", ("thuiszitten", "gedrag")),
    ("Jeugdteam Sterrenberg", ("autisme", "leren")),
    ("Gezinshulp Haven", ("thuissituatie",)),
    ("Behandelgroep De Stap", ("taal", "motoriek")),
    ("Kinderpsychologen Oeverzicht", ("angst", "leren")),
)
_REGIONAL: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("samenwerking", "Overleg Passend Thuis", ("thuiszitten",)),
    ("samenwerking", "Netwerk Jonge Kind", ("taal",)),
    ("samenwerking", "Werkplaats Onderwijs en Jeugd", ()),
    ("samenwerking", "Steunpunt Hoogbegaafd", ("hoogbegaafd",)),
    ("overig", "Logopedie Woordwijs", ("taal",)),
    ("overig", "Kinderfysio Beweegt", ("motoriek",)),
    ("overig", "Leerlingvervoer De Rit", ()),
    ("overig", "Bibliotheek De Leesplank", ("taal",)),
    ("overig", "Sportservice Fit Samen", ("motoriek",)),
    ("overig", "Dyslexiecentrum Lettergreep", ("leren",)),
    ("overig", "Ouderpunt Samen", ("thuissituatie",)),
)
_DAY_CARE = ("De Kikkerpoel", "Het Pareltje", "De Speelboom", "Het Veldhoekje", "De Bijenkorf", "De Zandbak")
_BOARDS = 5


def slug(text: str) -> str:
    """The text as part of an e-mail address: lower-case ASCII letters and digits."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(char for char in plain.lower() if char.isalnum())


def organisations(size: RegionSize, region: str, districts: list[District]) -> list[Organisation]:
    """All organisations of a region, in blocks of six districts.

    Args:
        size: number and scale of the region.
        region: the last part of every e-mail domain before `.example`.
        districts: from `places.districts`.

    Returns:
        Schools first, with distinct BRINs that start with 100 minus the region's number.
    """
    found = [Organisation(f"Samenwerkingsverband {region.title()}", "swv", f"swv.{region}.example")]
    places = list(dict.fromkeys(district.municipality for district in districts))
    found += (
        Organisation(
            f"Gemeente {place}", "gemeente", f"gemeente-{slug(place)}.{region}.example", place, _edge(place, districts)
        )
        for place in places
    )
    for block in range(size.scale):
        mine = districts[6 * block : 6 * block + 6]
        found += _schools(size, block, mine, region)
        found += _partners(block, mine, region)
    return found


def _edge(place: str, districts: list[District]) -> District | None:
    """The corner's municipality works in the corner; the others work everywhere in their town."""
    return next((district for district in districts if district.corner and district.municipality == place), None)


def _schools(size: RegionSize, block: int, districts: list[District], region: str) -> Iterator[Organisation]:
    homes = [district for district in districts for _ in range(district.schools)]
    towns = [districts[index] for index in (0, 3, 4)]
    end = f" {block + 1}" if block else ""
    ordinary = [(name + end, "bao", home.municipality, home) for name, home in zip(_SCHOOLS, homes, strict=True)]
    special = [(name + end, kind, towns[town].municipality, None) for name, kind, town in _SPECIAL]
    for index, (name, kind, municipality, district) in enumerate([*ordinary, *special]):
        brin = _brin(size.number, block * len(_SCHOOLS + _SPECIAL) + index)
        board = str(90000 + size.number * 10 + index % _BOARDS)
        yield Organisation(name, kind, f"{slug(name)}.{region}.example", municipality, district, f"{brin}00", board)


def _brin(number: int, index: int) -> str:
    letters = chr(65 + index // 26) + chr(65 + index % 26)
    return f"{100 - number}{letters}"


def _partners(block: int, districts: list[District], region: str) -> Iterator[Organisation]:
    end = f" {block + 1}" if block else ""
    town = districts[0].municipality

    def partner(name: str, kind: str, home: District | None = None, themes: tuple[str, ...] = ()) -> Organisation:
        place = home.municipality if home else town
        return Organisation(name, kind, f"{slug(name)}.{region}.example", place, home, themes=themes)

    for district in districts:
        yield partner(f"wijkteam {district.name}", "wijkteam", district, ("thuissituatie", "gedrag"))
        yield partner(f"GGD-team {district.name}", "jgz", district, ("gezondheid", "motoriek"))
    for name, district in zip(_DAY_CARE, districts, strict=True):
        yield partner(f"Kinderopvang {name}{end}", "kinderopvang", district, ("taal",))
    for care, offers in _YOUTH_CARE:
        yield partner(f"{care}{end}", "jeugdhulp", themes=offers)
    yield partner(f"Veilig Thuis {town}", "veilig_thuis", themes=("thuissituatie",))
    for kind, name, themes in _REGIONAL:
        yield partner(f"{name}{end}", kind, themes=themes)
