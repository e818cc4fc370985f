"""Settings, read from the environment and from files of secrets; nothing else configures the application."""

import os
import secrets
from functools import cached_property
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What a deployment may choose; every name is read in capitals from the environment.

    Passwords may also come as files named after the setting in the folder `SECRETS_DIR` (Docker's way).
    """

    model_config = SettingsConfigDict(secrets_dir=os.environ.get("SECRETS_DIR"), extra="ignore")

    neo4j_uri: str | None = Field(None, description="A server to use; unset: the application runs its own.")
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr | None = None
    secret_key: SecretStr | None = None
    var: Path = Field(ROOT / "var", description="Everything that is written at run time.")
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    base_url: str | None = Field(None, description="The address people type; login links start with it.")
    trusted_proxies: int = Field(
        0, ge=0, description="How many proxies stand before us; limits count who stands behind."
    )
    log_format: str = Field("text", pattern="^(text|json)$")
    smtp_host: str | None = Field(None, description="The mail server; unset: nothing is sent.")
    smtp_port: int = Field(587, description="587 with STARTTLS; on 465 TLS begins at once.")
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_starttls: bool = Field(True, description="Refuse to send unencrypted; off only for a server on this machine.")
    mail_from: str | None = Field(None, description="The sender, as «Korte Lijnen <post@swv.example>».")

    @cached_property
    def signing_key(self) -> str:
        """The key that signs sessions and login links: the setting, else one made once and kept 0600 under `var`."""
        return self.secret_key.get_secret_value() if self.secret_key else kept_secret(self.var / "secret_key")

    @property
    def public_url(self) -> str:
        """The address of the site, without a slash at the end."""
        return (self.base_url or f"http://{self.host}:{self.port}").rstrip("/")


def kept_secret(path: Path) -> str:
    """Return the secret in a file, made (32 random bytes, mode 0600) when the file is not there yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    return path.read_text()
