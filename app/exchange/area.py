"""Which schools of the country are the region's: those of its municipalities, or with its postcodes."""

import re
from collections.abc import Iterable, Mapping

from flask_babel import gettext as _

from app.exchange.cells import plain
from app.exchange.problems import Problems, nearest

RANGE = re.compile(r"(\d{4})(?:-(\d{4}))?")


class Area:
    """The municipalities (names or numbers) and postcodes (1234 or 1234-1299) that were chosen; none: everything."""

    def __init__(self, municipalities: Iterable[str] = (), postcodes: Iterable[str] = ()) -> None:
        self._municipalities = {_key(name): name for name in municipalities}
        self._postcodes = {text: RANGE.fullmatch(text) for text in postcodes}
        self._found: set[str] = set()
        self._names: set[str] = set()

    @property
    def is_everywhere(self) -> bool:
        """Whether nothing was chosen."""
        return not self._municipalities and not self._postcodes

    def covers(self, texts: Mapping[str, str]) -> bool:
        """Whether a row lies in the area; remembers what the file had to offer.

        Args:
            texts: The row's cells, by field.
        """
        self._names.add(texts["municipality"])
        keys = {_key(texts["municipality"]), _key(texts.get("number", ""))} & self._municipalities.keys()
        within = {text for text, span in self._postcodes.items() if span and _within(texts["postcode"][:4], span)}
        self._found |= keys | within
        return bool(keys or within)

    def tell_unknown(self, problems: Problems) -> None:
        """Tell which of the chosen municipalities and postcodes are nowhere in the file."""
        for key in self._municipalities.keys() - self._found:
            expected = _("een gemeente die in het bestand staat")
            chosen = self._municipalities[key]
            problems.tell(None, "municipality", chosen, expected, nearest(chosen, self._names))
        for text, span in self._postcodes.items():
            if text not in self._found:
                form = _("vier cijfers, of van-tot zoals 9300-9399")
                problems.tell(None, "postcode", text, _("een postcode die in het bestand staat") if span else form)


def _key(municipality: str) -> str:
    return municipality.lstrip("0") if municipality.isdigit() else plain(municipality)


def _within(digits: str, span: re.Match[str]) -> bool:
    return span[1] <= digits <= (span[2] or span[1])
