"""The forms of accounts."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, PasswordField, SelectField
from wtforms.validators import DataRequired, Length

from app.accounts.rules import LONGEST, SHORTEST, PasswordProblem
from app.platform.access import Role

PASSWORD_PROBLEMS = {
    PasswordProblem.TOO_SHORT: _("Kies een wachtwoord van %(number)s tekens of meer.", number=SHORTEST),
    PasswordProblem.TOO_LONG: _("Kies een wachtwoord van hooguit %(number)s tekens.", number=LONGEST),
    PasswordProblem.OWN_NAME: _("Kies een wachtwoord waar uw naam of e-mailadres niet in staat."),
}


class LoginForm(FlaskForm):  # type: ignore[misc]
    """Who is there, and where she was going."""

    email = EmailField(_("E-mailadres"), [DataRequired(), Length(max=254)])
    password = PasswordField(_("Wachtwoord"), [DataRequired(), Length(max=LONGEST)])
    next = HiddenField()


class PasswordForm(FlaskForm):  # type: ignore[misc]
    """Another password for oneself."""

    current = PasswordField(_("Uw wachtwoord van nu"), [Length(max=LONGEST)])
    new = PasswordField(_("Uw nieuwe wachtwoord"), [DataRequired()])


class RoleForm(FlaskForm):  # type: ignore[misc]
    """What somebody comes to do; the labels stand in the template."""

    role = SelectField(_("Rol"), choices=[str(role) for role in Role], default=str(Role.PARTNER))


class InviteForm(RoleForm):
    """Whom to give an account."""

    email = EmailField(_("E-mailadres"), [DataRequired(), Length(max=254)])
