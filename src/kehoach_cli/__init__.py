"""kehoach: a ward's communication plan as text, and the official documents made from it."""

__version__ = "0.1.0"
