"""python lock.py: records the versions and, for this platform, the hashes of all packages that the frameworks need.

pip resolves each file of requirements/ without installing anything. The result is versions.txt, which holds for every
platform, and a file for each framework in locks/<platform>/.
"""

import json
import subprocess
import sys

from install import HOME, UNCHECKED, VERSIONS, lock, platform_name, requirements

MADE = "# Made by lock.py."


def resolve(framework):
    """Returns version and SHA-256 by package."""
    options = ["--quiet", "--dry-run", "--ignore-installed", "--report", "-"]
    command = [sys.executable, "-m", "pip", "install", *options, "--requirement", requirements(framework)]
    report = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    packages = {}
    for item in report["install"]:
        hashes = item["download_info"]["archive_info"]["hashes"]
        packages[item["metadata"]["name"].lower()] = (item["metadata"]["version"], hashes["sha256"])
    return dict(sorted(packages.items()))


def main():
    versions = {}
    for framework in sorted(file.stem for file in (HOME / "requirements").iterdir()):
        packages = resolve(framework)
        for name, (version, _) in packages.items():
            public = version.split("+")[0]  # what follows is the name of a build
            if versions.setdefault(name, public) != public:
                sys.exit(f"{framework} needs {name} {public}, another framework {versions[name]}")
        lines = [
            f"{name}=={version} --hash=sha256:{digest}"
            for name, (version, digest) in packages.items()
            if name != UNCHECKED.get(framework)
        ]
        lock(framework).parent.mkdir(parents=True, exist_ok=True)
        lock(framework).write_text("\n".join([f"{MADE} {platform_name()}", *lines]) + "\n")
    lines = [f"{name}=={version}" for name, version in sorted(versions.items())]
    VERSIONS.write_text("\n".join([MADE, *lines]) + "\n")


if __name__ == "__main__":
    main()
