-- The log: what happened to every project, each event chained to the one before by its hash. Append only.
CREATE TABLE liban.project_event (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    -- 1, 2, 3 … without gaps; the project's version after it.
    seq integer NOT NULL,
    kind text NOT NULL,
    -- The coded body, kept verbatim: the hash is over these very characters, so it is text and not json.
    body text NOT NULL,
    -- No foreign key: persons are never deleted, and a shared lock on a busy person's row would make commits queue.
    person integer NOT NULL,
    role text NOT NULL,
    effective_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    late_reason text,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    previous_seq integer GENERATED ALWAYS AS (nullif(seq - 1, 0)) STORED,
    CONSTRAINT event_once PRIMARY KEY (town, year, serial, seq),
    -- What the next event points at.
    CONSTRAINT event_with_hash UNIQUE (town, year, serial, seq, hash),
    CONSTRAINT event_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project (town, year, serial),
    CONSTRAINT event_follows_previous FOREIGN KEY (town, year, serial, previous_seq, previous_hash)
        REFERENCES liban.project_event (town, year, serial, seq, hash),
    CONSTRAINT event_counted CHECK (seq > 0),
    CONSTRAINT event_hash_whole CHECK (octet_length(hash) = 32),
    CONSTRAINT first_event_unchained CHECK (octet_length(previous_hash) = CASE seq WHEN 1 THEN 0 ELSE 32 END),
    CONSTRAINT effective_not_future CHECK (effective_on <= liban.civil_day(recorded_at)),
    -- A day of grace: an evening visit is often written down the next morning.
    CONSTRAINT late_entry_explained CHECK (liban.civil_day(recorded_at) - effective_on <= 1
        OR coalesce(btrim(late_reason), '') <> '')
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.project_event
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
