"""One-time links: who holds one comes in once, within a quarter of an hour. No mail, no password, no second use."""

import hashlib
import secrets

from itsdangerous import BadSignature, URLSafeTimedSerializer

from app.accounts import store
from app.config import Settings
from app.platform.access import Scope
from app.platform.graph import Graph

LIFETIME_S = 900


def make_login_link(graph: Graph, settings: Settings, email: str, keeper: Scope | None = None) -> str:
    """Make the one-time link that lets this account in.

    Args:
        graph: The database.
        settings: They hold the site's address and the key that signs.
        email: The account's e-mail address.
        keeper: Who makes it for somebody else, for the audit trail; None for the command line.

    Raises:
        NotThereError: There is no open account with this address.
    """
    token: str = _signer(settings).dumps(secrets.token_urlsafe(16))
    store.keep_token(graph, keeper, email, _digest(token), LIFETIME_S)
    return f"{settings.public_url}/inloggen/{token}"


def token_digest(settings: Settings, token: str) -> str | None:
    """The digest under which a token is kept; None when we did not sign it, or longer than `LIFETIME_S` ago."""
    try:
        _signer(settings).loads(token, max_age=LIFETIME_S)
    except BadSignature:
        return None
    return _digest(token)


def _signer(settings: Settings) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(
        settings.signing_key, salt="login-link", signer_kwargs={"digest_method": hashlib.sha256}
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
