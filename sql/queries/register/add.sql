INSERT INTO liban.register_entry (
    town, register, id, version, unit, held_on, title, body, has_problem, rectify_by, rechecked_on, recheck_passed,
    person, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
