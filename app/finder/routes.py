"""The right question to the right person."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.finder import store, wording
from app.finder.forms import QuestionForm
from app.platform.access import CONTRIBUTORS, allow
from app.platform.web import graph

blueprint = Blueprint("finder", __name__, template_folder="templates")


@blueprint.get("/juiste-partner")
@allow(CONTRIBUTORS)
def question() -> ResponseReturnValue:
    """Ask what help is sought, for which age and where."""
    form = QuestionForm().offer(store.list_choices(graph(), current_user.scope))
    return render_template("finder/question.html", form=form)


@blueprint.post("/juiste-partner")
@allow(CONTRIBUTORS)
def ask() -> ResponseReturnValue:
    """Look for the right partners, and put down who was told of which tie."""
    choices = store.list_choices(graph(), current_user.scope)
    form = QuestionForm().offer(choices)
    if not form.accepts(choices):
        return render_template("finder/question.html", form=form), 422
    asked = store.ask(graph(), current_user.scope, form.asked)
    return redirect(url_for("finder.answer", question=asked))


@blueprint.get("/zoekvraag/<question>")
@allow(CONTRIBUTORS)
def answer(question: str) -> ResponseReturnValue:
    """Show the partners to turn to, and the warm way to each; to who asked, and to nobody else."""
    found = store.find_kept_answer(graph(), current_user.scope, question) or abort(404)
    return render_template("finder/answer.html", answer=found, question=question, wording=wording)


@blueprint.post("/zoekvraag/<question>/gewenst/<partner>")
@allow(CONTRIBUTORS)
def want(question: str, partner: str) -> ResponseReturnValue:
    """Put a partner down as a wanted contact."""
    if name := store.want_contact(graph(), current_user.scope, question, partner):
        flash(_("%(name)s staat nu bij uw gewenste contacten.", name=name), "success")
    return redirect(url_for("finder.answer", question=question))


@blueprint.post("/zoekvraag/<question>/niet-gewenst/<partner>")
@allow(CONTRIBUTORS)
def unwant(question: str, partner: str) -> ResponseReturnValue:
    """Take a wanted contact back."""
    if name := store.unwant_contact(graph(), current_user.scope, question, partner):
        taken = _("%(name)s staat niet meer bij uw gewenste contacten. Bij Mijn contacten zet u dat terug.", name=name)
        flash(taken, "success")
    return redirect(url_for("finder.answer", question=question))
