-- The audit trail: who did what, when, from where, and how it ended, beside the log of projects.
-- Each town has a chain of its own; town 0 is for what belongs to no town.
CREATE TABLE liban.audit_chain (
    town integer NOT NULL,
    -- Entries so far, and the hash of the newest.
    length bigint NOT NULL DEFAULT 0,
    head bytea NOT NULL DEFAULT '\x',
    -- The newest entry that was removed when its time was over, with its hash: there the kept chain begins.
    removed bigint NOT NULL DEFAULT 0,
    removed_head bytea NOT NULL DEFAULT '\x',
    CONSTRAINT audit_chain_once PRIMARY KEY (town),
    CONSTRAINT audit_chain_in_order CHECK (0 <= removed AND removed <= length)
);

CREATE TABLE liban.audit_entry (
    town integer NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    -- Nothing where nobody is known, as at a wrong sign-in.
    person integer,
    act text NOT NULL,
    result text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    -- The client's address and the request's id.
    address text NOT NULL,
    request text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_entry_once PRIMARY KEY (town, number),
    CONSTRAINT audit_result_known CHECK (result IN ('done', 'refused')),
    CONSTRAINT audit_act_named CHECK (act <> ''),
    CONSTRAINT audit_hashed CHECK (octet_length(hash) = 32)
);
CREATE INDEX audit_entry_by_person ON liban.audit_entry (town, person, number);
CREATE INDEX audit_entry_by_act ON liban.audit_entry (town, act, number);

CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON liban.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
-- Six calendar months are 181 to 184 days; nothing younger goes, whoever asks.
CREATE TRIGGER audit_kept BEFORE DELETE ON liban.audit_entry
    FOR EACH ROW WHEN (OLD.at > now() - interval '184 days') EXECUTE FUNCTION liban.refuse_change();

-- The fields with their lengths, so that no two entries read alike.
CREATE FUNCTION liban.audit_hash(previous bytea, VARIADIC fields text[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
SELECT sha256(previous || convert_to(string_agg(octet_length(f) || ':' || f, '' ORDER BY place), 'UTF8'))
FROM unnest(fields) WITH ORDINALITY AS g (f, place)
$$;

-- The only way to add an entry. Takes the chain's row lock, so it comes last in its transaction.
CREATE FUNCTION liban.append_audit(
    p_town integer, p_at timestamptz, p_person integer, p_act text, p_result text, p_subject text, p_detail text,
    p_address text, p_request text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    chain record;
    next_hash bytea;
BEGIN
    INSERT INTO liban.audit_chain (town) VALUES (p_town) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT chain FROM liban.audit_chain WHERE town = p_town FOR UPDATE;
    next_hash := liban.audit_hash(chain.head, p_town::text, (chain.length + 1)::text,
        liban.microseconds(p_at)::text, coalesce(p_person::text, ''), p_act, p_result, p_subject, p_detail, p_address,
        p_request);
    INSERT INTO liban.audit_entry (town, number, at, person, act, result, subject, detail, address, request,
        previous_hash, hash)
    VALUES (p_town, chain.length + 1, p_at, p_person, p_act, p_result, p_subject, p_detail, p_address, p_request,
        chain.head, next_hash);
    UPDATE liban.audit_chain SET length = chain.length + 1, head = next_hash WHERE town = p_town;
    RETURN chain.length + 1;
END
$$;

-- Removes what is older than `p_before` and remembers where the kept chain begins. For the owner only.
CREATE FUNCTION liban.prune_audit(p_town integer, p_before timestamptz) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    last record;
BEGIN
    PERFORM FROM liban.audit_chain WHERE town = p_town FOR UPDATE;
    -- Up to the first entry that stays, so that no gap opens where clocks disagreed.
    SELECT * INTO last FROM liban.audit_entry
    WHERE town = p_town AND number < coalesce(
        (SELECT min(number) FROM liban.audit_entry WHERE town = p_town AND at >= p_before), 9223372036854775807)
    ORDER BY number DESC LIMIT 1;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    UPDATE liban.audit_chain SET removed = last.number, removed_head = last.hash WHERE town = p_town;
    DELETE FROM liban.audit_entry WHERE town = p_town AND number <= last.number;
    RETURN last.number;
END
$$;

REVOKE ALL ON FUNCTION liban.prune_audit, liban.append_audit FROM PUBLIC;
GRANT SELECT ON liban.audit_chain, liban.audit_entry TO liban_service;
GRANT EXECUTE ON FUNCTION liban.append_audit TO liban_service;
