"""The command `lijn`."""

import click

from app.platform.logs import configure_logs
from app.config import Settings
from app.accounts.commands import login_link
from app.exchange.commands import import_files
from app.insight.commands import ask
from app.platform.commands import add_region, demo, doctor, serve


@click.group()
@click.pass_context
def main(context: click.Context) -> None:
    """Korte Lijnen: the network around a child's place at school."""
    context.obj = Settings()
    configure_logs(context.obj.log_format)


for command in (demo, serve, doctor, add_region, login_link, import_files, ask):
    main.add_command(command)
