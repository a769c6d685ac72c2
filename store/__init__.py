"""The store: SQLAlchemy models, sessions, the frontier. The only room that knows SQL."""
