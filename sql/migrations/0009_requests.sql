-- The answer given under a client's key, written in the transaction of its effect: the same key has one effect.
CREATE TABLE liban.request_key (
    town integer NOT NULL,
    person integer NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    status integer NOT NULL,
    version integer NOT NULL,
    body bytea NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT request_key_once PRIMARY KEY (town, person, key),
    CONSTRAINT request_key_sized CHECK (length(key) BETWEEN 1 AND 255),
    CONSTRAINT fingerprint_whole CHECK (octet_length(fingerprint) = 32)
);

-- Messages for whoever has to act next; they leave after the commit, from here.
CREATE TABLE liban.outbox (
    town integer NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    role text NOT NULL,
    area integer NOT NULL,
    unit integer NOT NULL,
    subject text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    version integer NOT NULL,
    put_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    CONSTRAINT outbox_once PRIMARY KEY (town, id)
);
CREATE INDEX outbox_waiting ON liban.outbox (id) WHERE sent_at IS NULL;
