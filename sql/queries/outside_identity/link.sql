INSERT INTO liban.outside_identity (issuer, subject, town, person, linked_by, linked_at) VALUES ($1, $2, $3, $4, $5, $6)
