"""The findings that the pages must show: who and what they are about. `planted.toml` says the same for a reader."""

from collections.abc import Iterator
from datetime import date

from seed.model import Organisation, Person, Region

BROKER, BROKER_SCHOOL = "Noor de Wit", "De Linde"
SECOND = "Karim Aydin"
SECOND_KNOWS = ("De Akker", "De Korenaar", "Mariaschool", "De Schakel")
STRANGERS = ("GGD-team Oost", "wijkteam Oost")
INTRODUCE = ("Sanne Prins", "Joost Maas")
SLOW = "Rivium"
SLOW_KNOWN_BY = ("De Zonnewijzer", "Het Palet", "Het Baken", "De Windroos", "De Beekvlinder", "De Hazelaar")
LOOP = ("wijkteam Noord", "De Brug Jeugdhulp")
NEWCOMER, NEWCOMER_SCHOOL = "Lotte Smit", "De Springplank"
NEWCOMER_BEFORE = "Hetty Wolters"
ONE_SIDED = ("Marit Hoekstra", "Dennis Vermeer")
WANTED = ("Annelies Vos", "Hanna Jacobs")
NEAR_MISS = ("Femke Bos", "Youssef El Amrani")
NEAR_MISS_COMMON = 14
# Six schools miss exactly one norm.
LACKS = {
    "De Meander": "wijkteam",
    "De Kameleon": "sbo",
    "De Kring": "ondersteuner",
    "De Dorpshof": "jgz",
    "De Kiezel": "wijkteam",
    "Het Klokhuis": "sbo",
}
ACCOUNTS = {
    "swv_manager": "Ilse Verbeek",
    "beheerder": "Robin Kok",
    "swv_medewerker": "Marit Hoekstra",
    "schoolleider": "Annelies Vos",
    "ib": BROKER,
    "partner": SECOND,
    "auditor": "Petra van Dam",
}
SCHOOLS = frozenset({BROKER_SCHOOL, NEWCOMER_SCHOOL, "De Wissel", "De Regenboog", *SLOW_KNOWN_BY, *LACKS})
_CAST = (
    ("Samenwerkingsverband", "manager", "Ilse Verbeek"),
    ("Samenwerkingsverband", "applicatiebeheerder", "Robin Kok"),
    ("Samenwerkingsverband", "functionaris gegevensbescherming", "Petra van Dam"),
    ("Samenwerkingsverband", "trajectbegeleider", ONE_SIDED[0]),
    (BROKER_SCHOOL, "IB", BROKER),
    ("wijkteam Noord", "gezinscoach", SECOND),
    ("wijkteam Noord", "consulent", ONE_SIDED[1]),
    (STRANGERS[0], "jeugdverpleegkundige", INTRODUCE[0]),
    (STRANGERS[1], "consulent", INTRODUCE[1]),
    (NEWCOMER_SCHOOL, "IB", NEWCOMER),
    ("De Zonnewijzer", "schoolleider", WANTED[0]),
    ("Lumina Kind en Jeugd", "orthopedagoog", WANTED[1]),
    ("De Wissel", "IB", NEAR_MISS[0]),
    ("De Regenboog", "IB", NEAR_MISS[1]),
)


def names() -> set[str]:
    """Names that nobody else may get."""
    return {name for _, _, name in _CAST} | {NEWCOMER_BEFORE}


def cast(region: Region) -> dict[tuple[str, str], tuple[str, date]]:
    """Name and first day of planted people, by organisation key and role."""
    return {
        (_org(region, org).key, role): (name, date(2026, 8, 24) if name == NEWCOMER else date(2021, 8, 1))
        for org, role, name in _CAST
    }


def leavers(region: Region) -> Iterator[tuple[str, Organisation, str, date, date]]:
    """The IB'er whose leaving left the newcomer without contacts: name, school, role, first and last day."""
    yield NEWCOMER_BEFORE, region.org(NEWCOMER_SCHOOL), "IB", date(2014, 8, 1), date(2026, 7, 31)


def forbidden(one: Person, other: Person) -> bool:
    """Whether a tie in any state between these two would undo a finding."""
    return _one_way(one, other) or _one_way(other, one)


def _one_way(one: Person, other: Person) -> bool:
    return (
        one.name == NEWCOMER
        or (one.name, other.name) in {NEAR_MISS, ONE_SIDED, WANTED, (BROKER, SECOND)}
        or (one.org.name, other.org.name) == STRANGERS
        or (one.org.kind == "bao" and other.org.name == SLOW and one.org.name not in SLOW_KNOWN_BY)
        or (one.until is None and one.org.name == NEWCOMER_SCHOOL and norm(other) is not None)
        or LACKS.get(one.org.name, "") == norm(other)
    )


def answered(one: Person, other: Person) -> bool:
    """Whether both tell about the tie, because only the planted one between these organisations is one-sided."""
    return {one.org.kind, other.org.kind} == {"swv", "wijkteam"} and LOOP[0] in {one.org.name, other.org.name}


def norm(person: Person) -> str | None:
    """Which of the four norm contacts this partner is for a school, if any."""
    if person.org.kind in {"wijkteam", "jgz"}:
        return person.org.kind
    if person.org.kind in {"sbo", "so"}:
        return "sbo"
    return "ondersteuner" if person.role == "ondersteuner" else None


def _org(region: Region, name: str) -> Organisation:
    return next(
        org for org in region.organisations if org.name == name or (org.kind, name) == ("swv", "Samenwerkingsverband")
    )
