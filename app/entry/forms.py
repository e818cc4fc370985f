"""The forms of an entry: one per kind of line, each with the mark of the values that it was filled with."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, Field, HiddenField, IntegerField, SelectField, StringField, TelField
from wtforms.validators import DataRequired, Length, NumberRange, Optional, StopValidation

from app.entry.model import Kind
from app.entry.rules import can_begin, intake_of, intake_text, parse_intake, with_intake
from app.platform.phone import can_be_dialled
from app.platform.roles import usual_role
from app.platform.text import tidy
from app.platform.validators import no_bsn
from app.platform.versions import mark_of

LONGEST = 120
OLDEST = 23
LEAST_DAYS, MOST_DAYS = 0.5, 5
WEBSITE = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?", re.IGNORECASE)
DAYS = re.compile(r"\d([.,]\d{1,2})?")


def usual(role: str | None) -> str | None:
    """A role by the word that the region's questions know it by."""
    return role and usual_role(role)


def dialled(_form: FlaskForm, field: Field) -> None:
    """Refuse a phone number that cannot be dialled."""
    if field.data and not can_be_dialled(field.data):
        raise StopValidation(_("Vul een telefoonnummer van tien cijfers in, of een met + en de landcode."))


SHORT = Length(max=LONGEST, message=_("Gebruik hooguit %(max)s tekens.", max=LONGEST))
NEEDED = DataRequired(_("Vul dit in."))
AGE = NumberRange(0, OLDEST, _("Vul een leeftijd van 0 tot %(oldest)s in.", oldest=OLDEST))


class LineForm(FlaskForm):  # type: ignore[misc]
    """What every form of a line has."""

    mark = HiddenField()

    @classmethod
    def filled(cls, values: Mapping[str, Any]) -> "LineForm":
        """The form as it shows these values."""
        return cls(formdata=None, data={**cls.shown(values), "mark": mark_of(values)})

    @staticmethod
    def shown(values: Mapping[str, Any]) -> dict[str, Any]:
        """What stands in the fields for these values."""
        return dict(values)

    def suits(self, before: Mapping[str, Any]) -> bool:  # noqa: ARG002 - a kind of line with a rule of its own asks
        """Whether what was filled in can follow what stands there; tells at the field when it cannot."""
        return True

    @property
    def asked(self) -> list[Field]:
        """The fields that somebody fills in."""
        return [field for field in self if not isinstance(field, HiddenField)]

    @property
    def values(self) -> dict[str, Any]:
        """The values that were filled in."""
        return {field.name: tidy(field.data) if isinstance(field.data, str) else field.data for field in self.asked}


class PersonForm(LineForm):
    """Somebody's own name, and how to reach her."""

    name = StringField(_("Naam"), [NEEDED, SHORT, no_bsn], filters=[tidy])
    phone = TelField(_("Telefoon"), [SHORT, dialled], filters=[tidy])
    reachable = StringField(
        _("Wanneer en hoe te bereiken"),
        [SHORT, no_bsn],
        filters=[tidy],
        description=_("Bijvoorbeeld: maandag tot en met donderdag, liefst voor 10 uur bellen."),
    )


class OrganisationForm(LineForm):
    """How to reach an organisation."""

    phone = TelField(_("Telefoon"), [SHORT, dialled], filters=[tidy])
    website = StringField(_("Website"), [SHORT, no_bsn], filters=[tidy])

    def validate_website(self, field: Field) -> None:
        """Refuse what is no address of a website."""
        if field.data and not WEBSITE.fullmatch(field.data):
            raise StopValidation(_("Vul het adres van een website in, zoals www.school.nl."))


class PositionForm(LineForm):
    """What somebody does at an organisation."""

    role = StringField(_("Functie"), [NEEDED, SHORT, no_bsn], filters=[tidy, usual])
    days = StringField(_("Dagen per week"), description=_("Van 0,5 tot 5."), filters=[tidy])
    since = DateField(_("Sinds"), [Optional()])

    @staticmethod
    def shown(values: Mapping[str, Any]) -> dict[str, Any]:
        """The days as somebody writes them: 2,5."""
        days = values.get("days")
        return {**values, "days": None if days is None else f"{days:g}".replace(".", ",")}

    def validate_since(self, field: Field) -> None:
        """Refuse a first day that nobody who works now can have."""
        if field.data and not can_begin(field.data, datetime.now(UTC).date()):
            raise StopValidation(_("Vul een dag in vanaf 1950, en hooguit een jaar vooruit."))

    def suits(self, before: Mapping[str, Any]) -> bool:
        """Whether who works there now still does: with a first day to come she could not come in any more."""
        today = datetime.now(UTC).date()
        begun = before["since"] is None or before["since"] <= today
        if begun and self.since.data and self.since.data > today:
            self.since.errors = [_("U werkt hier nu al. Kies vandaag of een eerdere dag.")]
            return False
        return True

    def validate_days(self, field: Field) -> None:
        """Refuse what is no part of a week."""
        if field.data and not (DAYS.fullmatch(field.data) and LEAST_DAYS <= number_of(field.data) <= MOST_DAYS):
            raise StopValidation(_("Vul een aantal dagen van 0,5 tot 5 in."))

    @property
    def values(self) -> dict[str, Any]:
        """The values that were filled in, the days as a number."""
        return {**super().values, "days": number_of(self.days.data) if self.days.data else None}


def number_of(text: str) -> float:
    """The number that somebody wrote the Dutch way."""
    return float(text.replace(",", "."))


class OfferForm(LineForm):
    """What is offered on a theme: for which ages, and how soon."""

    age_from = IntegerField(_("Vanaf welke leeftijd"), [Optional(), AGE])
    age_to = IntegerField(_("Tot en met welke leeftijd"), [Optional(), AGE])
    intake = StringField(
        _("Wachttijd en plekken"),
        [SHORT],
        description=_("Bijvoorbeeld: 14 dagen, 3 plekken. Of: 2 weken. Of: vol."),
        filters=[tidy],
    )

    @staticmethod
    def shown(values: Mapping[str, Any]) -> dict[str, Any]:
        """The waiting time and the places in one field."""
        return {**values, "intake": intake_text(intake_of(values))}

    def validate_age_to(self, field: Field) -> None:
        """Refuse ages the wrong way round."""
        if None not in (field.data, self.age_from.data) and field.data < self.age_from.data:
            raise StopValidation(_("Deze leeftijd is lager dan de eerste."))

    def validate_intake(self, field: Field) -> None:
        """Refuse what is not understood."""
        if parse_intake(field.data or "") is None:
            raise StopValidation(_("Dit begrijpen we niet. Schrijf het zo: 14 dagen, 3 plekken. Of: 2 weken. Of: vol."))

    @property
    def values(self) -> dict[str, Any]:
        """The values that were filled in, as they were understood."""
        ages = {"age_from": self.age_from.data, "age_to": self.age_to.data}
        return with_intake(ages, parse_intake(self.intake.data or "") or parse_intake(""))  # type: ignore[arg-type]


class NewOfferForm(OfferForm):
    """An offer that was not there: whose, and on which theme."""

    holder = SelectField(_("Van wie"))
    theme = SelectField(_("Thema"))


FORMS: Mapping[Kind, type[LineForm]] = {
    Kind.PERSON: PersonForm,
    Kind.ORGANISATION: OrganisationForm,
    Kind.POSITION: PositionForm,
    Kind.OFFER: OfferForm,
}
