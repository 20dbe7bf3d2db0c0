"""The way into the command ``statutory``, before what takes time to import."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command and return its exit status, also where the user stops its imports."""
    try:
        from statutory import cli  # noqa: PLC0415 - may be interrupted

        return cli.main()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
