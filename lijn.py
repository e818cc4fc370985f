"""The command `lijn` as it is installed: Ctrl-C ends it without a word from its first moment on."""

import signal


def main() -> None:
    """Load the command, and run it."""
    # Loading takes a second, and there is nothing to put away yet: let the kernel end us, wherever an import is.
    answer = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from app.cli import main as run

    signal.signal(signal.SIGINT, answer)
    run()


if __name__ == "__main__":
    main()
