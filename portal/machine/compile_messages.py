"""Compiles the translation catalogues without msgfmt. Runs in the site's environment, without Django."""

import sys
from pathlib import Path

import polib

for source in sorted(Path(sys.argv[1]).glob("*/LC_MESSAGES/*.po")):
    polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))
