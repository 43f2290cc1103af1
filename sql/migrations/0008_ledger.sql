-- The ledger. One row is one movement and names both its accounts, so it balances by construction. Append only.
CREATE TABLE liban.ledger_movement (
    town integer NOT NULL,
    -- The fund's year.
    year integer NOT NULL,
    fund integer NOT NULL,
    -- 1, 2, 3 … of its fund, without gaps.
    number bigint NOT NULL,
    kind text NOT NULL,
    from_account text NOT NULL,
    to_account text NOT NULL,
    amount_fen bigint NOT NULL,
    -- The event that moved the money; nothing for the town's own appropriations.
    project_year integer,
    project_serial integer,
    event_seq integer,
    person integer,
    reason text NOT NULL,
    effective_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT movement_once PRIMARY KEY (town, year, fund, number),
    CONSTRAINT movement_of_fund FOREIGN KEY (town, year, fund) REFERENCES liban.fund (town, year, id),
    CONSTRAINT movement_of_event FOREIGN KEY (town, project_year, project_serial, event_seq)
        REFERENCES liban.project_event (town, year, serial, seq) MATCH SIMPLE,
    CONSTRAINT movement_of_whole_event CHECK (num_nulls(project_year, project_serial, event_seq) IN (0, 3)),
    CONSTRAINT amounts_in_range CHECK (amount_fen BETWEEN 1 AND 100000000000),
    CONSTRAINT movement_accounts CHECK (
        (kind = 'appropriate' AND from_account = 'source' AND to_account = 'free')
        OR (kind = 'encumber' AND from_account = 'free' AND to_account = 'encumbered')
        OR (kind = 'release' AND from_account = 'encumbered' AND to_account = 'free')
        OR (kind = 'disburse' AND from_account = 'encumbered' AND to_account = 'disbursed')
        OR (kind = 'recover' AND from_account = 'recovered' AND to_account = 'free')),
    CONSTRAINT movement_explained CHECK (project_serial IS NOT NULL OR btrim(reason) <> ''),
    CONSTRAINT effective_not_future CHECK (effective_on <= liban.civil_day(recorded_at))
);
CREATE INDEX movement_by_project ON liban.ledger_movement (town, project_year, project_serial, event_seq);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.ledger_movement
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- The two entries of each movement. A fund's and a movement's entries sum to zero.
CREATE VIEW liban.ledger_entry AS
SELECT m.town, m.year, m.fund, m.number, e.account, e.amount_fen, m.kind, m.project_year, m.project_serial,
    m.event_seq, m.person, m.reason, m.effective_on, m.recorded_at
FROM liban.ledger_movement m
CROSS JOIN LATERAL (VALUES (m.from_account, -m.amount_fen), (m.to_account, m.amount_fen)) AS e (account, amount_fen);
