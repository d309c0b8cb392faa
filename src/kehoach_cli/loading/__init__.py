"""Files to workspace and findings: loading never stops at the first problem."""
