"""Links for the yearly check: signed, and kept in the graph as a digest, so that they can be taken back."""

import hashlib
import secrets

from itsdangerous import BadSignature, URLSafeTimedSerializer

from app.config import Settings

LIFETIME_S = 30 * 86_400


def new_token(settings: Settings) -> str:
    """A fresh token; it says nothing about whom it is for."""
    token: str = _signer(settings).dumps(secrets.token_urlsafe(16))
    return token


def token_digest(settings: Settings, token: str) -> str | None:
    """The digest under which a token is kept; None when we did not sign it, or longer than `LIFETIME_S` ago."""
    try:
        _signer(settings).loads(token, max_age=LIFETIME_S)
    except BadSignature:
        return None
    return digest_of(token)


def digest_of(token: str) -> str:
    """SHA-256 of a token: what the graph keeps of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _signer(settings: Settings) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(
        settings.signing_key, salt="check-link", signer_kwargs={"digest_method": hashlib.sha256}
    )
