"""The wording of what is printed (KH5xx): spelling, typography, capitals, citations; nothing is ever corrected."""
