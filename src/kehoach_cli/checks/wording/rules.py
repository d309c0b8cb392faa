"""Every rule of wording: whoever judges one plan imports only the judges that it takes for that."""

from __future__ import annotations

from kehoach_cli.checks.wording import agreement, alphabet, forms, judges, levels, sentences, surface, ward
from kehoach_cli.diagnostics import Rule

_HOMES = (
    *(alphabet, sentences, *surface.JUDGES, *judges.JUDGES, *judges.COMPARING),
    *(agreement, forms, levels, ward),
)
RULES = tuple({rule.code: rule for home in _HOMES for rule in vars(home).values() if isinstance(rule, Rule)}.values())
