-- What a project waits for, beside whose turn it is: so that no list and no queue has to load a fold.
ALTER TABLE liban.project
    -- The due day before rolling over non-working days: what a return or a pause moves.
    ADD COLUMN due_nominal date,
    -- What the leader has agreed to.
    ADD COLUMN endorsed_fen bigint,
    -- Open blockers, consultations, dispatches, objections and the asked amendment, as the core codes them.
    ADD COLUMN pending json NOT NULL DEFAULT '[]',
    -- The roles it may be waiting for.
    ADD COLUMN waits_for text[] NOT NULL DEFAULT '{}';

-- Rows from before this migration say the same as their folds.
UPDATE liban.project p SET
    due_nominal = (p.fold #>> '{clock,dueNominal}')::date,
    endorsed_fen = (p.fold ->> 'endorsed')::bigint,
    pending = coalesce((
        SELECT json_agg(item ORDER BY kind_order, number) FROM (
            SELECT 1 AS kind_order, n AS number, json_build_object('kind', 'blocker', 'number', n,
                'words', r ->> 'words', 'since', r ->> 'raisedOn', 'mustAct', r ->> 'mustAct') AS item
            FROM json_array_elements(p.fold -> 'blockers') WITH ORDINALITY AS b (r, n)
            WHERE r ->> 'clearedOn' IS NULL
            UNION ALL
            SELECT 2, n, json_build_object('kind', 'consultation', 'number', n, 'words', r ->> 'question',
                'since', r ->> 'calledOn', 'by', r ->> 'meetBy', 'mustAct',
                CASE WHEN (r ->> 'adjournments')::int > 0 THEN 'leader' ELSE 'guidanceOfficer' END)
            FROM json_array_elements(p.fold -> 'consultations') WITH ORDINALITY AS c (r, n)
            WHERE r -> 'decision' IS NULL
            UNION ALL
            SELECT 3, n, json_build_object('kind', 'dispatch', 'number', n,
                'words', (r ->> 'department') || '：' || (r ->> 'task'), 'since', r ->> 'sentOn', 'by', r ->> 'by',
                'mustAct', 'clerk')
            FROM json_array_elements(p.fold -> 'dispatches') WITH ORDINALITY AS d (r, n)
            WHERE r ->> 'feedback' IS NULL
            UNION ALL
            SELECT 4, n, json_build_object('kind', 'objection', 'number', n, 'words', r ->> 'words',
                'since', r ->> 'raisedOn', 'mustAct', 'director')
            FROM json_array_elements(p.fold -> 'objections') WITH ORDINALITY AS o (r, n)
            WHERE r -> 'ruling' IS NULL
            UNION ALL
            SELECT 5, 1, json_build_object('kind', 'amendment', 'number', 1,
                'words', p.fold #>> '{amendment,reason}', 'mustAct', 'director',
                'asked', p.fold #> '{amendment,amount}', 'original', p.fold #> '{money,originalAward}')
            WHERE p.fold -> 'amendment' IS NOT NULL
        ) AS open), '[]');
UPDATE liban.project p SET waits_for = ARRAY(
    SELECT role FROM (
        SELECT CASE p.state
            WHEN 'completed' THEN
                CASE WHEN p.settled_fen IS NOT NULL AND p.encumbered_fen = 0 THEN 'clerk' ELSE 'finance' END
            WHEN 'submitted' THEN 'clerk' WHEN 'onNotice' THEN 'clerk' WHEN 'inReview' THEN 'guidanceOfficer'
            WHEN 'inApproval' THEN 'director' WHEN 'suspended' THEN 'director' WHEN 'inAcceptance' THEN 'panelMember'
            ELSE 'secretary' END AS role
        UNION
        SELECT r ->> 'mustAct' FROM json_array_elements(p.pending) AS r
        UNION
        SELECT 'leader' WHERE p.endorsed_fen IS NULL AND p.state = 'inApproval' AND p.requested_fen > 0
        UNION
        SELECT 'leader' FROM json_array_elements(p.pending) AS r
        WHERE p.state <> 'inApproval' AND coalesce(p.endorsed_fen, 0) < (r ->> 'asked')::bigint
    ) AS roles
    ORDER BY array_position(ARRAY['secretary', 'guidanceOfficer', 'clerk', 'director', 'leader', 'finance',
        'panelMember', 'auditor', 'admin'], role))
WHERE p.state NOT IN ('closedOut', 'declined', 'withdrawn', 'terminated');

ALTER TABLE liban.project
    ADD CONSTRAINT ended_waits_for_nobody CHECK (waits_for = '{}'
        OR state NOT IN ('closedOut', 'declined', 'withdrawn', 'terminated')),
    ADD CONSTRAINT endorsement_in_range CHECK (endorsed_fen BETWEEN 0 AND 100000000000);

-- A queue reads the open work of one town, however many years lie behind it.
CREATE INDEX project_waiting ON liban.project (town, (coalesce(due_on, 'infinity'::date)), year, serial)
    WHERE waits_for <> '{}';

-- The new columns come last, so that statements which count on the order still hold.
CREATE OR REPLACE VIEW liban.project_record AS
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
    coalesce(p.due_on, 'infinity'::date) AS due_order, a.position AS area_position, u.position AS unit_position,
    liban.day_number(p.due_nominal) AS due_nominal, p.endorsed_fen, p.pending, p.waits_for
FROM liban.project p
-- Outer joins though no label can be missing: so the planner keeps to the project's own indexes and their order.
LEFT JOIN liban.town t ON t.id = p.town
LEFT JOIN liban.area a ON a.town = p.town AND a.id = p.area
LEFT JOIN liban.unit u ON u.town = p.town AND u.id = p.unit;
