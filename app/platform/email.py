"""What counts as an e-mail address, in a file and in a form."""

import re

EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}")


def is_email(value: str) -> bool:
    """Whether mail may be sent to what is written."""
    return bool(EMAIL.fullmatch(value))
