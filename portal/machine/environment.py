"""The Python environment and the front-end assets, each made once for each state of its sources."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from steps import BIN, PYTHON, ROOT, VAR, VENV, Failed, digest, is_stamped, need_disk, put_stamp, run, step

REQUIREMENTS = ROOT / "requirements"
ASSETS = ROOT / "assets"
UV_ENV = {
    "UV_CACHE_DIR": os.environ.get("UV_CACHE_DIR", str(ROOT / ".cache" / "uv")),
    # Without compiled files every start of the site would cost twice the time.
    "UV_COMPILE_BYTECODE": "1",
    "UV_PYTHON_DOWNLOADS": "never",
}
NODE_AT_LEAST = 20


def python_ready(*, dev: bool) -> None:
    """`base` runs the site; `dev` adds what tests and checks need, and contains `base`."""
    name = "dev" if dev else "base"
    wanted = digest([REQUIREMENTS / "uv.txt", REQUIREMENTS / f"{name}.txt"])
    stamps = [VENV / ".stamp-dev", VENV / f".stamp-{name}"]
    if any(is_stamped(stamp, digest_of(stamp)) for stamp in stamps):
        return
    need_disk(1500)
    if not (VENV / ".stamp-base").exists() and not (VENV / ".stamp-dev").exists():
        _new_venv()
    with step(f"Installing {'everything tests need' if dev else 'the site'} (hash-locked)"):
        _install(REQUIREMENTS / f"{name}.txt")
    put_stamp(VENV / f".stamp-{name}", wanted)


def _install(lock: Path) -> None:
    """By uv, which is fast; a machine whose mirror only pip knows of gets the same by pip."""
    try:
        run(BIN / "uv", "pip", "install", "-q", "-p", PYTHON, "--require-hashes", "-r", lock, env=UV_ENV)
    except Failed:
        _pip(lock)


def _pip(lock: Path) -> None:
    run(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", lock)


def digest_of(stamp: Path) -> str:
    name = stamp.name.removeprefix(".stamp-")
    return digest([REQUIREMENTS / "uv.txt", REQUIREMENTS / f"{name}.txt"])


def _new_venv() -> None:
    with step("Making the Python environment"):
        # Without a stamp it is the rest of a killed run.
        if VENV.is_symlink():
            VENV.unlink()
        shutil.rmtree(VENV, ignore_errors=True)
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
        if made.returncode:
            if "ensurepip" in made.stdout + made.stderr:
                version = f"{sys.version_info.major}.{sys.version_info.minor}"
                raise Failed(f"Python came without ensurepip. Install python{version}-venv and run again.")
            raise Failed((made.stderr or made.stdout).strip().splitlines()[-1])
        _pip(REQUIREMENTS / "uv.txt")


def assets_ready() -> None:
    sources = [path for path in ASSETS.rglob("*") if _is_source(path)]
    wanted = digest(sources)
    stamp = ASSETS / "dist" / ".stamp"
    if is_stamped(stamp, wanted):
        return
    npm, env = _npm()
    with step("Fetching front-end packages (hash-locked)"):
        run(*npm, "ci", "--loglevel=error", "--no-audit", "--no-fund", "--ignore-scripts", cwd=ASSETS, env=env)
    with step("Building styles and scripts"):
        run(*npm, "run", "--silent", "build", cwd=ASSETS, env=env)
        put_stamp(stamp, wanted)


def _is_source(path: Path) -> bool:
    return path.is_file() and not {"node_modules", "dist", "dist.growing"} & set(path.relative_to(ASSETS).parts)


def _npm() -> tuple[list[str | Path], dict[str, str]]:
    """The system's Node from version 20 on, else Node from a Python wheel."""
    cache = {"npm_config_cache": os.environ.get("npm_config_cache", str(ROOT / ".cache" / "npm"))}
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
        if int(said.strip().lstrip("v").split(".")[0] or 0) >= NODE_AT_LEAST:
            return [npm], cache
    if not (BIN / "npm").exists():
        with step("Fetching Node, as this machine has none from version 20 on"):
            _install(REQUIREMENTS / "node.txt")
    return [BIN / "npm"], {**cache, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


def messages_ready() -> None:
    catalogues = list((ROOT / "portal" / "locale").rglob("*.po"))
    wanted, stamp = digest(catalogues), VAR / "messages.stamp"
    if is_stamped(stamp, wanted) and all(path.with_suffix(".mo").exists() for path in catalogues):
        return
    with step("Compiling translations"):
        VAR.mkdir(parents=True, exist_ok=True)
        run(PYTHON, ROOT / "portal" / "machine" / "compile_messages.py", ROOT / "portal" / "locale")
        put_stamp(stamp, wanted)


def static_ready() -> None:
    """Collected once for each build; hashed names let browsers keep the files for good."""
    wanted = digest([ASSETS / "dist" / ".stamp", REQUIREMENTS / "base.txt"])
    stamp = VAR / "static.stamp"
    if is_stamped(stamp, wanted):
        return
    with step("Collecting static files"):
        VAR.mkdir(parents=True, exist_ok=True)
        run(PYTHON, "manage.py", "collectstatic", "--noinput", "--clear", "-v0")
        put_stamp(stamp, wanted)
