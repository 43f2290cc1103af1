-- Signed checkpoints over all logs: what is printed on the wall contradicts whoever rewrites the past. All append only.
CREATE TABLE liban.checkpoint (
    number integer NOT NULL,
    made_at timestamptz NOT NULL,
    -- Entries covered since the beginning, and the roots of the complete subtrees of the Merkle tree over them
    -- (RFC 9162), 32 bytes each: all that is needed to go on.
    events bigint NOT NULL,
    peaks bytea NOT NULL,
    root bytea NOT NULL,
    towns_root bytea NOT NULL,
    -- SHA-256 of the statement before; empty for the first.
    previous bytea NOT NULL,
    -- Ed25519. The private key is never here.
    public_key bytea NOT NULL,
    signature bytea NOT NULL,
    CONSTRAINT checkpoint_once PRIMARY KEY (number),
    CONSTRAINT checkpoint_counted CHECK (number > 0 AND events >= 0),
    CONSTRAINT checkpoint_whole CHECK (octet_length(root) = 32 AND octet_length(towns_root) = 32
        AND octet_length(public_key) = 32 AND octet_length(signature) = 64 AND octet_length(peaks) % 32 = 0),
    CONSTRAINT first_checkpoint_unchained CHECK (octet_length(previous) = CASE number WHEN 1 THEN 0 ELSE 32 END)
);
CREATE INDEX checkpoint_by_moment ON liban.checkpoint (made_at, number);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- How far each project's log had grown, for the projects that moved since the checkpoint before.
CREATE TABLE liban.checkpoint_head (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    checkpoint integer NOT NULL CONSTRAINT head_of_checkpoint REFERENCES liban.checkpoint (number),
    after_seq integer NOT NULL,
    seq integer NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT checkpoint_head_once PRIMARY KEY (town, year, serial, checkpoint),
    CONSTRAINT checkpoint_head_advances CHECK (seq > after_seq AND after_seq >= 0),
    CONSTRAINT checkpoint_head_whole CHECK (octet_length(hash) = 32)
);
CREATE INDEX checkpoint_head_by_checkpoint ON liban.checkpoint_head (checkpoint, town, year, serial);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.checkpoint_head
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- A town's digest over those heads, chained to its digest before.
CREATE TABLE liban.town_digest (
    town integer NOT NULL,
    checkpoint integer NOT NULL CONSTRAINT digest_of_checkpoint REFERENCES liban.checkpoint (number),
    projects integer NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT town_digest_once PRIMARY KEY (town, checkpoint),
    CONSTRAINT town_digest_whole CHECK (octet_length(digest) = 32 AND projects > 0)
);
CREATE INDEX town_digest_by_checkpoint ON liban.town_digest (checkpoint, town);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.town_digest
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

GRANT SELECT, INSERT ON liban.checkpoint, liban.checkpoint_head, liban.town_digest TO liban_service;
