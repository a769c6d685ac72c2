"""The password, needed as soon as the server can be reached from elsewhere."""

import hashlib
import hmac
import secrets
import time

WAIT_S = 1.0
"""Seconds between two tries, whoever makes them: guessing takes longer than anybody has."""
MOST_SESSIONS = 1_000


class Logins:
    """Knows one password and who has given it."""

    def __init__(self, password: str) -> None:
        """Take the password; empty: nobody is asked."""
        self._salt = secrets.token_bytes(16)
        self._hash = self._hashed(password) if password else b""
        self._open: dict[str, None] = {}
        self._next_try = 0.0

    @property
    def are_needed(self) -> bool:
        """Whether a password is asked for."""
        return bool(self._hash)

    def knows(self, session: str) -> bool:
        """Say whether this session may read and decide."""
        return not self._hash or session in self._open

    def open(self, session: str, password: str) -> bool:
        """Let a session in if the password is right."""
        now = time.monotonic()
        if now < self._next_try:
            return False
        self._next_try = now + WAIT_S
        if not hmac.compare_digest(self._hashed(password), self._hash):
            return False
        self._next_try = now
        self._open[session] = None
        while len(self._open) > MOST_SESSIONS:
            del self._open[next(iter(self._open))]
        return True

    def close(self, session: str) -> None:
        """End a session."""
        self._open.pop(session, None)

    def _hashed(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode()[:1_024], salt=self._salt, n=2**14, r=8, p=1)
