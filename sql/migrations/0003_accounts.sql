-- Who may sign in, and who is signed in. No secret is stored: passwords as Argon2id, tokens as SHA-256.
CREATE TABLE liban.account (
    login text NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    password_hash text NOT NULL,
    -- Wrong passwords in a row since the last sign-in or lock.
    failures integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    CONSTRAINT login_once PRIMARY KEY (login),
    CONSTRAINT account_of_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT account_hashed CHECK (password_hash LIKE '$argon2id$%'),
    CONSTRAINT failures_counted CHECK (failures >= 0)
);

CREATE TABLE liban.session (
    token_hash bytea NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    opened_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT session_once PRIMARY KEY (token_hash),
    CONSTRAINT session_of_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT session_token_hashed CHECK (octet_length(token_hash) = 32),
    CONSTRAINT session_ends_later CHECK (expires_at > opened_at)
);
CREATE INDEX session_by_person ON liban.session (town, person);
