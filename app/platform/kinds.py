"""The kinds of organisation (their names stand in `names.py`), and the ages they serve."""

KINDS = (
    "bao",
    "sbo",
    "so",
    "vso",
    "swv",
    "bestuur",
    "gemeente",
    "jgz",
    "jeugdhulp",
    "wijkteam",
    "veilig_thuis",
    "kinderopvang",
    "samenwerking",
    "overig",
)
SCHOOL_KINDS = ("bao", "sbo", "so", "vso")
SPECIAL_SCHOOL_KINDS = ("sbo", "so", "vso")
# Who works for one municipality alone: nobody chooses that of another.
AREA_KINDS = ("gemeente", "jgz", "wijkteam")
# The ages, in years, at which a child goes to school here.
YOUNGEST, OLDEST = 4, 18
