"""The forms of somebody's own contacts; the labels of the choices stand in `templates/contacts/words.html`."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import AnyOf, Length

from app.contacts.model import Tie
from app.contacts.rules import FREQUENCIES, KINDS, LONGEST_NOTE, NO_TIE, PRIVATE, STATES, STRENGTHS, VISIBILITIES
from app.platform.text import trimmed
from app.platform.validators import no_bsn
from app.platform.versions import shown_version


class TieForm(FlaskForm):  # type: ignore[misc]
    """One tie as its owner sees it."""

    state = SelectField(_("Hoe staat het ervoor?"), choices=list(STATES))
    frequency = SelectField(_("Hoe vaak hebt u contact?"), choices=["", *FREQUENCIES])
    strength = SelectField(_("Hoe sterk is het contact?"), choices=["", *map(str, STRENGTHS)])
    kinds = SelectMultipleField(_("Wat hebt u aan elkaar?"), choices=list(KINDS))
    note = TextAreaField(
        _("Notitie"),
        [
            Length(max=LONGEST_NOTE, message=_("Schrijf hooguit %(number)s tekens.", number=LONGEST_NOTE)),
            no_bsn,
        ],
        filters=[trimmed],
    )
    visibility = SelectField(_("Wie mag dit contact zien?"), choices=list(VISIBILITIES))
    version = HiddenField(default=str(NO_TIE))

    @classmethod
    def of(cls, tie: Tie, **options: Any) -> "TieForm":
        """The form, filled in with a tie."""
        return cls(
            data={
                "state": tie.state,
                "frequency": tie.frequency or "",
                "strength": str(tie.strength or ""),
                "kinds": list(tie.kinds),
                "note": tie.note or "",
                "visibility": tie.visibility,
                "version": str(tie.version),
            },
            **options,
        )

    def tie(self) -> Tie:
        """What was typed."""
        return Tie(
            state=self.state.data,
            frequency=self.frequency.data or None,
            strength=int(self.strength.data) if self.strength.data else None,
            kinds=tuple(kind for kind in KINDS if kind in (self.kinds.data or ())),
            note=self.note.data or None,
            visibility=self.visibility.data,
            version=shown_version(self.version.data),
        )


class StateForm(FlaskForm):  # type: ignore[misc]
    """Another state for a tie, in one click."""

    state = HiddenField(validators=[AnyOf(STATES)])


class DefaultForm(FlaskForm):  # type: ignore[misc]
    """For whom one's new ties are."""

    visibility = SelectField(_("Wie mag een nieuw contact van u zien?"), choices=list(VISIBILITIES))
    everything = BooleanField(_("Geef ook al mijn contacten van nu deze keuze"))
    sure = BooleanField(_("Dit weet ik zeker"))

    @property
    def widens(self) -> bool:
        """Whether contacts that she has may come to be seen by more people."""
        return bool(self.everything.data) and self.visibility.data != PRIVATE
