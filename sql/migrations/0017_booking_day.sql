-- The day a movement counts for in statements and reports (记账日): the day it happened, as long as its month was still
-- open when it was written down; otherwise the day it was written down. A month ends with its last day, so that a
-- report of an ended month never changes. The month in which the fund's ledger began takes in what happened before it
-- (期初补录): nothing had been reported yet.
CREATE FUNCTION liban.set_booking_day() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    written date := liban.civil_day(NEW.recorded_at);
    began date;
BEGIN
    NEW.booked_on := NEW.effective_on;
    IF date_trunc('month', NEW.effective_on) < date_trunc('month', written) THEN
        SELECT liban.civil_day(m.recorded_at) INTO began FROM liban.ledger_movement m
        WHERE m.town = NEW.town AND m.year = NEW.year AND m.fund = NEW.fund AND m.number = 1;
        IF date_trunc('month', written) > date_trunc('month', began) THEN
            NEW.booked_on := written;
        END IF;
    END IF;
    RETURN NEW;
END
$$;

ALTER TABLE liban.ledger_movement ADD COLUMN booked_on date;

-- What a database of before this day holds was written down by one rule; it is given its day by the same.
ALTER TABLE liban.ledger_movement DISABLE TRIGGER append_only;
UPDATE liban.ledger_movement m SET booked_on =
    CASE WHEN date_trunc('month', liban.civil_day(m.recorded_at)) > date_trunc('month', m.effective_on)
        AND date_trunc('month', liban.civil_day(m.recorded_at)) > date_trunc('month', liban.civil_day(b.recorded_at))
    THEN liban.civil_day(m.recorded_at) ELSE m.effective_on END
FROM liban.ledger_movement b
WHERE b.town = m.town AND b.year = m.year AND b.fund = m.fund AND b.number = 1;
ALTER TABLE liban.ledger_movement ENABLE TRIGGER append_only;

ALTER TABLE liban.ledger_movement ALTER COLUMN booked_on SET NOT NULL;
ALTER TABLE liban.ledger_movement ADD CONSTRAINT booked_when_done_or_written
    CHECK (booked_on = effective_on OR booked_on = liban.civil_day(recorded_at));
CREATE TRIGGER booking_day BEFORE INSERT ON liban.ledger_movement
    FOR EACH ROW EXECUTE FUNCTION liban.set_booking_day();

-- Openings and sums of a fund up to a day, and its lines in that order, without the table.
CREATE INDEX movement_by_booking ON liban.ledger_movement (town, year, fund, booked_on, number)
    INCLUDE (kind, from_account, to_account, amount_fen);
