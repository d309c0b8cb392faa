"""The folders of a workspace in which files come and go: results, the text of reports, the register."""

PROGRESS, REPORTS, REGISTER = "progress", "reports", "issued"
