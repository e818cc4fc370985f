"""Keeps citizen service numbers (BSN) out: nine digits that pass the eleven-test."""

import re

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
# Up to three signs that people put between digits: spaces and new lines, dots, commas, slashes, any kind of dash.
BETWEEN = r"[-\s./,:_\u00b7\u2010-\u2015\u2212]{0,3}"
NINE_DIGITS = re.compile(rf"(?<!\d)(?=(\d(?:{BETWEEN}\d){{8}})(?!\d))")
ANY_NINE_DIGITS = re.compile(rf"\d(?:{BETWEEN}\d){{8}}")


def passes_eleven_test(digits: str) -> bool:
    """Whether nine digits pass the eleven-test of the BSN; one in eleven numbers does.

    Args:
        digits: Exactly nine digits.

    Source: Logisch Ontwerp BSN, the eleven-test with the last weight −1.
    """
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0


def find_bsn(text: str) -> str | None:
    """The first piece of a text that may be a BSN, as it is written; what people put between digits does not hide it.

    Args:
        text: Free text; a longer row of digits, such as a phone number, is no BSN.
    """
    if not ANY_NINE_DIGITS.search(text):
        return None
    pieces = (match[1] for match in NINE_DIGITS.finditer(text))
    return next((piece for piece in pieces if passes_eleven_test(re.sub(r"\D", "", piece))), None)
