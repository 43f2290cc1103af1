-- Signing in: growing delays instead of a lock anybody can turn, second factors, codes that are shown once, sessions
-- their owner can see and end, tokens for machines, identities of an outside provider.
ALTER TABLE liban.account DROP COLUMN failures, DROP COLUMN locked_until;
-- An account begins without a password: its person sets one with a code, or comes from an outside provider.
ALTER TABLE liban.account ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE liban.account ADD COLUMN password_set_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN blocked_at timestamptz,
    ADD CONSTRAINT account_once_a_person UNIQUE (town, person);

-- Passwords a person had, for profiles that forbid their return.
CREATE TABLE liban.former_password (
    town integer NOT NULL,
    person integer NOT NULL,
    password_hash text NOT NULL,
    until timestamptz NOT NULL,
    CONSTRAINT former_password_of_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT former_password_hashed CHECK (password_hash LIKE '$argon2id$%')
);
CREATE INDEX former_password_by_person ON liban.former_password (town, person, until);

-- Failed sign-ins in a row: by login, by address, and by both together. Rows a day old mean nothing any more.
CREATE TABLE liban.sign_in_failure (
    kind text NOT NULL,
    key text NOT NULL,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    CONSTRAINT sign_in_failure_once PRIMARY KEY (kind, key),
    CONSTRAINT sign_in_failure_kind_known CHECK (kind IN ('login', 'address', 'pair')),
    CONSTRAINT sign_in_failure_key_short CHECK (octet_length(key) <= 200),
    CONSTRAINT sign_in_failures_counted CHECK (failures > 0)
);
CREATE INDEX sign_in_failure_by_time ON liban.sign_in_failure (last_at);

ALTER TABLE liban.session ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN last_seen_at timestamptz,
    -- It ends by itself when nothing was heard of it for so long.
    ADD COLUMN idle_seconds integer NOT NULL DEFAULT 43200,
    -- What is still to be done before it opens anything else.
    ADD COLUMN limited_to text,
    ADD COLUMN address text NOT NULL DEFAULT '',
    ADD COLUMN client text NOT NULL DEFAULT '',
    ADD CONSTRAINT session_numbered_once UNIQUE (number),
    ADD CONSTRAINT session_limit_known CHECK (limited_to IN ('secondFactor', 'enrolment', 'newPassword')),
    ADD CONSTRAINT session_idle_bounded CHECK (idle_seconds BETWEEN 60 AND 86400);
UPDATE liban.session SET last_seen_at = opened_at;
ALTER TABLE liban.session ALTER COLUMN last_seen_at SET NOT NULL;

-- For machines: a random token whose hash is kept, with what it may do and until when.
CREATE TABLE liban.access_token (
    number bigint GENERATED ALWAYS AS IDENTITY,
    token_hash bytea NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    last_used_at timestamptz,
    CONSTRAINT access_token_once PRIMARY KEY (token_hash),
    CONSTRAINT access_token_numbered_once UNIQUE (number),
    CONSTRAINT access_token_of_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT access_token_hashed CHECK (octet_length(token_hash) = 32),
    CONSTRAINT access_token_named CHECK (btrim(name) <> ''),
    CONSTRAINT access_token_scoped CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'command', 'administer']),
    CONSTRAINT access_token_dated CHECK (expires_at > issued_at AND expires_at <= issued_at + interval '366 days')
);
CREATE INDEX access_token_by_person ON liban.access_token (town, person, number);

-- The shared secret of a person's authenticator, sealed with the key outside the database; unconfirmed until its first
-- code was right. A step is used once.
CREATE TABLE liban.second_factor (
    town integer NOT NULL,
    person integer NOT NULL,
    sealed bytea NOT NULL,
    confirmed_at timestamptz,
    last_step bigint NOT NULL DEFAULT 0,
    CONSTRAINT second_factor_once PRIMARY KEY (town, person),
    CONSTRAINT second_factor_of_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id)
);
-- 120 random bits each, so that a plain hash keeps them; used once.
CREATE TABLE liban.recovery_code (
    town integer NOT NULL,
    person integer NOT NULL,
    code_hash bytea NOT NULL,
    used_at timestamptz,
    CONSTRAINT recovery_code_once PRIMARY KEY (town, person, code_hash),
    CONSTRAINT recovery_code_of_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT recovery_code_hashed CHECK (octet_length(code_hash) = 32)
);
-- An administrator's one-time code for a first or a forgotten password. The newest counts.
CREATE TABLE liban.password_code (
    number bigint GENERATED ALWAYS AS IDENTITY,
    town integer NOT NULL,
    person integer NOT NULL,
    code_hash text NOT NULL,
    -- Nothing for the command line.
    issued_by integer,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT password_code_once PRIMARY KEY (number),
    CONSTRAINT password_code_of_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT password_code_hashed CHECK (code_hash LIKE '$argon2id$%'),
    CONSTRAINT password_code_dated CHECK (expires_at > issued_at AND expires_at <= issued_at + interval '7 days'),
    CONSTRAINT password_code_for_another CHECK (issued_by <> person)
);
CREATE INDEX password_code_by_person ON liban.password_code (town, person, number);
-- Who somebody is at an outside provider; linked by an administrator, never by the provider's word alone.
CREATE TABLE liban.outside_identity (
    issuer text NOT NULL,
    subject text NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    linked_by integer,
    linked_at timestamptz NOT NULL,
    CONSTRAINT outside_identity_once PRIMARY KEY (issuer, subject),
    CONSTRAINT outside_identity_once_a_person UNIQUE (town, person, issuer),
    CONSTRAINT outside_identity_of_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT outside_identity_by_another CHECK (linked_by <> person)
);

-- The service changes a password only through this: the old one is remembered, whoever knew it is signed out (but for
-- the session that changes it), and codes are used up.
CREATE FUNCTION liban.set_password(
    p_town integer, p_person integer, p_hash text, p_at timestamptz, p_but bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    matched bigint;
BEGIN
    INSERT INTO liban.former_password (town, person, password_hash, until)
    SELECT town, person, password_hash, p_at FROM liban.account
    WHERE town = p_town AND person = p_person AND password_hash IS NOT NULL;
    UPDATE liban.account SET password_hash = p_hash, password_set_at = p_at
    WHERE town = p_town AND person = p_person;
    GET DIAGNOSTICS matched = ROW_COUNT;
    PERFORM liban.require_row(matched, 'account_there');
    UPDATE liban.session SET closed_at = p_at
    WHERE town = p_town AND person = p_person AND closed_at IS NULL AND token_hash IS DISTINCT FROM p_but;
    UPDATE liban.session SET limited_to = NULL
    WHERE town = p_town AND person = p_person AND limited_to = 'newPassword' AND closed_at IS NULL;
    UPDATE liban.password_code SET used_at = p_at WHERE town = p_town AND person = p_person AND used_at IS NULL;
    RETURN matched;
END
$$;
REVOKE ALL ON FUNCTION liban.set_password FROM PUBLIC;
GRANT EXECUTE ON FUNCTION liban.set_password TO liban_service;

-- Once the authenticator that was asked for is confirmed, the sessions that waited for it open.
CREATE FUNCTION liban.open_limited_sessions(p_town integer, p_person integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    matched bigint;
BEGIN
    UPDATE liban.session SET limited_to = NULL
    WHERE town = p_town AND person = p_person AND limited_to = 'enrolment' AND closed_at IS NULL
        AND EXISTS (SELECT FROM liban.second_factor
            WHERE town = p_town AND person = p_person AND confirmed_at IS NOT NULL);
    GET DIAGNOSTICS matched = ROW_COUNT;
    RETURN matched;
END
$$;
REVOKE ALL ON FUNCTION liban.open_limited_sessions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION liban.open_limited_sessions TO liban_service;

GRANT SELECT, INSERT ON liban.former_password, liban.access_token, liban.password_code, liban.outside_identity
    TO liban_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON liban.sign_in_failure, liban.second_factor, liban.recovery_code
    TO liban_service;
GRANT DELETE ON liban.outside_identity TO liban_service;
GRANT UPDATE (used_at) ON liban.password_code TO liban_service;
GRANT UPDATE (revoked_at, last_used_at) ON liban.access_token TO liban_service;
GRANT UPDATE (last_seen_at) ON liban.session TO liban_service;
GRANT UPDATE (blocked_at) ON liban.account TO liban_service;
