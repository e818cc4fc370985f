"""Structured logs, one line an event, each with the request's id; never a name, an address or free text."""

import logging
import sys

import structlog


def configure_logs(form: str) -> None:
    """Send logs to standard error, as `json` (one object a line) or as `text` for people.

    Args:
        form: `json` or `text`.
    """
    renderer = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
