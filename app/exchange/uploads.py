"""Files that somebody sent and has not accepted yet: hers alone, and gone within a day."""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Protocol, Self
from uuid import uuid4

from app.exchange.importing import ImportReport

DAY_S = 86_400


class Sent(Protocol):
    """A file as a form brings it."""

    filename: str | None

    def save(self, dst: Path) -> None:
        """Write the file there."""


@dataclass(frozen=True)
class Upload:
    """One file that waits for its sender's word.

    Attributes:
        id: Its name on our disk.
        owner: The account that sent it.
        kind: Which of the four kinds of file.
        name: What the sender calls it.
        municipalities: Only schools of these municipalities.
        postcodes: Only schools with these postcodes.
        report: What importing it would do, as an `ImportReport` in plain values.
    """

    id: str
    owner: str
    kind: str
    name: str
    municipalities: tuple[str, ...]
    postcodes: tuple[str, ...]
    report: Mapping[str, Any]

    def with_report(self, report: ImportReport) -> Self:
        """The same upload, with what importing it would do."""
        return replace(self, report=asdict(report))


class Uploads:
    """The folder where uploads wait: 0700, each file in it 0600."""

    def __init__(self, var: Path) -> None:
        self._folder = var / "uploads"

    def receive(self, sent: Sent, owner: str, kind: str, municipalities: list[str], postcodes: list[str]) -> Upload:
        """Put a file down, and clear away what waited longer than a day."""
        self._clear()
        upload = Upload(str(uuid4()), owner, kind, sent.filename or "", tuple(municipalities), tuple(postcodes), {})
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._place(upload.id).mkdir(mode=0o700)
        self.path(upload).touch(mode=0o600)
        sent.save(self.path(upload))
        self.keep(upload)
        return upload

    def keep(self, upload: Upload) -> None:
        """Put down what is known about an upload, beside its file."""
        about = self._place(upload.id) / "about.json"
        about.touch(mode=0o600)
        about.write_text(json.dumps(asdict(upload), default=str), encoding="utf-8")

    def find(self, id_: str, owner: str) -> Upload | None:
        """The upload with this id, if this account sent it less than a day ago."""
        place = self._place(id_)
        self._drop_if_old(place)
        try:
            about = json.loads((place / "about.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        return Upload(**about) if about["owner"] == owner else None

    def path(self, upload: Upload) -> Path:
        """Where the file itself is."""
        return self._place(upload.id) / "file"

    @contextmanager
    def alone(self, upload: Upload) -> Iterator[bool]:
        """Keep others, in any process, from this upload for the length of the block; gives whether it still waits."""
        try:
            place = os.open(self._place(upload.id), os.O_RDONLY)
        except FileNotFoundError:
            yield False
            return
        try:
            fcntl.flock(place, fcntl.LOCK_EX)
            yield self.path(upload).exists()
        finally:
            os.close(place)

    def remove(self, upload: Upload) -> None:
        """Forget an upload and its file."""
        shutil.rmtree(self._place(upload.id))

    def _place(self, id_: str) -> Path:
        return self._folder / id_

    def _clear(self) -> None:
        for place in self._folder.glob("*"):
            self._drop_if_old(place)

    @staticmethod
    def _drop_if_old(place: Path) -> None:
        # Somebody else may drop or accept it at this moment.
        with suppress(FileNotFoundError):
            if time.time() - place.stat().st_mtime > DAY_S:
                shutil.rmtree(place, ignore_errors=True)
