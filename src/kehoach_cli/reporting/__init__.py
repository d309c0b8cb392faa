"""Plan, entries and period to figures: every figure knows the entries that it comes from."""
