"""Two plans to the changes between them: nothing that differs is left out."""
