"""Whether a .docx, whoever wrote it, has the form that NĐ 30/2020 asks for; the rules are data (rules/nd30.yaml)."""
