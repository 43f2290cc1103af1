-- The arrows of the life of a project; a test compares them with State.successors.
CREATE TABLE liban.state_transition (
    from_state text NOT NULL,
    to_state text NOT NULL,
    CONSTRAINT state_transition_once PRIMARY KEY (from_state, to_state)
);
INSERT INTO liban.state_transition (from_state, to_state) VALUES
    ('draft', 'submitted'), ('draft', 'withdrawn'),
    ('submitted', 'inReview'), ('submitted', 'returned'), ('submitted', 'withdrawn'), ('submitted', 'declined'),
    ('returned', 'submitted'), ('returned', 'withdrawn'),
    ('inReview', 'inApproval'), ('inReview', 'returned'), ('inReview', 'withdrawn'),
    ('inApproval', 'onNotice'), ('inApproval', 'inExecution'), ('inApproval', 'returned'),
    ('inApproval', 'declined'), ('inApproval', 'withdrawn'),
    ('onNotice', 'inExecution'), ('onNotice', 'inApproval'), ('onNotice', 'terminated'),
    ('inExecution', 'inAcceptance'), ('inExecution', 'suspended'), ('inExecution', 'terminated'),
    ('suspended', 'inExecution'), ('suspended', 'terminated'),
    ('inAcceptance', 'completed'), ('inAcceptance', 'inRectification'),
    ('inRectification', 'inAcceptance'), ('inRectification', 'terminated'),
    ('completed', 'closedOut'),
    ('closedOut', 'completed');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.state_transition
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- A town's year and the last number given in it.
CREATE TABLE liban.project_counter (
    town integer NOT NULL CONSTRAINT project_counter_of_town REFERENCES liban.town (id),
    year integer NOT NULL,
    last_serial integer NOT NULL,
    CONSTRAINT project_counter_once PRIMARY KEY (town, year)
);

-- A project's stored fold and the columns lists and charts need. Everything here follows from its events.
CREATE TABLE liban.project (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    version integer NOT NULL,
    -- Hash of the event that made this version.
    head_hash bytea NOT NULL,
    programme text NOT NULL,
    policy_version integer,
    number text NOT NULL,
    -- The number a ledger on paper or in a table gave it, when it came from there.
    imported_number text,
    area integer NOT NULL,
    unit integer NOT NULL,
    title text NOT NULL,
    category text NOT NULL,
    state text NOT NULL,
    state_since date NOT NULL,
    submitted_on date,
    admitted_on date,
    verified_on date,
    awarded_on date,
    execution_on date,
    inspection_on date,
    completed_on date,
    closed_on date,
    due_on date,
    due_provisional boolean NOT NULL,
    original_due_on date,
    extensions integer NOT NULL DEFAULT 0,
    -- Days of pause counted so far.
    paused_days integer NOT NULL,
    notice_ends_on date,
    requested_fen bigint NOT NULL,
    cap_fen bigint,
    awarded_fen bigint NOT NULL,
    encumbered_fen bigint NOT NULL,
    disbursed_fen bigint NOT NULL,
    recovered_fen bigint NOT NULL,
    settled_fen bigint,
    blocker text,
    blocker_since date,
    recorded_late boolean NOT NULL,
    applicant integer,
    verifier integer,
    awarder integer,
    acceptor integer,
    payer integer,
    closer integer,
    -- Some duty was taken up by leave of the town, as the log says.
    duty_exception boolean NOT NULL,
    fold json NOT NULL,
    CONSTRAINT project_once PRIMARY KEY (town, year, serial),
    CONSTRAINT imported_once UNIQUE (town, imported_number),
    CONSTRAINT project_of_unit FOREIGN KEY (town, area, unit) REFERENCES liban.unit (town, area, id),
    CONSTRAINT project_key_known CHECK (year >= 1900 AND year <= 2999 AND serial > 0 AND version > 0),
    CONSTRAINT head_hash_whole CHECK (octet_length(head_hash) = 32),
    CONSTRAINT state_known CHECK (state IN ('draft', 'submitted', 'returned', 'inReview', 'inApproval', 'onNotice',
        'inExecution', 'suspended', 'inAcceptance', 'inRectification', 'completed', 'closedOut', 'declined',
        'withdrawn', 'terminated')),
    CONSTRAINT begins_as_draft CHECK (version > 1 OR state = 'draft'),
    CONSTRAINT amounts_in_range CHECK (requested_fen >= 0 AND requested_fen <= 100000000000
        AND awarded_fen >= 0 AND awarded_fen <= 100000000000 AND disbursed_fen >= 0 AND recovered_fen >= 0
        AND cap_fen >= 0 AND settled_fen >= 0),
    -- A draft, or what was sent back to be mended, may still ask for too much; it may be withdrawn as it is.
    CONSTRAINT request_within_cap CHECK (state IN ('draft', 'returned', 'withdrawn') OR requested_fen <= cap_fen),
    -- An amendment may exceed the request, never the cap.
    CONSTRAINT award_within_cap CHECK (awarded_fen <= coalesce(cap_fen, 0)),
    CONSTRAINT encumbrance_not_negative CHECK (encumbered_fen >= 0),
    CONSTRAINT spending_within_award CHECK (disbursed_fen - recovered_fen <= awarded_fen),
    CONSTRAINT recovery_within_paid CHECK (recovered_fen <= disbursed_fen),
    CONSTRAINT settlement_within_award CHECK (settled_fen <= awarded_fen),
    CONSTRAINT closed_out_settled CHECK (state <> 'closedOut' OR settled_fen IS NOT NULL),
    -- A comparison with somebody who has not acted yet is NULL and passes.
    CONSTRAINT duties_separate CHECK (duty_exception OR (applicant <> verifier AND applicant <> awarder
        AND applicant <> acceptor AND applicant <> payer AND applicant <> closer AND verifier <> awarder
        AND verifier <> acceptor AND verifier <> payer AND verifier <> closer AND awarder <> acceptor
        AND awarder <> payer AND awarder <> closer AND acceptor <> closer)),
    -- Where the month starts at admission, what is submitted is due on no day yet.
    CONSTRAINT due_after_submission CHECK (due_on IS NULL OR (submitted_on IS NOT NULL AND due_on >= submitted_on)),
    CONSTRAINT pause_counted CHECK (paused_days >= 0),
    CONSTRAINT extended_once CHECK (extensions BETWEEN 0 AND 1),
    CONSTRAINT blocker_dated CHECK ((blocker IS NULL) = (blocker_since IS NULL))
) WITH (fillfactor = 70);

-- The two orders of a list; an open project without a due day comes last.
CREATE INDEX project_by_due ON liban.project (town, (coalesce(due_on, 'infinity'::date)), year, serial);
CREATE INDEX project_by_unit ON liban.project (town, unit, (coalesce(due_on, 'infinity'::date)), year, serial);
CREATE INDEX project_by_state ON liban.project (town, state, (coalesce(due_on, 'infinity'::date)), year, serial);

-- Submitted, and neither completed nor ended: whoever is to be reminded, or handed over. The index has the same words.
CREATE VIEW liban.running_project AS
SELECT town, year, serial, unit, due_provisional
FROM liban.project
WHERE submitted_on IS NOT NULL AND completed_on IS NULL
    AND state NOT IN ('closedOut', 'declined', 'withdrawn', 'terminated');
CREATE INDEX project_running ON liban.project (town, year, serial)
    WHERE submitted_on IS NOT NULL AND completed_on IS NULL
        AND state NOT IN ('closedOut', 'declined', 'withdrawn', 'terminated');
-- What the next holiday table may move: few rows, and for most of the year none.
CREATE INDEX project_provisional ON liban.project (town, year, serial) WHERE due_provisional;

CREATE FUNCTION liban.require_declared_transition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM liban.state_transition WHERE from_state = OLD.state AND to_state = NEW.state) THEN
        RAISE EXCEPTION 'a project does not move from % to %', OLD.state, NEW.state
            USING ERRCODE = '23514', CONSTRAINT = 'transition_declared', TABLE = 'project', SCHEMA = 'liban';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER transition_declared BEFORE UPDATE ON liban.project
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION liban.require_declared_transition();

-- An invoice is paid once in a town, whoever hands it in.
CREATE TABLE liban.project_invoice (
    town integer NOT NULL,
    invoice text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    CONSTRAINT invoice_used_once PRIMARY KEY (town, invoice),
    CONSTRAINT invoice_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project (town, year, serial)
);

-- What lists, charts and a project's page head show: every column of a summary, days as numbers, with its labels.
CREATE VIEW liban.project_record AS
SELECT p.town, p.year, p.serial, p.version, p.area, p.unit, p.title, p.category, p.state,
    liban.day_number(p.state_since) AS state_since, liban.day_number(p.submitted_on) AS submitted_on,
    liban.day_number(p.admitted_on) AS admitted_on, liban.day_number(p.verified_on) AS verified_on,
    liban.day_number(p.awarded_on) AS awarded_on, liban.day_number(p.execution_on) AS execution_on,
    liban.day_number(p.inspection_on) AS inspection_on, liban.day_number(p.completed_on) AS completed_on,
    liban.day_number(p.closed_on) AS closed_on, liban.day_number(p.due_on) AS due_on, p.due_provisional,
    liban.day_number(p.original_due_on) AS original_due_on, p.paused_days,
    liban.day_number(p.notice_ends_on) AS notice_ends_on,
    p.requested_fen, p.cap_fen, p.awarded_fen, p.encumbered_fen, p.disbursed_fen, p.recovered_fen, p.settled_fen,
    p.blocker, liban.day_number(p.blocker_since) AS blocker_since, p.recorded_late, p.policy_version,
    t.name AS town_name, a.name AS area_name, u.name AS unit_name, p.number, t.number_prefix,
    -- What was never submitted follows the town, whatever programme that had when it was drafted.
    CASE WHEN p.policy_version IS NULL THEN t.programme ELSE p.programme END AS programme,
    t.policy_version AS active_policy_version,
    -- What the lists are ordered by.
    coalesce(p.due_on, 'infinity'::date) AS due_order, a.position AS area_position, u.position AS unit_position
FROM liban.project p
-- Outer joins though no label can be missing: so the planner keeps to the project's own indexes and their order.
LEFT JOIN liban.town t ON t.id = p.town
LEFT JOIN liban.area a ON a.town = p.town AND a.id = p.area
LEFT JOIN liban.unit u ON u.town = p.town AND u.id = p.unit;
