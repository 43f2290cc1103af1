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

-- What was reminded of, and of which day: each goes to the outbox once. Stays when the outbox is cleared. Append only.
CREATE TABLE liban.reminder (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    kind text NOT NULL,
    -- The day it is about: the due day, the notice's end, the day the stage began.
    basis date NOT NULL,
    version integer NOT NULL,
    put_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reminder_once PRIMARY KEY (town, year, serial, kind, basis),
    CONSTRAINT reminder_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project (town, year, serial),
    CONSTRAINT reminder_known CHECK (kind IN ('dueSoon', 'overdue', 'stageOverLimit', 'noticeEnded', 'pauseEnding',
        'consultationDue', 'dispatchDue'))
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.reminder
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
