"""Passwords: argon2id, and as slow for somebody who is not there as for somebody who is."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

# The library's defaults are RFC 9106's second choice (64 MiB, 3 passes); it writes them into every hash.
HASHER = PasswordHasher()


def hash_password(password: str) -> str:
    """The text to keep for a password; it holds its own salt and parameters."""
    return HASHER.hash(password)


def password_fits(kept: str | None, password: str) -> bool:
    """Whether this is the password; False, after the same work, when nothing is kept.

    Args:
        kept: What `hash_password` gave, or None when there is no such account or it has no password.
        password: What somebody typed.
    """
    nobody = _hash_of_nobody()
    try:
        return HASHER.verify(kept or nobody, password) and kept is not None
    except VerifyMismatchError:
        return False


def is_outdated(kept: str) -> bool:
    """Whether this was hashed with other parameters than we use now."""
    return HASHER.check_needs_rehash(kept)


@cache
def _hash_of_nobody() -> str:
    return HASHER.hash(secrets.token_urlsafe())
