"""Fetches targets with python-tuf: read.py ADDRESS ROOT.json FOLDER NAME...

Says as JSON which versions it trusts and what the targets say of the list. Fails where python-tuf
refuses anything.
"""

import json
import sys
from pathlib import Path

from tuf.ngclient import Updater


def main(address, root, folder, *names):
    folder = Path(folder)
    for part in ("metadata", "targets"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    updater = Updater(
        metadata_dir=str(folder / "metadata"),
        metadata_base_url=f"{address}/metadata/",
        target_dir=str(folder / "targets"),
        target_base_url=f"{address}/targets/",
        bootstrap=Path(root).read_bytes(),
    )
    updater.refresh()
    files = {}
    for name in names:
        target = updater.get_targetinfo(name)
        if target is None:
            sys.exit(f"no target {name}")
        files[name] = {
            "path": updater.download_target(target),
            "custom": target.custom,
        }

    def version(role):
        return json.loads((folder / "metadata" / f"{role}.json").read_bytes())["signed"]

    print(
        json.dumps(
            {
                "root": version("root")["version"],
                "timestamp": version("timestamp")["version"],
                "list": version("targets")["cleardown"],
                "files": files,
            }
        )
    )


main(*sys.argv[1:])
