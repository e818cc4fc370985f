"""Which version of something a form was filled with."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

NEVER = -1
MARK_LENGTH = 20


def shown_version(text: str | None) -> int:
    """The version that a form's hidden field tells; -1, which nothing ever has, when it tells none.

    Args:
        text: What came with the form; at most eighteen digits, so that the database can hold it.
    """
    text = text or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else NEVER


def mark_of(values: Mapping[str, Any]) -> str:
    """A mark of the values as somebody saw them; another mark means that they have changed since.

    Args:
        values: What a form shows. A mark of the values themselves, and not a counter, also sees the change of a
            writer that counts nothing, such as an import.
    """
    text = json.dumps(values, sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:MARK_LENGTH]
