"""The forms in which somebody says that she leaves, or who follows a colleague who did."""

from datetime import date
from typing import Self

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, EmailField, Field, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, StopValidation

from app.entry.forms import LONGEST
from app.entry.leaving.rules import Follows, may_be_last
from app.entry.leaving.store import Successor
from app.platform.email import is_email
from app.platform.text import tidy
from app.platform.validators import no_bsn


def small(text: str | None) -> str:
    """An e-mail address as it is kept."""
    return (text or "").strip().lower()


class SuccessorForm(FlaskForm):  # type: ignore[misc]
    """Who follows somebody who left."""

    follows = RadioField(
        _("Wie volgt op?"),
        choices=[
            SelectChoice(str(Follows.COLLEAGUE), _("Een collega, of uzelf")),
            SelectChoice(str(Follows.NEW), _("Iemand die nieuw is")),
        ],
        default=str(Follows.COLLEAGUE),
    )
    colleague = StringField(
        _("E-mailadres van die collega"),
        description=_("Typ een deel van de naam of het adres, en kies."),
        filters=[small],
    )
    name = StringField(_("Naam van de nieuwe collega"), [Length(max=LONGEST), no_bsn], filters=[tidy])
    email = EmailField(_("E-mailadres van de nieuwe collega"), [Length(max=254)], filters=[small])

    def validate_colleague(self, field: Field) -> None:
        """Refuse somebody who is no colleague."""
        if self.follows.data == Follows.COLLEAGUE and field.data not in self.known:
            raise StopValidation(_("Kies een collega uit de lijst, of kies hierboven iets anders."))

    def validate_name(self, field: Field) -> None:
        """Ask for the name of somebody new."""
        if self.follows.data == Follows.NEW and not field.data:
            raise StopValidation(_("Vul de naam in."))

    def validate_email(self, field: Field) -> None:
        """Ask for the address of somebody new."""
        if self.follows.data == Follows.NEW and not is_email(field.data):
            raise StopValidation(_("Vul een e-mailadres in, zoals naam@school.nl."))

    def know(self, colleagues: tuple[Successor, ...]) -> Self:
        """Tell the form who the colleagues are."""
        self.known = {colleague.email: colleague for colleague in colleagues}
        return self

    @property
    def successor(self) -> Successor | None:
        """Who follows; None when nobody does yet."""
        if self.follows.data == Follows.NEW:
            return Successor(self.email.data, self.name.data)
        return self.known[self.colleague.data] if self.follows.data == Follows.COLLEAGUE else None


class LeaveForm(SuccessorForm):
    """The last day, who follows, and what goes along that is not shared."""

    last_day = DateField(
        _("Uw laatste dag"),
        [DataRequired(_("Vul een dag in."))],
        description=_("Mag al geweest zijn, hooguit een jaar geleden."),
    )
    follows = RadioField(
        _("Wie volgt u op?"),
        choices=[
            SelectChoice(str(Follows.COLLEAGUE), _("Een collega")),
            SelectChoice(str(Follows.NEW), _("Iemand die nieuw is")),
            SelectChoice(str(Follows.NOBODY), _("Nog niemand")),
        ],
        default=str(Follows.COLLEAGUE),
    )
    private = SelectMultipleField(_("Contacten die alleen u ziet"), validate_choice=True)

    def validate_last_day(self, field: Field) -> None:
        """Refuse a day that is far away, or before the first."""
        if not may_be_last(field.data, date.today(), self.since):
            raise StopValidation(
                _("Kies een dag van hooguit een jaar geleden of een jaar vooruit, niet voor uw eerste dag.")
            )

    def about(self, since: date | None, private: dict[str, str]) -> Self:
        """Tell the form since when she holds the position, and whom she keeps to herself."""
        self.since = since
        self.private.choices = [SelectChoice(id_, name) for id_, name in private.items()]
        return self

    @property
    def is_past(self) -> bool:
        """Whether the last day has been."""
        last: date = self.last_day.data
        return last < date.today()
