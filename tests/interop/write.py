"""Makes repositories with python-tuf.

write.py plain FOLDER        one with a delegated role, names with folders, keys of three kinds; then
                             its second version with another timestamp key
write.py list FROM FOLDER    one that publishes the list published in FROM, under keys of its own
"""

import json
import shutil
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

EXPIRES = datetime.now(timezone.utc).replace(microsecond=0) + timedelta(days=5)


class Repository:
    """A repository with consistent snapshots. Two of three roots sign."""

    def __init__(self, folder, make_keys):
        self.folder = Path(folder)
        self.make_keys = make_keys
        self.root = Root(expires=EXPIRES)
        self.roots = [make() for make in make_keys]
        self.online = CryptoSigner.generate_ed25519()
        for signer in self.roots:
            self.root.add_key(signer.public_key, "root")
        self.root.roles["root"].threshold = 2
        for role in ("targets", "snapshot", "timestamp"):
            self.root.add_key(self.online.public_key, role)
        self.targets = Targets(expires=EXPIRES)
        self.delegated = {}
        self.version = 0

    def delegate(self, name, paths):
        signer = CryptoSigner.generate_ecdsa()
        role = DelegatedRole(name, [], 1, True, paths=paths)
        if self.targets.delegations is None:
            self.targets.delegations = Delegations({}, {})
        self.targets.delegations.roles[name] = role
        self.targets.add_key(signer.public_key, name)
        self.delegated[name] = (Targets(expires=EXPIRES), signer)

    def add(self, path, content, role=None, custom=None):
        targets = self.delegated[role][0] if role else self.targets
        target = TargetFile.from_data(path, content, ["sha256"])
        if custom:
            target.unrecognized_fields["custom"] = custom
        targets.targets[path] = target
        folder, _, name = path.rpartition("/")
        place = self.folder / "targets" / folder
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{target.hashes['sha256']}.{name}").write_bytes(content)

    def rotate_online(self):
        old, self.online = self.online, CryptoSigner.generate_ecdsa()
        for role in ("targets", "snapshot", "timestamp"):
            self.root.revoke_key(old.public_key.keyid, role)
            self.root.add_key(self.online.public_key, role)
        self.root.version += 1

    def write(self):
        self.version += 1
        self._put(self.root, f"{self.root.version}.root", self.roots[:2])
        meta = {"targets.json": MetaFile(self.version)}
        for name, (targets, signer) in self.delegated.items():
            targets.version = self.version
            self._put(targets, f"{self.version}.{name}", [signer])
            meta[f"{name}.json"] = MetaFile(self.version)
        self.targets.version = self.version
        self._put(self.targets, f"{self.version}.targets", [self.online])
        snapshot = Snapshot(self.version, expires=EXPIRES, meta=meta)
        self._put(snapshot, f"{self.version}.snapshot", [self.online])
        timestamp = Timestamp(
            self.version, expires=EXPIRES, snapshot_meta=MetaFile(self.version)
        )
        self._put(timestamp, "timestamp", [self.online])

    def _put(self, signed, name, signers):
        metadata = Metadata(signed)
        for signer in signers:
            metadata.sign(signer, append=True)
        path = self.folder / "metadata" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        metadata.to_file(str(path))


def plain(folder):
    ed25519 = CryptoSigner.generate_ed25519
    keys = [CryptoSigner.generate_rsa, CryptoSigner.generate_ecdsa, ed25519]
    repository = Repository(Path(folder) / "1", keys)
    repository.delegate("banks", ["banks/*"])
    repository.add("list.txt", b"one\n")
    repository.add("banks/a b?.txt", b"of a bank\n", role="banks")
    repository.write()
    shutil.copytree(Path(folder) / "1", Path(folder) / "2")
    repository.folder = Path(folder) / "2"
    repository.add("list.txt", b"two\n")
    repository.rotate_online()
    repository.write()


def republish(source, folder):
    source = Path(source)

    def newest(role):
        files = (source / "metadata").glob(f"*.{role}.json")
        file = max(files, key=lambda path: int(path.name.split(".")[0]))
        return json.loads(file.read_bytes())["signed"]

    keys = [CryptoSigner.generate_ed25519, CryptoSigner.generate_ecdsa]
    repository = Repository(folder, keys)
    targets = newest("targets")
    repository.targets.unrecognized_fields["cleardown"] = targets["cleardown"]
    for name, about in targets["targets"].items():
        file = source / "targets" / f"{about['hashes']['sha256']}.{name}"
        repository.add(name, file.read_bytes(), custom=about.get("custom"))
    repository.write()


{"plain": plain, "list": republish}[sys.argv[1]](*sys.argv[2:])
