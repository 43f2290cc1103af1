-- Only the owner may: whoever knew the old password is signed out, and a lock is lifted.
WITH changed AS (
    UPDATE liban.account SET password_hash = $2, failures = 0, locked_until = NULL
    WHERE login = $1
    RETURNING town, person
), signed_out AS (
    UPDATE liban.session s SET closed_at = now() FROM changed c
    WHERE s.town = c.town AND s.person = c.person AND s.closed_at IS NULL
), noted AS (
    INSERT INTO liban.setup_record (town, act, detail) SELECT town, 'setPassword', $1 FROM changed
)
SELECT person FROM changed
