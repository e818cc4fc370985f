"""The forms of referrals."""

import re
from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, ValidationError

from app.platform.text import trimmed
from app.platform.validators import no_bsn
from app.referrals.rules import DECLINING, LONGEST_NORM, LONGEST_NOTE, NUMBER, Outcome, Reason

OUTCOMES = {
    Outcome.PLACED: _("Geplaatst: het kind heeft een plek"),
    Outcome.SUPPORTED: _("Ondersteund: er is hulp op de eigen school of thuis"),
    Outcome.WITHDRAWN: _("Teruggetrokken: de vraag is er niet meer"),
    Outcome.OTHER: _("Iets anders"),
}
REASONS = {
    Reason.FULL: _("Wij hebben geen plaats, of het wachten duurt te lang"),
    Reason.NOT_OURS: _("Dit past niet bij wat wij doen"),
    Reason.INCOMPLETE: _("Wij missen informatie om te kunnen beginnen"),
    Reason.ELSEWHERE: _("Een andere partner helpt al"),
    Reason.OTHER: _("Iets anders"),
    Reason.TAKEN_BACK: _("Teruggenomen door wie het overdroeg"),
}
NO_NUMBER = _("Gebruik cijfers, streepjes en hooguit zes letters, samen hooguit 20. Geen naam en geen geboortedatum.")
TOO_LONG = _("Gebruik hooguit %(number)s tekens.", number=LONGEST_NOTE)


def without_spaces(text: str | None) -> str:
    """A case number as we keep it: capitals, no spaces around it."""
    return (text or "").strip().upper()


def offer(field: SelectField, rows: Iterable[tuple[str, str]], first: str | None = None) -> None:
    """Give a list its choices, each a value and what is read.

    Args:
        field: The list.
        rows: The choices.
        first: What stands in it while nothing is chosen; without it the first choice is chosen.
    """
    field.choices = [SelectChoice(value, label) for value, label in ([("", first)] if first else []) + list(rows)]


def one_of(*, empty: str) -> dict[str, Any]:
    """What a choice needs to say at the field, and not in the library's English, that nothing valid was chosen."""

    def chosen(_form: FlaskForm, field: Field) -> None:
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(empty)

    return {"validators": [chosen], "validate_choice": False}


class HandoverForm(FlaskForm):  # type: ignore[misc]
    """To whom a case goes."""

    taker = SelectField(_("Naar welke organisatie"), **one_of(empty=_("Kies naar welke organisatie de aanvraag gaat.")))
    note = TextAreaField(
        _("Toelichting"),
        [Length(max=LONGEST_NOTE, message=TOO_LONG), no_bsn],
        filters=[trimmed],
        description=_("Mag leeg blijven. Wat wilt u dat de ander doet? Geen naam en niets over een kind."),
    )
    stamp = HiddenField()


class OpeningForm(HandoverForm):
    """A new case, with its first handover."""

    number = StringField(
        _("Zaaknummer"),
        [DataRequired(_("Vul een zaaknummer in.")), no_bsn],
        filters=[without_spaces],
        description=_("Een nummer zonder betekenis, zoals A-2041. Geen naam, geen geboortedatum, niets van een kind."),
    )
    theme = SelectField(_("Thema"), **one_of(empty=_("Kies waar de aanvraag over gaat.")))
    giver = SelectField(_("Vanuit welke organisatie"), **one_of(empty=_("Kies een van uw eigen organisaties.")))

    def validate_number(self, field: Field) -> None:
        """Refuse a number in another form than ours."""
        if not re.fullmatch(NUMBER, field.data):
            raise ValidationError(NO_NUMBER)


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """A change of a case as it was shown."""

    stamp = HiddenField()


class DeclineForm(AnswerForm):
    """Why a case is not taken on."""

    reason = RadioField(
        _("Waarom wijst u deze aanvraag af?"),
        choices=[SelectChoice(str(reason), REASONS[reason]) for reason in DECLINING],
        **one_of(empty=_("Kies een reden. Zo weet de ander wat de volgende stap kan zijn.")),
    )
    note = TextAreaField(
        _("Toelichting"),
        [Length(max=LONGEST_NOTE, message=TOO_LONG), no_bsn],
        filters=[trimmed],
        description=_("Mag leeg blijven. Wie kan wel helpen? Geen naam en niets over een kind."),
    )


class ClosingForm(AnswerForm):
    """How a case ended."""

    outcome = RadioField(
        _("Hoe is het afgelopen?"),
        choices=[SelectChoice(str(outcome), OUTCOMES[outcome]) for outcome in Outcome],
        **one_of(empty=_("Kies hoe het is afgelopen. Zo leert de regio welke route werkt.")),
    )


class WholeDaysField(IntegerField):  # type: ignore[misc]
    """A number of days; what is no whole number is told in our own words."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed.

        Raises:
            ValueError: It is no whole number.
        """
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_("Vul een heel aantal dagen in.")) from None


class NormForm(FlaskForm):  # type: ignore[misc]
    """After how many days of waiting a case asks for attention."""

    days = WholeDaysField(
        _("Na hoeveel dagen wachten vraagt een aanvraag aandacht?"),
        [
            InputRequired(_("Vul een heel aantal dagen in.")),
            NumberRange(1, LONGEST_NORM, _("Kies een aantal van 1 tot en met %(most)s.", most=LONGEST_NORM)),
        ],
    )
