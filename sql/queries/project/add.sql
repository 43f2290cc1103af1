-- A project's first version. A key that is taken already is a conflict.
INSERT INTO liban.project (
    town, year, serial, version, head_hash, policy_version, title, category, state, state_since, submitted_on,
    admitted_on, verified_on, awarded_on, execution_on, inspection_on, completed_on, closed_on, due_on,
    due_provisional, original_due_on, notice_ends_on, requested_fen, cap_fen, awarded_fen, encumbered_fen,
    disbursed_fen, recovered_fen, settled_fen, blocker, blocker_since, recorded_late, applicant, verifier, awarder,
    acceptor, payer, closer, fold, extensions, duty_exception, programme, paused_days, fund_year,
    retained_fen, due_nominal, endorsed_fen, pending, waits_for, area, unit, number, imported_number)
VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
    $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44,
    $45, $46, $47, $48, $49, $50, $51, $52, $53)
