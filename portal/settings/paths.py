"""Where things are, and the one reader of the environment."""

from pathlib import Path

import environ

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parents[2]
# Everything the running site writes: database, uploads, queue, cache. Nothing in it is committed.
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))
