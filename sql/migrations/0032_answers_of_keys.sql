-- A write claims its key in the transaction of its effect before its answer is rendered: status 0 until that is kept.
-- An answer is kept once; one that holds a secret stays at 0, because secrets are shown once and stored nowhere.
-- The service may not change rows of its own accord.
CREATE FUNCTION liban.settle_request_key(
    p_town integer, p_person integer, p_key text, p_fingerprint bytea, p_status integer, p_version integer,
    p_body bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
INSERT INTO liban.request_key AS k (town, person, key, fingerprint, status, version, body)
VALUES (p_town, p_person, p_key, p_fingerprint, p_status, p_version, p_body)
ON CONFLICT ON CONSTRAINT request_key_once DO UPDATE
SET status = excluded.status, version = excluded.version, body = excluded.body
WHERE k.status = 0 AND k.fingerprint = excluded.fingerprint
$$;
REVOKE ALL ON FUNCTION liban.settle_request_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION liban.settle_request_key TO liban_service;
