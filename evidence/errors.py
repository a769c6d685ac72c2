"""The one kind of error that a person is meant to read.

LinkwitnessError
├── StoreError, UnknownPropertyError          (store)
├── UnknownReport, ...                        (crawler)
└── ...

Anything else that escapes is a defect of ours and keeps its traceback.
"""


class LinkwitnessError(Exception):
    """Something the person at the keyboard can put right; the message says what and how."""
