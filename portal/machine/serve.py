"""Web server and worker side by side; one Ctrl-C stops both."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import FrameType

from steps import BIN, ROOT, VAR, Failed, step

READY_WITHIN_SECONDS = 60
RESTART_SECONDS = 5


def port_of(said: str) -> int:
    if not said.isdecimal() or not 1024 <= int(said) <= 65535:
        raise Failed(f"PORT={said} is no port. Choose a number from 1024 to 65535: make demo PORT=8000")
    return int(said)


def need_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Failed(f"Port {port} is taken. Try another one: make demo PORT={port + 1}") from error


def serve(port: int, env: dict[str, str]) -> None:
    # A plain kill must end the children too, just like Ctrl-C; a shell's `&` starts us deaf to Ctrl-C.
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, _interrupt)
    children: list[subprocess.Popen[bytes]] = []
    try:
        with step("Starting web server and worker"):
            for command in (web_command(port), worker_command()):
                children.append(start(command, env))
            wait_until_ready(port, children)
        _greet(port)
        _watch(children, env)
    except KeyboardInterrupt:
        print("\nStopping …", flush=True)
    finally:
        stop(children)


def _watch(children: list[subprocess.Popen[bytes]], env: dict[str, str]) -> None:
    """Pages go on without the worker, so one that ended is started again; without the web server nothing goes on."""
    web, worker = range(2)
    while children[web].poll() is None:
        if children[worker].poll() is not None:
            print("  The worker ended by itself (var/celery.log); it is started again.", flush=True)
            children[worker] = start(worker_command(), env)
            time.sleep(RESTART_SECONDS)
        time.sleep(0.5)
    raise Failed("The web server ended by itself; its last words are in var/granian.log.")


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def web_command(port: int) -> list[str]:
    return [
        str(BIN / "granian"), "portal.wsgi:application", "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", "2", "--blocking-threads", "4", "--backlog", "1024", "--log-level", "warning",
    ]  # fmt: skip


def worker_command() -> list[str]:
    return [
        str(BIN / "celery"), "-A", "portal", "worker", "-B", "--pool", "threads", "--concurrency", "2",
        "--loglevel", "WARNING", "--without-gossip", "--without-mingle",
    ]  # fmt: skip


def start(command: list[str], env: dict[str, str]) -> subprocess.Popen[bytes]:
    """Its words go to a log file beside the database, so that the terminal stays readable."""
    folder = Path(env.get("VAR_DIR", VAR))
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{Path(command[0]).name}.log").open("ab") as log:
        # A session of its own: Ctrl-C reaches us alone, and we end the whole group in order.
        return subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **env}, start_new_session=True, stdout=log, stderr=log
        )


def wait_until_ready(port: int, children: list[subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < until:
        if any(child.poll() is not None for child in children):
            raise Failed(
                "The web server or the worker did not start; its last words are in var/granian.log and var/celery.log."
            )
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
            return
        time.sleep(0.2)
    raise Failed(f"The site did not become ready within {READY_WITHIN_SECONDS} seconds.")


def _greet(port: int) -> None:
    print(f"\nReadmission Academy is at http://127.0.0.1:{port}/\n")
    with contextlib.suppress(FileNotFoundError):
        accounts = json.loads((VAR / "demo-accounts.json").read_text())
        for role, account in accounts.items():
            print(f"  {role:<12} {account['email']:<28} {account['password']}")
    print("\nCtrl-C stops it.", flush=True)
    sys.stdout.flush()


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
    until = time.monotonic() + 8
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, until - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
