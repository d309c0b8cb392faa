"""Words and tables for people and programs: terminal, JSON, CSV, Markdown."""
