"""New entries: what a person says, judged, and the file that is written for it."""
