"""Everything the Makefile asks of a machine: `python3 portal/machine demo|test|check|bench|ready`.

Runs before anything is installed, so it uses the standard library alone; this first file also runs on old Pythons,
in order to say that they are too old.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or newer is needed, this is %d.%d. Try: make demo PYTHON=python3.12" % sys.version_info[:2])

from commands import main

main(sys.argv[1:])
