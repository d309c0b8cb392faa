"""WordprocessingML: the skeleton from the style table, the body built in place, the same bytes on every run."""
