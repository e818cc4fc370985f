"""Which version of something a form was filled with."""

NEVER = -1


def shown_version(text: str | None) -> int:
    """The version that a form's hidden field tells; -1, which nothing ever has, when it tells none.

    Args:
        text: What came with the form; at most eighteen digits, so that the database can hold it.
    """
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else NEVER
