"""The form of the finder: a theme, an age and a place; nothing can be typed about a child."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField
from wtforms.validators import InputRequired, NumberRange

from app.finder.model import Asked, Choices
from app.finder.rules import OLDEST, YOUNGEST
from app.platform.names import THEME_NAMES, list_themes

AGE_PROBLEM = _("Vul een leeftijd in van %(youngest)s tot en met %(oldest)s jaar.", youngest=YOUNGEST, oldest=OLDEST)


class QuestionForm(FlaskForm):  # type: ignore[misc]
    """What help is sought."""

    theme = SelectField(_("Waarvoor zoekt u hulp?"), validate_choice=False)
    age = IntegerField(_("Leeftijd"), [InputRequired(AGE_PROBLEM), NumberRange(YOUNGEST, OLDEST, AGE_PROBLEM)])
    place = SelectField(_("In welke plaats?"), validate_choice=False)

    def offer(self, choices: Choices) -> "QuestionForm":
        """Fill the lists; the viewer's own place is chosen until she chooses another."""
        self.theme.choices = [("", _("Kies een thema")), *list_themes()]
        self.place.choices = [spot.place for spot in choices.places]
        if self.place.data is None:
            self.place.data = choices.own.place
        return self

    def accepts(self, choices: Choices) -> bool:
        """Whether all three are filled in and known; puts what is wrong at the field."""
        valid: bool = self.validate()
        if self.theme.data not in THEME_NAMES:
            self.theme.errors = [_("Kies een thema uit de lijst.")]
            valid = False
        if self.place.data not in {spot.place for spot in choices.places}:
            self.place.errors = [_("Kies een plaats uit de lijst.")]
            valid = False
        return valid

    @property
    def asked(self) -> Asked:
        """The question as it was filled in."""
        return Asked(self.theme.data, self.age.data, self.place.data)
