"""The form of an agreement."""

from datetime import UTC, datetime

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, Field, HiddenField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from app.platform.text import tidy
from app.platform.validators import no_bsn
from app.referrals.agreements.rules import LONGEST_SUBJECT
from app.referrals.forms import one_of


class AgreementForm(FlaskForm):  # type: ignore[misc]
    """Who does what, who has the lead, whom to call, and when to look at it again."""

    subject = StringField(
        _("Wie doet wat"),
        [
            DataRequired(_("Schrijf op wat u afspreekt.")),
            Length(max=LONGEST_SUBJECT, message=_("Gebruik hooguit %(number)s tekens.", number=LONGEST_SUBJECT)),
            no_bsn,
        ],
        filters=[tidy],
        description=_("In een zin, zoals: het wijkteam belt binnen een week terug. Niets over een kind."),
    )
    lead = SelectField(_("Wie heeft de regie"), **one_of(empty=_("Kies wie de regie heeft.")))
    our_person = SelectField(_("Contactpersoon bij ons"), **one_of(empty=_("Kies iemand uit de lijst.")))
    their_person = SelectField(_("Contactpersoon bij de ander"), **one_of(empty=_("Kies iemand uit de lijst.")))
    review_at = DateField(_("Wanneer kijkt u er weer naar"), [InputRequired(_("Kies een dag."))])
    version = HiddenField(default="0")

    def validate_review_at(self, field: Field) -> None:
        """Refuse a day on which nobody can look any more."""
        if field.data and field.data < datetime.now(UTC).date():
            raise ValidationError(_("Kies vandaag of een dag hierna."))
