"""`make demo` and its kin: one clear line where something is wrong, nothing half made."""

import errno
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

MACHINE = Path(__file__).resolve().parents[3] / "portal" / "machine"
sys.path.insert(0, str(MACHINE))

import environment  # noqa: E402
import steps  # noqa: E402

# A site of two processes that only wait, started as `command &` in a script starts it: with SIGINT ignored.
QUIET_SITE = """
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
sys.path.insert(0, {machine!r})
import serve
serve.web_command = lambda port: ["/bin/sleep", "60"]
serve.worker_command = lambda: ["/bin/sleep", "61"]
serve.step = lambda said: open("/dev/null")
serve.wait_until_ready = lambda port, children: print(*(child.pid for child in children), flush=True)
serve._greet = lambda port: None
serve.serve(8000, {{"VAR_DIR": sys.argv[1]}})
"""


def test_a_taken_port_is_one_line_that_names_the_next():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, str(MACHINE), "demo"], env={"PORT": str(port)}, capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.strip() == f"Port {port} is taken. Try another one: make demo PORT={port + 1}"


@pytest.mark.parametrize("said", ["abc", "99999", "80", "-1", ""])
def test_a_port_that_is_none_is_one_line(said):
    done = subprocess.run(
        [sys.executable, str(MACHINE), "demo"], env={"PORT": said}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.strip() == f"PORT={said} is no port. Choose a number from 1024 to 65535: make demo PORT=8000"


def test_a_full_disk_is_one_line():
    with pytest.raises(steps.Failed, match=r"The disk is full\. Free about 2 GB"), steps.step("Writing"):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_registry_out_of_reach_is_one_line():
    command = [sys.executable, "-c", "import sys; sys.exit('ENOTFOUND somewhere')"]
    with pytest.raises(steps.Failed, match="No package index can be reached"):
        steps.run(*command)


def test_a_changed_source_makes_a_new_stamp(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    source, stamp = tmp_path / "a.txt", tmp_path / "stamp"
    source.write_text("one")
    steps.put_stamp(stamp, steps.digest([source]))
    assert steps.is_stamped(stamp, steps.digest([source]))
    source.write_text("two")
    assert not steps.is_stamped(stamp, steps.digest([source]))


def test_a_mirror_only_pip_knows_is_used_where_uv_fails(monkeypatch):
    commands = []

    def run(*command, **options):
        commands.append([str(word) for word in command])
        if "uv" in commands[-1][0]:
            raise steps.Failed("No package index can be reached.")

    monkeypatch.setattr(environment, "run", run)
    environment._install(Path("base.txt"))
    assert [Path(command[0]).name for command in commands] == ["uv", "python"]
    assert commands[1][-2:] == ["-r", "base.txt"]


def test_no_lock_file_names_a_host():
    locks = [*(MACHINE.parents[1] / "requirements").glob("*.txt"), MACHINE.parents[1] / "assets" / "package-lock.json"]
    assert [lock.name for lock in locks if '"resolved"' in lock.read_text() or "index-url" in lock.read_text()] == []
    assert "://" not in (MACHINE.parents[1] / "requirements" / "base.txt").read_text()


def test_ctrl_c_stops_server_and_worker_even_where_a_shell_started_us_deaf_to_it(tmp_path):
    script = tmp_path / "quiet.py"
    script.write_text(QUIET_SITE.format(machine=str(MACHINE)))
    site = subprocess.Popen([sys.executable, str(script), str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert site.stdout is not None
    children = [int(number) for number in site.stdout.readline().split()]
    site.send_signal(signal.SIGINT)
    said = site.communicate(timeout=20)[0]
    assert (said.strip(), site.returncode) == ("Stopping …", 0)
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []


def test_a_worker_that_ended_is_started_again_and_the_pages_go_on(tmp_path):
    script = tmp_path / "dying.py"
    lines = QUIET_SITE.format(machine=str(MACHINE)).replace('["/bin/sleep", "61"]', '["/bin/sleep", "0.1"]')
    script.write_text(lines.replace("import serve\n", "import serve\nserve.RESTART_SECONDS = 0.1\n"))
    site = subprocess.Popen([sys.executable, str(script), str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert site.stdout is not None
    site.stdout.readline()
    said = site.stdout.readline().strip()
    site.send_signal(signal.SIGINT)
    site.communicate(timeout=20)
    assert said == "The worker ended by itself (var/celery.log); it is started again."
