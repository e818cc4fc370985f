"""The words that stand in our own files, and the codes that they stand for."""

from app.platform.kinds import KINDS
from app.platform.names import THEME_NAMES

KIND_WORDS = {kind: kind for kind in KINDS}
SCHOOL_WORDS = {
    "bao": "bao",
    "sbo": "sbo",
    "so": "so",
    "vso": "vso",
    "basisonderwijs": "bao",
    "speciaal basisonderwijs": "sbo",
    "speciaal onderwijs": "so",
    "voortgezet speciaal onderwijs": "vso",
}
THEME_WORDS = {theme: theme for theme in THEME_NAMES}
STATE_WORDS = {"aanwezig": "present", "afwezig": "absent", "gewenst": "desired"}
TIE_KIND_WORDS = {kind: kind for kind in "KGER"}
VALENCE_WORDS = {"positief": "positive", "neutraal": "neutral", "negatief": "negative"}
FREQUENCY_WORDS = {
    "dagelijks": "daily",
    "wekelijks": "weekly",
    "maandelijks": "monthly",
    "per kwartaal": "quarterly",
    "jaarlijks": "yearly",
}
VISIBILITY_WORDS = {"privé": "private", "introducties": "introductions", "gedeeld": "shared"}
INTAKE_WORDS = {"open": "true", "gesloten": "false"}
REASON_WORDS = {
    "geen plaats": "full",
    "past niet": "not_ours",
    "informatie mist": "incomplete",
    "andere partner": "elsewhere",
    "anders": "other",
    "teruggenomen": "taken_back",
}
OUTCOME_WORDS = {"geplaatst": "placed", "ondersteund": "supported", "teruggetrokken": "withdrawn", "overig": "other"}
