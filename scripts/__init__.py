"""Scripts for developers: run from the repository's root."""
