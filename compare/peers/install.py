"""python install.py FRAMEWORK: installs what a framework needs into the environment of this Python, with its pip.

With a lock for this platform, pip accepts only files with the recorded SHA-256. Without one, it installs the same
versions unchecked. PyTorch itself is never checked: a release has builds with and without CUDA, and which of them pip
finds depends on its configuration.
"""

import platform
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent
VERSIONS = HOME / "versions.txt"
UNCHECKED = {"pytorch": "torch"}


def requirements(framework):
    """The packages that a framework needs itself."""
    return HOME / "requirements" / f"{framework}.txt"


def lock(framework):
    """The file with the hashes of all packages for this platform; it may be missing."""
    return HOME / "locks" / platform_name() / f"{framework}.txt"


def platform_name():
    version = "".join(platform.python_version_tuple()[:2])
    return f"{platform.system()}-{platform.machine()}-{platform.python_implementation()}{version}".lower()


def pip(*arguments):
    options = ["--disable-pip-version-check", "--no-input"]
    return subprocess.run([sys.executable, "-m", "pip", "install", *options, *arguments], check=False).returncode


def install(framework):
    """Returns pip's exit code."""
    pinned = ["--requirement", requirements(framework), "--constraint", VERSIONS]
    if not lock(framework).exists():
        print(f"No hashes are recorded for {platform_name()}; pip installs the pinned versions without them.")
        return pip(*pinned)
    code = pip("--require-hashes", "--requirement", lock(framework))
    if code == 0 and framework in UNCHECKED:
        print(f"{UNCHECKED[framework]} has several builds, so it is installed without a hash.")
        code = pip(*pinned)
    return code


if __name__ == "__main__":
    sys.exit(install(sys.argv[1]))
