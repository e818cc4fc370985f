"""Files in: choose, look at what would change, accept."""

from uuid import UUID

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.exchange.empty_files import empty_csv, empty_xlsx
from app.exchange.forms import KIND_LABELS, UploadForm
from app.exchange.importing import ImportReport, import_file
from app.exchange.layouts import LAYOUTS
from app.exchange.uploads import Upload, Uploads
from app.platform.access import IMPORTERS, allow
from app.platform.downloads import csv_download
from app.platform.limits import limiter
from app.platform.web import graph

blueprint = Blueprint("exchange", __name__, template_folder="templates")


@blueprint.get("/inlezen")
@allow(IMPORTERS)
def files() -> ResponseReturnValue:
    """Ask for a file."""
    return _choose(UploadForm())


@blueprint.post("/inlezen")
@allow(IMPORTERS)
@limiter.limit("30/minute")
def upload_file() -> ResponseReturnValue:
    """Take a file in, and find out what it would change."""
    form = UploadForm()
    if not form.validate():
        return _choose(form), 422
    upload = _uploads().receive(form.file.data, current_user.id, form.kind.data, *form.area())
    _uploads().keep(upload.with_report(_import(upload, dry_run=True)))
    return redirect(url_for("exchange.preview", id_=upload.id))


@blueprint.get("/inlezen/<uuid:id_>")
@allow(IMPORTERS)
def preview(id_: UUID) -> ResponseReturnValue:
    """Show what a file would change, or what must be put right first."""
    upload = _own(id_)
    return render_template("exchange/preview.html", upload=upload, report=upload.report)


@blueprint.post("/inlezen/<uuid:id_>")
@allow(IMPORTERS)
def accept(id_: UUID) -> ResponseReturnValue:
    """Write the file, once however often the button is pressed."""
    upload = _own(id_)
    with _uploads().alone(upload) as waits:
        if not waits:
            flash(_("Dit bestand was al ingelezen of weggegooid."))
            return redirect(url_for("exchange.files"))
        report = _import(upload, dry_run=False)
        if report.problems:
            _uploads().keep(upload.with_report(report))
            return redirect(url_for("exchange.preview", id_=upload.id))
        _uploads().remove(upload)
    flash(_("Ingelezen: %(created)s nieuw, %(changed)s gewijzigd.", created=report.created, changed=report.changed))
    return redirect(url_for("exchange.files"))


@blueprint.post("/inlezen/<uuid:id_>/weg")
@allow(IMPORTERS)
def cancel(id_: UUID) -> ResponseReturnValue:
    """Throw the file away, unless it is being written this very moment."""
    upload = _own(id_)
    with _uploads().alone(upload) as waits:
        if waits:
            _uploads().remove(upload)
    flash(
        _("Het bestand is weg. Er is niets gewijzigd.") if waits else _("Dit bestand was al ingelezen of weggegooid.")
    )
    return redirect(url_for("exchange.files"))


@blueprint.get("/inlezen/<uuid:id_>/problemen.csv")
@allow(IMPORTERS)
def problems(id_: UUID) -> ResponseReturnValue:
    """Every problem of a file, to take along."""
    header = (_("rij"), _("kolom"), _("er staat"), _("verwacht"), _("bedoelde u"))
    fields = ("row", "column", "value", "expected", "nearest")
    rows = ([problem[field] for field in fields] for problem in _own(id_).report["problems"])
    return csv_download(_("problemen"), header, rows)


@blueprint.get("/inlezen/sjabloon/<kind>.<any(csv, xlsx):form>")
@allow(IMPORTERS)
def empty_file(kind: str, form: str) -> Response:
    """An empty example of a kind of file."""
    if kind not in LAYOUTS:
        abort(404)
    return empty_csv(kind) if form == "csv" else empty_xlsx(kind)


def _choose(form: UploadForm) -> str:
    return render_template("exchange/files.html", form=form, kinds=KIND_LABELS, chosen=request.form.get("kind"))


def _uploads() -> Uploads:
    return Uploads(current_app.extensions["settings"].var)


def _own(id_: UUID) -> Upload:
    return _uploads().find(str(id_), current_user.id) or abort(404)


def _import(upload: Upload, *, dry_run: bool) -> ImportReport:
    return import_file(
        graph(),
        current_user.scope,
        upload.kind,
        _uploads().path(upload),
        municipalities=upload.municipalities,
        postcodes=upload.postcodes,
        dry_run=dry_run,
    )
