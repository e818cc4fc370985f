"""The forms in which who keeps the region puts another's entry right."""

from collections.abc import Mapping
from datetime import UTC, datetime

from flask_babel import lazy_gettext as _
from wtforms import DateField, Field, SelectField
from wtforms.validators import Optional, StopValidation

from app.entry.forms import LineForm, OrganisationForm, PersonForm, PositionForm
from app.entry.model import Kind
from app.entry.rules import can_begin


class KeptPositionForm(PositionForm):
    """What somebody does at an organisation, and until when."""

    until = DateField(
        _("Laatste dag"), [Optional()], description=_("Laat dit leeg als niet bekend is wanneer de functie eindigt.")
    )

    def validate_until(self, field: Field) -> None:
        """Refuse a last day before the first one, or one that is far away."""
        if field.data and self.since.data and field.data < self.since.data:
            raise StopValidation(_("De laatste dag ligt voor de eerste."))
        if field.data and not can_begin(field.data, datetime.now(UTC).date()):
            raise StopValidation(_("Vul een dag in vanaf 1950, en hooguit een jaar vooruit."))


class NewPositionForm(PositionForm):
    """A position that was not there: at which organisation."""

    organisation = SelectField(_("Organisatie"))


FORMS: Mapping[Kind, type[LineForm]] = {
    Kind.PERSON: PersonForm,
    Kind.ORGANISATION: OrganisationForm,
    Kind.POSITION: KeptPositionForm,
}
