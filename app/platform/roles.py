"""What people call their work, and the word by which the region's questions know it."""

WORDS = {
    "IB": ("ib", "ib'er", "iber", "intern begeleider", "interne begeleider", "intern begeleidster"),
    "ondersteuner": ("ondersteuner", "swv-ondersteuner", "ondersteuner swv", "ondersteuner passend onderwijs"),
}
_BY_NAME = {name: word for word, names in WORDS.items() for name in names}


def usual_role(text: str) -> str:
    """The word that the questions look for, for a role that goes by several names; any other text as it is.

    Args:
        text: A role as somebody wrote it, for instance `Intern begeleider`.
    """
    name = " ".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold().split())
    return _BY_NAME.get(name, text)
