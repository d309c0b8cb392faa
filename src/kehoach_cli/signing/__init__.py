"""Digital signatures on a finished PDF: where they belong, whose key, how they are made, whether they still hold."""
