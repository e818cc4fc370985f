"""Serving: the database, the schema, then gunicorn; everything ends together."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from flask_babel import gettext as _
from gunicorn.app.base import BaseApplication

from app.config import Settings
from app.platform.graph import Address, DatabaseError, Graph
from app.platform.graph.migrate import migrate
from app.platform.graph.server import NotStartedError, database

THREADS = 4


class PortTakenError(RuntimeError):
    """Something else listens where the site would."""


@contextmanager
def open_graph(settings: Settings) -> Iterator[Graph]:
    """A door to the database that `settings` name (or our own, started here), its schema up to date.

    Raises:
        NotStartedError: The database does not answer.
    """
    with database(settings) as address, _door(address) as graph:
        yield graph


@contextmanager
def _door(address: Address) -> Iterator[Graph]:
    try:
        graph = Graph(address)
        graph.verify()
    except (*DatabaseError, ValueError) as error:
        raise NotStartedError(
            _("%(where)s antwoordt niet (%(why)s)", where=address.uri, why=type(error).__name__)
        ) from error
    try:
        migrate(graph)
        yield graph
    finally:
        graph.close()


class WebServer(BaseApplication):  # type: ignore[misc]
    """gunicorn inside our own process, so that one process is the parent of all others."""

    def __init__(self, settings: Settings, make_app: Callable[[], Flask], ready: Callable[[], None]) -> None:
        self.settings, self.make_app, self.ready = settings, make_app, ready
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn what the settings say."""
        chosen: dict[str, Any] = {
            "bind": f"{self.settings.host}:{self.settings.port}",
            "workers": self.settings.workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": lambda _: self._begin(),
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def _begin(self) -> None:
        # gunicorn would load itself anew; but a terminal that closes must leave nothing running.
        signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        self.ready()

    def load(self) -> Flask:
        """Make the application, in each worker: a driver must not be shared over a fork."""
        return self.make_app()


def serve(
    settings: Settings,
    make_app: Callable[[Settings, Graph], Flask],
    prepare: Callable[[Graph], None],
    ready: Callable[[], None],
) -> None:
    """Serve the site until a signal says stop.

    Args:
        settings: What this deployment chose.
        make_app: Makes the application; called in each worker.
        prepare: Called once with the database, its schema up to date, before the first request.
        ready: Called once, when the site answers.

    Raises:
        NotStartedError: The database does not answer.
        PortTakenError: Something else listens on the port.
    """
    _look_for_room(settings)
    with database(settings) as address:
        with _door(address) as graph:
            prepare(graph)
        WebServer(settings, lambda: make_app(settings, Graph(address)), ready).run()


def _look_for_room(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            where = f"{settings.host}:{settings.port}"
            raise PortTakenError(
                _("op %(where)s kan de site niet luisteren (%(why)s)", where=where, why=error.strerror)
            ) from error
