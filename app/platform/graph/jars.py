"""Neo4j's jars: fetched once from Maven Central by the committed lock, each checked by its SHA-256."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flask_babel import gettext as _
from jgo.env import LockFile
from jgo.env._lockfile import LockedDependency, compute_sha256
from jgo.maven import MavenContext
from rich.console import Console
from rich.progress import Progress

from app.config import ROOT

LOCK = ROOT / "neo4j" / "jgo.lock.toml"
READY = ".whole"
PARALLEL = 8


def fetch_jars(into: Path) -> Path:
    """Bring every locked jar into one folder and return that folder; a folder that is whole already is left alone.

    The lock is followed to the letter: nothing is resolved anew, so what runs is what was tried. Downloads land in
    Maven's own cache of this machine, so that a second clone copies them.

    Raises:
        RuntimeError: A jar can't be had, or is not the one that the lock names.
    """
    if (into / READY).exists() and (into / READY).read_text() == LOCK.read_text():
        return into
    into.mkdir(parents=True, exist_ok=True)
    locked = LockFile.load(LOCK).dependencies
    maven = MavenContext(timeout=60)
    with Progress(console=Console(stderr=True)) as progress, ThreadPoolExecutor(PARALLEL) as pool:
        task = progress.add_task(_("Neo4j ophalen"), total=len(locked))
        for _fetched in pool.map(lambda dependency: _fetch(maven, dependency, into), locked):
            progress.advance(task)
    (into / READY).write_text(LOCK.read_text())
    return into


def _fetch(maven: MavenContext, locked: LockedDependency, into: Path) -> None:
    component = maven.project(locked.groupId, locked.artifactId).at_version(locked.version)
    artifact = component.artifact(locked.classifier or "", locked.packaging)
    target = into / artifact.filename
    if target.exists() and compute_sha256(target) == locked.sha256:
        return
    path = artifact.resolve()
    if compute_sha256(path) != locked.sha256:
        path.unlink()
        raise RuntimeError(
            _(
                "%(file)s is niet het bestand dat %(lock)s noemt (SHA-256 verschilt)",
                file=artifact.filename,
                lock=LOCK.name,
            )
        )
    shutil.copyfile(path, target)
