"""Every page, with who looks at it."""

# Paths with {project} stand for the person's first project.
PAGES = [
    ("", "/sign-in"),
    ("", "/public"),
    ("", "/public/opinion"),
    ("", "/public/receipts"),
    ("", "/docs"),
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
    ("clerk", "/handovers"),
    ("clerk", "/opinions"),
    ("clerk", "/opinions/new"),
    ("clerk", "/account"),
    ("director", "/queue"),
    ("director", "/projects/{project}"),
    ("director", "/policy"),
    ("finance", "/queue"),
    ("finance", "/funds"),
    ("finance", "/reconciliation"),
    ("panel1", "/queue"),
    ("leader", "/overview"),
    ("leader", "/chart"),
    ("leader", "/chart/wall"),
    ("auditor", "/overview"),
    ("auditor", "/projects?view=all"),
    ("admin", "/"),
    ("security", "/accounts"),
    ("audit", "/audit"),
    ("leader", "/nothing-here"),
]


def people():
    """Logins with their pages, in order: one sign-in each."""
    grouped = {}
    for login, path in PAGES:
        grouped.setdefault(login, []).append(path)
    return grouped
