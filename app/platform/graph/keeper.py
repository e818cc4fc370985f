"""Keeps a server for as long as its parent lives: `python -m app.platform.graph.keeper LOCK_FD COMMAND …`.

The parent holds the other end of our standard input. When that ends, by a close or by the parent's death, the server
is asked to stop; it gets half a minute, then it is killed. The server inherits the lock, so that the lock is free
when, and only when, no server uses the data any more.
"""

import ctypes
import signal
import subprocess
import sys
import threading

STOP_TIMEOUT_S = 30
PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """Ask the kernel to stop this process when its parent dies; where the kernel can't, the pipe alone has to do."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def keep(lock: int, command: list[str]) -> int:
    """Run the command until standard input ends or the command does, and return its exit code."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # A handler and not SIG_IGN: Java would inherit that, and then never hear that it must stop.
        signal.signal(name, lambda *_: None)
    server = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[lock],
        preexec_fn=die_with_parent,
    )
    threading.Thread(target=_stop_at_end_of_input, args=[server], daemon=True).start()
    return server.wait()


def _stop_at_end_of_input(server: subprocess.Popen[bytes]) -> None:
    sys.stdin.buffer.read()
    server.terminate()
    try:
        server.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        server.kill()


if __name__ == "__main__":
    sys.exit(keep(int(sys.argv[1]), sys.argv[2:]))
