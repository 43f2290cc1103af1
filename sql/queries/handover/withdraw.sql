-- Withdraws a handover that is not complete, once and with a reason.
WITH withdrawn AS (
    UPDATE liban.handover SET withdrawn_at = $4, withdrawn_by = $3, withdrawal_reason = $5
    WHERE town = $1 AND number = $2 AND completed_at IS NULL AND withdrawn_at IS NULL
    RETURNING 1
)
SELECT liban.require_row(count(*), 'handover_open') FROM withdrawn
