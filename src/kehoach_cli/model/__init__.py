"""Frozen values: the plan, its units, its topics and what their times mean."""
