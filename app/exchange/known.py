"""What the region holds already, as far as a file may point at it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from app.exchange.problems import MismatchError, nearest

SITE = re.compile(r"(?i)\d{2}[a-z]{2}(\d{2})?")


@dataclass(frozen=True)
class KnownOrganisation:
    """An organisation of the region: `site` is a school's code (32JK00), `number` a board's or a municipality's."""

    id: str
    kind: str
    name: str
    site: str | None = None
    number: str | None = None


class Known:
    """The region's organisations and people; organisations that a file makes are added as it is read."""

    def __init__(self, region: str, organisations: Iterable[KnownOrganisation], emails: Iterable[str]) -> None:
        self.region = region
        self.emails = frozenset(emails)
        self.by_site: dict[str, KnownOrganisation] = {}
        self.by_number: dict[tuple[str, str], KnownOrganisation] = {}
        self.by_name: defaultdict[str, list[KnownOrganisation]] = defaultdict(list)
        for organisation in organisations:
            self.add(organisation)

    def add(self, organisation: KnownOrganisation) -> None:
        """Let the rest of the file find this organisation too."""
        self.by_name[name_key(organisation.name)].append(organisation)
        if organisation.site:
            self.by_site[organisation.site] = organisation
        if organisation.number:
            self.by_number[organisation.kind, organisation.number] = organisation

    def organisation(self, text: str) -> KnownOrganisation:
        """The organisation with this code or name.

        Raises:
            MismatchError: There is none in the region, or more than one has this name.
        """
        if found := self.by_site.get(text.upper()):
            return found
        named = self.by_name.get(name_key(text), ())
        if len(named) == 1:
            return named[0]
        if named:
            raise MismatchError(_("de vestigingscode: meer dan één organisatie heet zo"), named[0].site or "")
        candidates = [*self.by_site, *(one.name for same in self.by_name.values() for one in same)]
        expected = _("een vestigingscode, of de volledige naam van een organisatie in deze regio")
        raise MismatchError(expected, nearest(text, candidates))

    def may_make(self, text: str) -> bool:
        """Whether a new organisation may have this name: nobody has it yet, and it is not a code."""
        return name_key(text) not in self.by_name and not SITE.fullmatch(text)

    def person(self, email: str) -> str:
        """The e-mail address of somebody who works or worked in the region.

        Raises:
            MismatchError: Nobody in the region has this address.
        """
        if email not in self.emails:
            raise MismatchError(_("het e-mailadres van iemand in deze regio"), nearest(email, self.emails))
        return email


def name_key(name: str) -> str:
    """A name as it is looked up: small letters, single spaces."""
    return " ".join(name.casefold().split())
