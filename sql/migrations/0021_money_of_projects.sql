-- How encumbrances end, money beside the fund, retention, and invoices of payments that were taken back.

-- Every award's money is settled or voided, once. Append only.
CREATE TABLE liban.encumbrance_resolution (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    -- The entry of the award, and the one that ended what it encumbered.
    awarded_seq integer NOT NULL,
    resolved_seq integer NOT NULL,
    resolution text NOT NULL,
    CONSTRAINT encumbrance_resolved_once PRIMARY KEY (town, year, serial, awarded_seq),
    CONSTRAINT resolution_of_award FOREIGN KEY (town, year, serial, awarded_seq)
        REFERENCES liban.project_event (town, year, serial, seq),
    CONSTRAINT resolution_of_event FOREIGN KEY (town, year, serial, resolved_seq)
        REFERENCES liban.project_event (town, year, serial, seq),
    CONSTRAINT resolution_known CHECK (resolution IN ('settled', 'voided')),
    CONSTRAINT resolution_after_award CHECK (resolved_seq > awarded_seq)
);
INSERT INTO liban.encumbrance_resolution (town, year, serial, awarded_seq, resolved_seq, resolution)
SELECT e.town, e.year, e.serial, a.seq, e.seq, CASE e.kind WHEN 'settled' THEN 'settled' ELSE 'voided' END
FROM liban.project_event e
CROSS JOIN LATERAL (
    SELECT max(p.seq) AS seq FROM liban.project_event p
    WHERE p.town = e.town AND p.year = e.year AND p.serial = e.serial AND p.seq < e.seq AND p.kind = 'awarded'
) a
WHERE a.seq IS NOT NULL AND (e.kind IN ('settled', 'terminated')
    OR (e.kind = 'objectionResolved' AND (e.body::json ->> 'upheld')::boolean));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.encumbrance_resolution
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- Money, goods and labour beside the fund, in the order of the application.
CREATE TABLE liban.project_source (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    promised_fen bigint NOT NULL,
    received_fen bigint NOT NULL,
    spent_fen bigint NOT NULL,
    CONSTRAINT project_source_once PRIMARY KEY (town, year, serial, number),
    CONSTRAINT source_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project (town, year, serial),
    CONSTRAINT source_known CHECK (kind IN ('ownContribution', 'higherGrant', 'partnerUnit', 'donation', 'inKind',
        'labour')),
    CONSTRAINT source_spent_within_received CHECK (spent_fen BETWEEN 0 AND received_fen),
    CONSTRAINT source_promise_not_negative CHECK (promised_fen >= 0)
);

-- What is kept back of a settlement: 3 % of it at the most (建设工程质量保证金管理办法), and never more than is held.
ALTER TABLE liban.project
    ADD COLUMN retained_fen bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT retention_within_limit CHECK (retained_fen >= 0 AND retained_fen <= encumbered_fen
        AND retained_fen * 1000 <= coalesce(settled_fen, 0) * 30),
    ADD CONSTRAINT ended_holds_nothing CHECK (state NOT IN ('declined', 'withdrawn', 'terminated', 'closedOut')
        OR encumbered_fen = retained_fen);

-- An invoice whose payment was taken back is free for the payment it belongs to.
ALTER TABLE liban.project_invoice
    ADD COLUMN released_at timestamptz,
    DROP CONSTRAINT invoice_used_once,
    ADD CONSTRAINT invoice_used_once EXCLUDE USING btree (town WITH =, invoice WITH =) WHERE (released_at IS NULL);

-- A project's movements follow from its log. Those of the fund itself are sealed: each hash is over the row and the
-- hash of the one before, so that an altered row is named.
ALTER TABLE liban.ledger_movement ADD COLUMN hash bytea;
CREATE FUNCTION liban.movement_hash(m liban.ledger_movement, previous bytea) RETURNS bytea
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN sha256(coalesce(previous, '') || convert_to(concat_ws('|', m.town, m.year, m.fund, m.number, m.kind,
        m.from_account, m.to_account, m.amount_fen, coalesce(m.person::text, ''), m.reason,
        liban.day_number(m.effective_on), liban.microseconds(m.recorded_at), coalesce(m.corrects::text, '')), 'UTF8'));
END
$$;
CREATE FUNCTION liban.seal_movement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.hash := liban.movement_hash(NEW, (
        SELECT hash FROM liban.ledger_movement
        WHERE town = NEW.town AND year = NEW.year AND fund = NEW.fund AND project_serial IS NULL
            AND number < NEW.number
        ORDER BY number DESC LIMIT 1));
    RETURN NEW;
END
$$;
ALTER TABLE liban.ledger_movement DISABLE TRIGGER append_only;
DO $$
DECLARE
    m liban.ledger_movement;
BEGIN
    FOR m IN SELECT * FROM liban.ledger_movement WHERE project_serial IS NULL ORDER BY town, year, fund, number LOOP
        UPDATE liban.ledger_movement u SET hash = liban.movement_hash(m, (
            SELECT p.hash FROM liban.ledger_movement p
            WHERE p.town = m.town AND p.year = m.year AND p.fund = m.fund AND p.project_serial IS NULL
                AND p.number < m.number
            ORDER BY p.number DESC LIMIT 1))
        WHERE u.town = m.town AND u.year = m.year AND u.fund = m.fund AND u.number = m.number;
    END LOOP;
END
$$;
ALTER TABLE liban.ledger_movement ENABLE TRIGGER append_only;
CREATE TRIGGER movement_sealed BEFORE INSERT ON liban.ledger_movement
    FOR EACH ROW WHEN (NEW.project_serial IS NULL) EXECUTE FUNCTION liban.seal_movement();

-- Whose money a fund holds, for the turn of the year: few of all the projects there ever were.
CREATE INDEX project_holding ON liban.project (town, programme, (coalesce(fund_year, year)), year, serial)
    WHERE encumbered_fen > 0;

GRANT SELECT, INSERT ON liban.encumbrance_resolution, liban.project_source TO liban_service;
GRANT UPDATE (received_fen, spent_fen) ON liban.project_source TO liban_service;
GRANT UPDATE (released_at) ON liban.project_invoice TO liban_service;
