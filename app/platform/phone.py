"""What counts as a phone number, in a file and in a form."""

import re

NUMBER = re.compile(r"\+\d{8,15}|0\d{9}|0[89]00\d{4}(\d{3})?|14\d{2,4}")
LOST_ZERO = re.compile(r"[1-9]\d{8}")


def can_be_dialled(value: str) -> bool:
    """Whether the digits of a phone number can be dialled, however it is written.

    Args:
        value: For instance `06-12 34 56 78` or `+31 (0)6 12345678`.
    """
    return bool(NUMBER.fullmatch(_digits(value)))


def with_lost_zero(value: str) -> str:
    """The number with the zero that a spreadsheet took from its front; empty when that is not what is wrong."""
    digits = _digits(value)
    return f"0{digits}" if LOST_ZERO.fullmatch(digits) else ""


def plain(value: str) -> str:
    """A phone number as two ways of writing it are compared: `+31 (0)6 12345678` is `0612345678`."""
    digits = _digits(value)
    return f"0{digits.removeprefix('+31')}" if digits.startswith("+31") else digits


def _digits(value: str) -> str:
    return re.sub(r"[\s().\-/]", "", value.replace("(0)", ""))
