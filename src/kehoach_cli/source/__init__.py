"""Bytes in: the working tree or a git revision, decoded text, YAML nodes with marks."""
