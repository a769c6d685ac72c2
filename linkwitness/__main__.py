"""The `linkwitness` program."""


def main() -> None:
    """Run the command line."""
