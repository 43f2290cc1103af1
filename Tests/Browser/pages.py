"""Every page, with who looks at it."""

# Paths with {project} stand for the person's first project, {notice} for one on public notice, {opinion} for one that
# came in.
PAGES = [
    ("", "/sign-in"),
    ("", "/password-code"),
    ("", "/public"),
    ("", "/public/towns/1/notices"),
    ("", "/public/projects/{notice}"),
    ("", "/public/opinion"),
    ("", "/public/opinion?project={notice}&kind=objection"),
    ("", "/public/receipts"),
    ("", "/public/receipts?receipt={receipt}"),
    ("", "/docs"),
    ("", "/docs?part=projects"),
    ("", "/problems/fundExhausted"),
    ("secretary1", "/"),
    ("secretary1", "/projects/new"),
    ("secretary1", "/projects"),
    ("secretary1", "/projects/{project}"),
    ("officer1", "/"),
    ("officer1", "/week"),
    ("officer1", "/projects/{project}"),
    ("clerk", "/queue"),
    ("clerk", "/projects/{project}"),
    ("clerk", "/projects/{project}/files"),
    ("clerk", "/projects?text=yl"),
    ("clerk", "/handovers"),
    ("clerk", "/people"),
    ("clerk", "/opinions"),
    ("clerk", "/opinions/new"),
    ("clerk", "/opinions/{opinion}"),
    ("clerk", "/account"),
    ("director", "/queue"),
    ("director", "/projects/{project}"),
    ("director", "/policy"),
    ("finance", "/queue"),
    ("finance", "/funds"),
    ("finance", "/funds/1"),
    ("finance", "/funds/1/year"),
    ("finance", "/funds/1/committed"),
    ("finance", "/projects/{project}/statement"),
    ("finance", "/reconciliation"),
    ("panel1", "/queue"),
    ("leader", "/overview"),
    ("leader", "/overview?light=red"),
    ("leader", "/chart"),
    ("leader", "/chart/wall"),
    ("auditor", "/projects?view=all"),
    ("admin", "/"),
    ("security", "/accounts"),
    ("security", "/accounts/3"),
    ("audit", "/audit"),
    ("leader", "/nothing-here"),
]


def people():
    """Logins with their pages, in order: one sign-in each."""
    grouped = {}
    for login, path in PAGES:
        grouped.setdefault(login, []).append(path)
    return grouped
