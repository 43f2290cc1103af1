-- The next version of a project, if nobody else made it first: version and head decide, and no row is an error.
WITH advanced AS (
    UPDATE liban.project SET
        version = $4, head_hash = $5, policy_version = $6, title = $7, category = $8, state = $9, state_since = $10,
        submitted_on = $11, admitted_on = $12, verified_on = $13, awarded_on = $14, execution_on = $15,
        inspection_on = $16, completed_on = $17, closed_on = $18, due_on = $19, due_provisional = $20,
        original_due_on = $21, notice_ends_on = $22, requested_fen = $23, cap_fen = $24, awarded_fen = $25,
        encumbered_fen = $26, disbursed_fen = $27, recovered_fen = $28, settled_fen = $29, blocker = $30,
        blocker_since = $31, recorded_late = $32, applicant = $33, verifier = $34, awarder = $35, acceptor = $36,
        payer = $37, closer = $38, fold = $39, extensions = extensions + $40,
        duty_exception = $41, programme = $42, paused_days = $43, fund_year = $44, retained_fen = $45,
        due_nominal = $46, endorsed_fen = $47, pending = $48, waits_for = $49,
        imported_number = coalesce($52, imported_number)
    WHERE town = $1 AND year = $2 AND serial = $3 AND version = $50 AND head_hash = $51
    RETURNING 1
)
SELECT liban.require_row(count(*), 'project_version_is_current') FROM advanced
