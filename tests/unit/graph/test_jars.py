"""What the lock says is what runs."""

import pytest
from jgo.env import LockFile

from app.platform.graph import jars


def test_every_locked_jar_has_its_sum():
    dependencies = LockFile.load(jars.LOCK).dependencies
    assert dependencies
    assert all(len(dependency.sha256) == 64 for dependency in dependencies)


def test_a_jar_that_is_not_the_locked_one_is_refused(tmp_path, monkeypatch):
    lock = tmp_path / "jgo.lock.toml"
    lock.write_text(
        '[metadata]\njgo_version = "2.0.0"\n[environment]\nname = "x"\n[[dependencies]]\n'
        'groupId = "org.example"\nartifactId = "thing"\nversion = "1"\npackaging = "jar"\n'
        f'sha256 = "{"0" * 64}"\n'
    )
    cached = tmp_path / "m2" / "org" / "example" / "thing" / "1" / "thing-1.jar"
    cached.parent.mkdir(parents=True)
    cached.write_bytes(b"not what was locked")
    monkeypatch.setattr(jars, "LOCK", lock)
    monkeypatch.setenv("M2_REPO", str(tmp_path / "m2"))
    with pytest.raises(RuntimeError, match=r"thing-1\.jar.*SHA-256"):
        jars.fetch_jars(tmp_path / "jars")
    assert not (tmp_path / "jars" / "thing-1.jar").exists()
    assert not cached.exists()
