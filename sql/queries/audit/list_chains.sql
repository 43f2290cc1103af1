SELECT town, length, head, removed, removed_head FROM liban.audit_chain ORDER BY town
