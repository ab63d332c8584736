"""The start of the program: ``contacts-tui`` and ``python -m contacts_tui``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    gc.disable()  # nothing of what is loaded now is garbage; `run` begins to collect some once its command is there
    from contacts_tui.cli.main import run

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
