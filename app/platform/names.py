"""What the reader calls the codes of the vocabulary: kinds of organisation, themes, the norms of fixed contacts.

The database and the addresses hold codes; a page says `{{ case.theme|theme_name }}`. A code without a name is its own.
"""

from flask import Flask
from flask_babel import lazy_gettext as _

KIND_NAMES = {
    "bao": _("Basisschool"),
    "sbo": _("Speciaal basisonderwijs"),
    "so": _("Speciaal onderwijs"),
    "vso": _("Voortgezet speciaal onderwijs"),
    "swv": _("Samenwerkingsverband"),
    "bestuur": _("Schoolbestuur"),
    "gemeente": _("Gemeente"),
    "jgz": _("Jeugdgezondheidszorg"),
    "jeugdhulp": _("Jeugdhulp"),
    "wijkteam": _("Wijkteam"),
    "veilig_thuis": _("Veilig Thuis"),
    "kinderopvang": _("Kinderopvang"),
    "samenwerking": _("Samenwerking"),
    "overig": _("Overig"),
}
THEME_NAMES = {
    "gedrag": _("Gedrag"),
    "leren": _("Leren"),
    "taal": _("Taal en spraak"),
    "angst": _("Angst en somberheid"),
    "autisme": _("Autisme"),
    "thuiszitten": _("Thuiszitten"),
    "thuissituatie": _("Thuissituatie"),
    "gezondheid": _("Gezondheid"),
    "hoogbegaafd": _("Hoogbegaafdheid"),
    "motoriek": _("Motoriek"),
}
NORM_NAMES = {
    "ondersteuner": _("ondersteuner van het SWV"),
    "wijkteam": _("wijkteam"),
    "jgz": _("jeugdgezondheidszorg"),
    "speciaal": _("speciaal (basis)onderwijs"),
}


def kind_name(code: str) -> str:
    """What the reader calls a kind of organisation."""
    return str(KIND_NAMES.get(code, code))


def theme_name(code: str) -> str:
    """What the reader calls a theme."""
    return str(THEME_NAMES.get(code, code))


def norm_name(code: str) -> str:
    """What the reader calls the other end of a fixed contact."""
    return str(NORM_NAMES.get(code, code))


def list_themes() -> list[tuple[str, str]]:
    """The code and the name of every theme, in the order of the names."""
    return sorted(((code, theme_name(code)) for code in THEME_NAMES), key=lambda theme: theme[1])


def name_codes(app: Flask) -> None:
    """Give the templates the filters `kind_name`, `theme_name` and `norm_name`."""
    app.jinja_env.filters |= {"kind_name": kind_name, "theme_name": theme_name, "norm_name": norm_name}
