"""Entry."""


def main() -> int:
    """Return 0."""
    return 0
