-- Its payment was taken back: the number is free for the payment it belongs to.
WITH released AS (
    UPDATE liban.project_invoice SET released_at = now()
    WHERE town = $1 AND year = $2 AND serial = $3 AND invoice = ANY ($4::text[]) AND released_at IS NULL
    RETURNING 1
)
SELECT liban.require_row(count(*), 'invoice_known') FROM released
