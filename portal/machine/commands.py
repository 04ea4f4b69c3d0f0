"""What each target of the Makefile does, step by step."""

import argparse
import os
import time

from environment import assets_ready, messages_ready, python_ready, static_ready
from serve import need_port, port_of, serve
from site_data import demo_ready, secret_key
from steps import PYTHON, ROOT, Failed, fail, run, step
from verify import bench, check, test


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="portal/machine", description=__doc__)
    parser.add_argument("command", choices=sorted(COMMANDS))
    parser.add_argument("--install", action="store_true", help="install missing services with apt-get")
    given = parser.parse_args(arguments)
    os.chdir(ROOT)
    try:
        COMMANDS[given.command](given)
    except Failed as error:
        fail(str(error))
    except KeyboardInterrupt:
        fail("Stopped. Nothing half made is left; run the same command again.")


def _demo(given: argparse.Namespace) -> None:
    begun = time.monotonic()
    port = port_of(os.environ.get("PORT", "8000"))
    need_port(port)
    print("Readmission Academy, demo site", flush=True)
    python_ready(dev=False)
    assets_ready()
    messages_ready()
    env = {
        "SECRET_KEY": secret_key(),
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        "BASE_URL": f"http://127.0.0.1:{port}",
    }
    os.environ.update(env)
    static_ready()
    demo_ready()
    print(f"  ready to start after {time.monotonic() - begun:.1f} s", flush=True)
    serve(port, env)


def _ready(given: argparse.Namespace) -> None:
    python_ready(dev=True)
    assets_ready()
    messages_ready()


def _test(given: argparse.Namespace) -> None:
    _ready(given)
    test()


def _check(given: argparse.Namespace) -> None:
    _ready(given)
    check(install=given.install)


def _bench(given: argparse.Namespace) -> None:
    _ready(given)
    with step("Collecting static files"):
        run(PYTHON, "manage.py", "collectstatic", "--noinput", "--clear", "-v0")
    bench(install=given.install)


COMMANDS = {"demo": _demo, "ready": _ready, "test": _test, "check": _check, "bench": _bench}
