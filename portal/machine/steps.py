"""A step says what it does and how long it took; a failure is one line that says what to do."""

import contextlib
import errno
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("VAR_DIR", ROOT / "var"))
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"


class Failed(Exception):
    """The one line a person reads."""


@contextlib.contextmanager
def step(title: str) -> Iterator[None]:
    print(f"  {title} … ", end="", flush=True)
    begun = time.monotonic()
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Failed("The disk is full. Free about 2 GB and run the same command again.") from error
        raise
    print(f"{time.monotonic() - begun:.1f} s", flush=True)


def run(
    *command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None, hint: str = "", show: bool = False
) -> None:
    """Runs a command quietly; on failure its last lines are shown with the hint. `show` lets it speak for itself."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=cwd, env={**os.environ, **(env or {})}, text=True, check=False, capture_output=not show
    )
    if done.returncode == 0:
        return
    said = ((done.stderr or "") + (done.stdout or "")).strip()
    if "No space left on device" in said:
        raise Failed("The disk is full. Free about 2 GB and run the same command again.")
    if any(sign in said for sign in NO_NETWORK):
        raise Failed(f"No package index can be reached. Check the network or proxy, then run again. ({words[0]})")
    tail = "\n".join(said.splitlines()[-15:])
    raise Failed(f"{hint or 'Failed: ' + ' '.join(words[:6])}\n{tail}".strip())


NO_NETWORK = (
    "Temporary failure in name resolution",
    "Failed to establish a new connection",
    "NewConnectionError",
    "No matching distribution found for uv",
    "Failed to fetch",
    "error sending request",
    "EAI_AGAIN",
    "ENOTFOUND",
    "ECONNREFUSED",
)


def digest(paths: Iterable[Path]) -> str:
    """Of names and contents, so that a changed source makes a new stamp."""
    body = hashlib.sha256()
    for path in sorted(paths):
        if path.is_file():
            body.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return body.hexdigest()[:20]


def is_stamped(stamp: Path, value: str) -> bool:
    return stamp.exists() and stamp.read_text() == value


def put_stamp(stamp: Path, value: str) -> None:
    growing = stamp.with_suffix(".growing")
    growing.write_text(value)
    growing.replace(stamp)


def need_disk(megabytes: int) -> None:
    if shutil.disk_usage(ROOT).free < megabytes * 1_000_000:
        raise Failed(f"The disk is nearly full: about {megabytes} MB are needed here. Free some and run again.")


def fail(line: str) -> None:
    sys.exit(f"\n{line}")
