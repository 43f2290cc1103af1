-- What a fund's year goes through beside awards and payments: instalments, corrections, and its end.
ALTER TABLE liban.fund
    -- Held money that came over from the year before, and that went over to the next one.
    ADD COLUMN brought_forward_fen bigint NOT NULL DEFAULT 0,
    ADD COLUMN carried_forward_fen bigint NOT NULL DEFAULT 0,
    -- Given back to the treasury.
    ADD COLUMN swept_fen bigint NOT NULL DEFAULT 0,
    -- While it is set, nothing of the fund changes but by reopening the year.
    ADD COLUMN closed_on date,
    -- Openings and closings so far: the number of the newest.
    ADD COLUMN acts integer NOT NULL DEFAULT 0,
    DROP CONSTRAINT fund_balances,
    DROP CONSTRAINT recovery_within_paid,
    ADD CONSTRAINT fund_balances CHECK (appropriated_fen + brought_forward_fen - carried_forward_fen - swept_fen
        - encumbered_fen - disbursed_fen + recovered_fen = free_fen),
    -- Money paid in the year before may come back to the fund its project was carried forward to.
    ADD CONSTRAINT recovery_within_paid CHECK (recovered_fen >= 0
        AND (recovered_fen <= disbursed_fen OR brought_forward_fen > 0)),
    ADD CONSTRAINT payment_not_negative CHECK (disbursed_fen >= 0),
    ADD CONSTRAINT year_end_not_negative CHECK (brought_forward_fen >= 0 AND carried_forward_fen >= 0
        AND swept_fen >= 0),
    ADD CONSTRAINT closed_year_empty CHECK (closed_on IS NULL OR (encumbered_fen = 0 AND free_fen = 0));

CREATE FUNCTION liban.refuse_closed_year() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the year % of fund % is closed', OLD.year, OLD.id
        USING ERRCODE = '23514', CONSTRAINT = 'fund_year_open', TABLE = 'fund', SCHEMA = 'liban';
END
$$;
-- Every movement counts itself on its fund's row, so the row is where a closed year refuses them all.
CREATE TRIGGER fund_year_open BEFORE UPDATE ON liban.fund
    FOR EACH ROW WHEN (OLD.closed_on IS NOT NULL AND (NEW.closed_on IS NOT NULL OR NEW.movements <> OLD.movements))
    EXECUTE FUNCTION liban.refuse_closed_year();

-- Opening, closing and reopening a fund's year. Append only.
CREATE TABLE liban.fund_act (
    town integer NOT NULL,
    fund integer NOT NULL,
    number integer NOT NULL,
    act text NOT NULL,
    person integer NOT NULL,
    reason text NOT NULL,
    effective_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT fund_act_once PRIMARY KEY (town, fund, number),
    CONSTRAINT fund_act_of_fund FOREIGN KEY (town, fund) REFERENCES liban.fund (town, id),
    CONSTRAINT fund_act_by_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT fund_act_known CHECK (act IN ('open', 'close', 'reopen')),
    CONSTRAINT fund_act_explained CHECK (btrim(reason) <> ''),
    CONSTRAINT effective_not_future CHECK (effective_on <= liban.civil_day(recorded_at))
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.fund_act
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
GRANT SELECT, INSERT ON liban.fund_act TO liban_service;

-- A correction is a movement of its own: it takes an earlier one back as a whole, once; what is right is posted anew.
ALTER TABLE liban.ledger_movement
    ADD COLUMN corrects bigint,
    DROP CONSTRAINT movement_accounts,
    ADD CONSTRAINT movement_with_amount UNIQUE (town, year, fund, number, kind, amount_fen),
    ADD CONSTRAINT correction_reverses_whole FOREIGN KEY (town, year, fund, corrects, kind, amount_fen)
        REFERENCES liban.ledger_movement (town, year, fund, number, kind, amount_fen),
    ADD CONSTRAINT movement_corrected_once UNIQUE (town, year, fund, corrects),
    ADD CONSTRAINT correction_looks_back CHECK (corrects < number);
-- Until now one word stood for surplus and for what an ended project gave back.
ALTER TABLE liban.ledger_movement DISABLE TRIGGER append_only;
UPDATE liban.ledger_movement m SET kind = 'void'
FROM liban.project_event e
WHERE m.kind = 'release' AND e.town = m.town AND e.year = m.project_year AND e.serial = m.project_serial
    AND e.seq = m.event_seq AND e.kind IN ('terminated', 'objectionResolved');
ALTER TABLE liban.ledger_movement ENABLE TRIGGER append_only;
ALTER TABLE liban.ledger_movement
    -- Kind, and the accounts it runs between; a correction runs the other way.
    ADD CONSTRAINT movement_accounts CHECK (kind || ' ' || CASE WHEN corrects IS NULL
        THEN from_account || ' ' || to_account ELSE to_account || ' ' || from_account END IN (
        'appropriate source free', 'encumber free encumbered', 'release encumbered free', 'void encumbered free',
        'disburse encumbered disbursed', 'recover recovered free', 'carryForward encumbered carriedForward',
        'bringForward broughtForward encumbered', 'sweep free swept'));

-- The year whose fund pays for the project, where it is no longer the project's own.
ALTER TABLE liban.project
    ADD COLUMN fund_year integer,
    ADD CONSTRAINT fund_year_later CHECK (fund_year > year);
