"""Log lines on a terminal: addresses and messages of strangers are shown, never obeyed (hostile case 96)."""

import logging


class VisibleFormatter(logging.Formatter):
    """Writes a record as one line, and a traceback in lines of its own, without control characters."""

    def format(self, record: logging.LogRecord) -> str:
        """Return what is printed."""
        from linkwitness.display import visible

        told = [record.getMessage()]
        if record.exc_info:
            told += self.formatException(record.exc_info).splitlines()
        return "\n".join(map(visible, told))


def show_warnings() -> None:
    """Make what no part of the program takes care of, libraries included, safe to print."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(VisibleFormatter())
