-- The whole schema as the migrations leave it, for reading and for tools. Written by SchemaTests from pg_dump;
-- do not edit. A database is made by the migrations, never by this file.
-- Functions come before the tables they speak of.
SET check_function_bodies = false;
CREATE SCHEMA liban;
CREATE FUNCTION liban.append_audit(p_town integer, p_at timestamp with time zone, p_person integer, p_act text, p_result text, p_subject text, p_detail text, p_address text, p_request text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
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
CREATE FUNCTION liban.audit_hash(previous bytea, VARIADIC fields text[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
SELECT sha256(previous || convert_to(string_agg(octet_length(f) || ':' || f, '' ORDER BY place), 'UTF8'))
FROM unnest(fields) WITH ORDINALITY AS g (f, place)
$$;
CREATE FUNCTION liban.civil_day(moment timestamp with time zone) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT (moment AT TIME ZONE 'Asia/Shanghai')::date $$;
CREATE FUNCTION liban.clean(messages_before timestamp with time zone, keys_before timestamp with time zone) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    AS $$
    WITH deliveries AS (
        DELETE FROM liban.delivery
        WHERE coalesce(sent_at, given_up_at) < least(messages_before, now() - interval '24 hours') RETURNING 1
    ), documents AS (
        DELETE FROM liban.document d
        WHERE d.put_at < least(messages_before, now() - interval '24 hours') AND NOT EXISTS (
            SELECT FROM liban.delivery v
            WHERE v.town = d.town AND v.document = d.id) RETURNING 1
    ), notices AS (
        DELETE FROM liban.outbox WHERE sent_at < least(messages_before, now() - interval '24 hours') RETURNING 1
    ), keys AS (
        DELETE FROM liban.request_key WHERE kept_at < least(keys_before, now() - interval '24 hours') RETURNING 1
    )
    SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM documents) + (SELECT count(*) FROM notices)
        + (SELECT count(*) FROM keys)
$$;
CREATE FUNCTION liban.contractor_of(body text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT body::json ->> 'contractor' $$;
CREATE FUNCTION liban.day_number(day date) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT day - date '1970-01-01' $$;
CREATE FUNCTION liban.keep_attached_file() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM liban.project_event e
        WHERE e.town = OLD.town AND e.year = OLD.year AND e.serial = OLD.serial
            AND strpos(e.body, encode(OLD.sha256, 'hex')) > 0)
    THEN
        RAISE EXCEPTION 'the log names this file' USING ERRCODE = 'LB001', CONSTRAINT = 'file_attached';
    END IF;
    RETURN OLD;
END
$$;
CREATE FUNCTION liban.microseconds(moment timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT (extract(epoch FROM moment) * 1000000)::bigint $$;
CREATE TABLE liban.ledger_movement (
    town integer NOT NULL,
    year integer NOT NULL,
    fund integer NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,
    from_account text NOT NULL,
    to_account text NOT NULL,
    amount_fen bigint NOT NULL,
    project_year integer,
    project_serial integer,
    event_seq integer,
    person integer,
    reason text NOT NULL,
    effective_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    corrects bigint,
    booked_on date NOT NULL,
    hash bytea,
    CONSTRAINT amounts_in_range CHECK (((amount_fen >= 1) AND (amount_fen <= '100000000000'::bigint))),
    CONSTRAINT booked_when_done_or_written CHECK (((booked_on = effective_on) OR (booked_on = liban.civil_day(recorded_at)))),
    CONSTRAINT correction_looks_back CHECK ((corrects < number)),
    CONSTRAINT effective_not_future CHECK ((effective_on <= liban.civil_day(recorded_at))),
    CONSTRAINT movement_accounts CHECK ((((kind || ' '::text) ||
CASE
    WHEN (corrects IS NULL) THEN ((from_account || ' '::text) || to_account)
    ELSE ((to_account || ' '::text) || from_account)
END) = ANY (ARRAY['appropriate source free'::text, 'encumber free encumbered'::text, 'release encumbered free'::text, 'void encumbered free'::text, 'disburse encumbered disbursed'::text, 'recover recovered free'::text, 'carryForward encumbered carriedForward'::text, 'bringForward broughtForward encumbered'::text, 'sweep free swept'::text]))),
    CONSTRAINT movement_explained CHECK (((project_serial IS NOT NULL) OR (btrim(reason) <> ''::text))),
    CONSTRAINT movement_of_whole_event CHECK ((num_nulls(project_year, project_serial, event_seq) = ANY (ARRAY[0, 3])))
);
CREATE FUNCTION liban.movement_hash(m liban.ledger_movement, previous bytea) RETURNS bytea
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN sha256(coalesce(previous, '') || convert_to(concat_ws('|', m.town, m.year, m.fund, m.number, m.kind,
        m.from_account, m.to_account, m.amount_fen, coalesce(m.person::text, ''), m.reason,
        liban.day_number(m.effective_on), liban.microseconds(m.recorded_at), coalesce(m.corrects::text, '')), 'UTF8'));
END
$$;
CREATE FUNCTION liban.open_limited_sessions(p_town integer, p_person integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    matched bigint;
BEGIN
    UPDATE liban.session SET limited_to = NULL
    WHERE town = p_town AND person = p_person AND limited_to = 'enrolment' AND closed_at IS NULL
        AND EXISTS (SELECT FROM liban.second_factor
            WHERE town = p_town AND person = p_person AND confirmed_at IS NOT NULL);
    GET DIAGNOSTICS matched = ROW_COUNT;
    RETURN matched;
END
$$;
CREATE FUNCTION liban.prune_audit(p_town integer, p_before timestamp with time zone) RETURNS bigint
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
CREATE FUNCTION liban.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% of % refused: the table is append only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = '23514', CONSTRAINT = 'append_only', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END
$$;
CREATE FUNCTION liban.refuse_closed_year() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the year % of fund % is closed', OLD.year, OLD.id
        USING ERRCODE = '23514', CONSTRAINT = 'fund_year_open', TABLE = 'fund', SCHEMA = 'liban';
END
$$;
CREATE FUNCTION liban.refuse_removal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF current_setting('liban.withdrawing', true) IS DISTINCT FROM 'yes' THEN
        RAISE EXCEPTION 'DELETE of % refused: files are withdrawn, not removed', TG_TABLE_NAME
            USING ERRCODE = '23514', CONSTRAINT = 'append_only', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NULL;
END
$$;
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
CREATE FUNCTION liban.require_row(matched bigint, guard text) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF matched = 0 THEN
        RAISE EXCEPTION 'no row matched, guard %', guard USING ERRCODE = 'LB001', CONSTRAINT = guard;
    END IF;
    RETURN matched;
END
$$;
CREATE FUNCTION liban.seal_movement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.hash := liban.movement_hash(NEW, (
        SELECT hash FROM liban.ledger_movement
        WHERE town = NEW.town AND year = NEW.year AND fund = NEW.fund AND project_serial IS NULL
            AND number < NEW.number
        ORDER BY number DESC LIMIT 1));
    RETURN NEW;
END
$$;
CREATE FUNCTION liban.set_booking_day() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION liban.set_password(p_town integer, p_person integer, p_hash text, p_at timestamp with time zone, p_but bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    matched bigint;
BEGIN
    INSERT INTO liban.former_password (town, person, password_hash, until)
    SELECT town, person, password_hash, p_at FROM liban.account
    WHERE town = p_town AND person = p_person AND password_hash IS NOT NULL;
    UPDATE liban.account SET password_hash = p_hash, password_set_at = p_at
    WHERE town = p_town AND person = p_person;
    GET DIAGNOSTICS matched = ROW_COUNT;
    PERFORM liban.require_row(matched, 'account_there');
    UPDATE liban.session SET closed_at = p_at
    WHERE town = p_town AND person = p_person AND closed_at IS NULL AND token_hash IS DISTINCT FROM p_but;
    UPDATE liban.session SET limited_to = NULL
    WHERE town = p_town AND person = p_person AND limited_to = 'newPassword' AND closed_at IS NULL;
    UPDATE liban.password_code SET used_at = p_at WHERE town = p_town AND person = p_person AND used_at IS NULL;
    RETURN matched;
END
$$;
CREATE FUNCTION liban.settle_request_key(p_town integer, p_person integer, p_key text, p_fingerprint bytea, p_status integer, p_version integer, p_body bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
INSERT INTO liban.request_key AS k (town, person, key, fingerprint, status, version, body)
VALUES (p_town, p_person, p_key, p_fingerprint, p_status, p_version, p_body)
ON CONFLICT ON CONSTRAINT request_key_once DO UPDATE
WHERE k.status = 0 AND k.fingerprint = excluded.fingerprint
$$;
CREATE FUNCTION liban.withdraw_file(p_town integer, p_year integer, p_serial integer, p_sha256 bytea, p_person integer, p_at timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    matched bigint;
BEGIN
    PERFORM FROM liban.project WHERE town = p_town AND year = p_year AND serial = p_serial FOR UPDATE;
    INSERT INTO liban.withdrawn_file (town, year, serial, sha256, name, person, withdrawn_at)
    SELECT town, year, serial, sha256, name, person, p_at FROM liban.project_file
    WHERE town = p_town AND year = p_year AND serial = p_serial AND sha256 = p_sha256 AND person = p_person;
    PERFORM set_config('liban.withdrawing', 'yes', true);
    DELETE FROM liban.project_file
    WHERE town = p_town AND year = p_year AND serial = p_serial AND sha256 = p_sha256 AND person = p_person;
    GET DIAGNOSTICS matched = ROW_COUNT;
    DELETE FROM liban.stored_file s
    WHERE s.sha256 = p_sha256 AND NOT EXISTS (SELECT FROM liban.project_file f WHERE f.sha256 = s.sha256);
    PERFORM set_config('liban.withdrawing', '', true);
    RETURN matched;
END
$$;
CREATE TABLE liban.access_token (
    number bigint NOT NULL,
    token_hash bytea NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    CONSTRAINT access_token_dated CHECK (((expires_at > issued_at) AND (expires_at <= (issued_at + '366 days'::interval)))),
    CONSTRAINT access_token_hashed CHECK ((octet_length(token_hash) = 32)),
    CONSTRAINT access_token_named CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT access_token_scoped CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['read'::text, 'command'::text, 'administer'::text])))
);
ALTER TABLE liban.access_token ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME liban.access_token_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.account (
    login text NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    password_hash text,
    password_set_at timestamp with time zone DEFAULT now() NOT NULL,
    blocked_at timestamp with time zone,
    CONSTRAINT account_hashed CHECK ((password_hash ~~ '$argon2id$%'::text))
);
CREATE TABLE liban.area (
    town integer NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL
);
ALTER TABLE liban.area ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.assignment (
    town integer NOT NULL,
    id integer NOT NULL,
    person integer NOT NULL,
    role text NOT NULL,
    unit integer,
    area integer,
    from_on date NOT NULL,
    to_on date,
    stands_in_for integer,
    CONSTRAINT assignment_days_in_order CHECK ((from_on <= to_on)),
    CONSTRAINT deputy_is_another CHECK ((stands_in_for <> person)),
    CONSTRAINT deputy_is_dated CHECK (((stands_in_for IS NULL) OR (to_on IS NOT NULL))),
    CONSTRAINT role_known CHECK ((role = ANY (ARRAY['secretary'::text, 'guidanceOfficer'::text, 'clerk'::text, 'director'::text, 'leader'::text, 'finance'::text, 'panelMember'::text, 'auditor'::text, 'admin'::text, 'securityAdmin'::text, 'auditAdmin'::text]))),
    CONSTRAINT scope_single CHECK (((unit IS NULL) OR (area IS NULL)))
);
ALTER TABLE liban.assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.audit_chain (
    town integer NOT NULL,
    length bigint DEFAULT 0 NOT NULL,
    head bytea DEFAULT '\x'::bytea NOT NULL,
    removed bigint DEFAULT 0 NOT NULL,
    removed_head bytea DEFAULT '\x'::bytea NOT NULL,
    CONSTRAINT audit_chain_in_order CHECK (((0 <= removed) AND (removed <= length)))
);
CREATE TABLE liban.audit_entry (
    town integer NOT NULL,
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person integer,
    act text NOT NULL,
    result text NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    address text NOT NULL,
    request text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_act_named CHECK ((act <> ''::text)),
    CONSTRAINT audit_hashed CHECK ((octet_length(hash) = 32)),
    CONSTRAINT audit_result_known CHECK ((result = ANY (ARRAY['done'::text, 'refused'::text])))
);
CREATE TABLE liban.calendar_day (
    day date NOT NULL,
    is_working boolean NOT NULL,
    name text NOT NULL
);
CREATE TABLE liban.chart_edition (
    town integer NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    as_of timestamp with time zone NOT NULL,
    report text NOT NULL,
    report_hash bytea NOT NULL,
    digest text NOT NULL,
    map integer,
    printed_at timestamp with time zone NOT NULL,
    previous_number integer GENERATED ALWAYS AS (NULLIF((number - 1), 0)) STORED,
    CONSTRAINT edition_counted CHECK ((number > 0)),
    CONSTRAINT edition_hash_whole CHECK ((octet_length(report_hash) = 32)),
    CONSTRAINT edition_to_the_minute CHECK ((date_trunc('minute'::text, as_of, 'UTC'::text) = as_of))
);
CREATE TABLE liban.checkpoint (
    number integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    events bigint NOT NULL,
    peaks bytea NOT NULL,
    root bytea NOT NULL,
    towns_root bytea NOT NULL,
    previous bytea NOT NULL,
    public_key bytea NOT NULL,
    signature bytea NOT NULL,
    CONSTRAINT checkpoint_counted CHECK (((number > 0) AND (events >= 0))),
    CONSTRAINT checkpoint_whole CHECK (((octet_length(root) = 32) AND (octet_length(towns_root) = 32) AND (octet_length(public_key) = 32) AND (octet_length(signature) = 64) AND ((octet_length(peaks) % 32) = 0))),
    CONSTRAINT first_checkpoint_unchained CHECK ((octet_length(previous) =
CASE number
    WHEN 1 THEN 0
    ELSE 32
END))
);
CREATE TABLE liban.checkpoint_head (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    checkpoint integer NOT NULL,
    after_seq integer NOT NULL,
    seq integer NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT checkpoint_head_advances CHECK (((seq > after_seq) AND (after_seq >= 0))),
    CONSTRAINT checkpoint_head_whole CHECK ((octet_length(hash) = 32))
);
CREATE TABLE liban.delivery (
    town integer NOT NULL,
    id bigint NOT NULL,
    recipient integer NOT NULL,
    effect text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    year integer,
    serial integer,
    document bigint,
    put_at timestamp with time zone DEFAULT now() NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    lease_until timestamp with time zone,
    last_problem text,
    sent_at timestamp with time zone,
    given_up_at timestamp with time zone,
    CONSTRAINT delivery_ends_once CHECK (((sent_at IS NULL) OR (given_up_at IS NULL)))
);
ALTER TABLE liban.delivery ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME liban.delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.document (
    town integer NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    body bytea NOT NULL,
    put_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT document_sized CHECK (((octet_length(body) >= 1) AND (octet_length(body) <= 20971520)))
);
ALTER TABLE liban.document ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME liban.document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.duty_exception (
    town integer NOT NULL,
    id integer NOT NULL,
    one_duty text NOT NULL,
    other_duty text NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    reason text NOT NULL,
    person integer NOT NULL,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT duties_differ CHECK ((one_duty <> other_duty)),
    CONSTRAINT duty_exception_days_in_order CHECK ((from_on <= to_on)),
    CONSTRAINT duty_exception_explained CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT duty_known CHECK ((one_duty = ANY (ARRAY['apply'::text, 'verify'::text, 'endorse'::text, 'award'::text, 'accept'::text, 'pay'::text, 'close'::text]))),
    CONSTRAINT other_duty_known CHECK ((other_duty = ANY (ARRAY['apply'::text, 'verify'::text, 'endorse'::text, 'award'::text, 'accept'::text, 'pay'::text, 'close'::text])))
);
ALTER TABLE liban.duty_exception ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.duty_exception_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.encumbrance_resolution (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    awarded_seq integer NOT NULL,
    resolved_seq integer NOT NULL,
    resolution text NOT NULL,
    CONSTRAINT resolution_after_award CHECK ((resolved_seq > awarded_seq)),
    CONSTRAINT resolution_known CHECK ((resolution = ANY (ARRAY['settled'::text, 'voided'::text])))
);
CREATE TABLE liban.former_password (
    town integer NOT NULL,
    person integer NOT NULL,
    password_hash text NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT former_password_hashed CHECK ((password_hash ~~ '$argon2id$%'::text))
);
CREATE TABLE liban.fund (
    town integer NOT NULL,
    id integer NOT NULL,
    programme text NOT NULL,
    year integer NOT NULL,
    appropriated_fen bigint DEFAULT 0 NOT NULL,
    encumbered_fen bigint DEFAULT 0 NOT NULL,
    disbursed_fen bigint DEFAULT 0 NOT NULL,
    recovered_fen bigint DEFAULT 0 NOT NULL,
    free_fen bigint DEFAULT 0 NOT NULL,
    movements bigint DEFAULT 0 NOT NULL,
    brought_forward_fen bigint DEFAULT 0 NOT NULL,
    carried_forward_fen bigint DEFAULT 0 NOT NULL,
    swept_fen bigint DEFAULT 0 NOT NULL,
    closed_on date,
    acts integer DEFAULT 0 NOT NULL,
    CONSTRAINT appropriation_not_negative CHECK ((appropriated_fen >= 0)),
    CONSTRAINT award_within_fund CHECK ((free_fen >= 0)),
    CONSTRAINT closed_year_empty CHECK (((closed_on IS NULL) OR ((encumbered_fen = 0) AND (free_fen = 0)))),
    CONSTRAINT encumbrance_not_negative CHECK ((encumbered_fen >= 0)),
    CONSTRAINT fund_balances CHECK ((((((((appropriated_fen + brought_forward_fen) - carried_forward_fen) - swept_fen) - encumbered_fen) - disbursed_fen) + recovered_fen) = free_fen)),
    CONSTRAINT fund_year_known CHECK (((year >= 1900) AND (year <= 2999))),
    CONSTRAINT payment_not_negative CHECK ((disbursed_fen >= 0)),
    CONSTRAINT recovery_within_paid CHECK (((recovered_fen >= 0) AND ((recovered_fen <= disbursed_fen) OR (brought_forward_fen > 0)))),
    CONSTRAINT year_end_not_negative CHECK (((brought_forward_fen >= 0) AND (carried_forward_fen >= 0) AND (swept_fen >= 0)))
)
WITH (fillfactor='50');
CREATE TABLE liban.fund_act (
    town integer NOT NULL,
    fund integer NOT NULL,
    number integer NOT NULL,
    act text NOT NULL,
    person integer NOT NULL,
    reason text NOT NULL,
    effective_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT effective_not_future CHECK ((effective_on <= liban.civil_day(recorded_at))),
    CONSTRAINT fund_act_explained CHECK ((btrim(reason) <> ''::text)),
    CONSTRAINT fund_act_known CHECK ((act = ANY (ARRAY['open'::text, 'close'::text, 'reopen'::text])))
);
ALTER TABLE liban.fund ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.fund_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.handover (
    town integer NOT NULL,
    number integer NOT NULL,
    unit integer NOT NULL,
    role text NOT NULL,
    from_person integer NOT NULL,
    to_person integer NOT NULL,
    first_day date NOT NULL,
    proposed_by integer NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    from_confirmed_at timestamp with time zone,
    to_confirmed_at timestamp with time zone,
    completed_at timestamp with time zone,
    from_basis text,
    to_basis text,
    withdrawn_at timestamp with time zone,
    withdrawn_by integer,
    withdrawal_reason text,
    CONSTRAINT handover_between_two CHECK ((from_person <> to_person)),
    CONSTRAINT handover_confirmed_by_both CHECK (((completed_at IS NOT NULL) = ((from_confirmed_at IS NOT NULL) AND (to_confirmed_at IS NOT NULL)))),
    CONSTRAINT handover_withdrawal_explained CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) OR (btrim(withdrawal_reason) <> ''::text)))),
    CONSTRAINT handover_withdrawn_or_completed CHECK (((withdrawn_at IS NULL) OR (completed_at IS NULL)))
);
ALTER TABLE liban.handover ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.handover_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.handover_project (
    town integer NOT NULL,
    handover integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL
);
CREATE VIEW liban.handover_record AS
 SELECT h.town,
    h.number,
    h.unit,
    h.role,
    h.from_person,
    h.to_person,
    liban.day_number(h.first_day) AS first_day,
    liban.microseconds(h.from_confirmed_at) AS from_confirmed_at,
    liban.microseconds(h.to_confirmed_at) AS to_confirmed_at,
    COALESCE(( SELECT string_agg(concat_ws('-'::text, p.town, p.year, p.serial), ' '::text ORDER BY p.year, p.serial) AS string_agg
           FROM liban.handover_project p
          WHERE ((p.town = h.town) AND (p.handover = h.number))), ''::text) AS projects,
    h.from_basis,
    h.to_basis,
    liban.microseconds(h.withdrawn_at) AS withdrawn_at,
    h.withdrawal_reason
   FROM liban.handover h;
CREATE VIEW liban.ledger_entry AS
 SELECT m.town,
    m.year,
    m.fund,
    m.number,
    e.account,
    e.amount_fen,
    m.kind,
    m.project_year,
    m.project_serial,
    m.event_seq,
    m.person,
    m.reason,
    m.effective_on,
    m.recorded_at
   FROM (liban.ledger_movement m
     CROSS JOIN LATERAL ( VALUES (m.from_account,(- m.amount_fen)), (m.to_account,m.amount_fen)) e(account, amount_fen));
CREATE TABLE liban.opinion (
    town integer NOT NULL,
    number integer NOT NULL,
    receipt text NOT NULL,
    form_key text NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    unit integer,
    year integer,
    serial integer,
    words text NOT NULL,
    place text NOT NULL,
    raised_on date NOT NULL,
    received_at timestamp with time zone NOT NULL,
    person integer,
    sealed_identity bytea,
    masked_name text,
    masked_phone text,
    CONSTRAINT identity_masked CHECK ((COALESCE((masked_name ~ '^(.[*]{2})?$'::text), true) AND COALESCE((masked_phone ~ '^([0-9]{3})?[*]{4}([0-9]{4})?$|^$'::text), true))),
    CONSTRAINT identity_sealed_whole CHECK ((num_nulls(sealed_identity, masked_name, masked_phone) = ANY (ARRAY[0, 3]))),
    CONSTRAINT objection_names_project CHECK (((kind <> 'objection'::text) OR (serial IS NOT NULL))),
    CONSTRAINT opinion_about_whole_project CHECK ((num_nulls(year, serial) = ANY (ARRAY[0, 2]))),
    CONSTRAINT opinion_channel_known CHECK ((channel = ANY (ARRAY['box'::text, 'visit'::text, 'meeting'::text, 'wechat'::text, 'scan'::text, 'phone'::text, 'other'::text]))),
    CONSTRAINT opinion_kind_known CHECK ((kind = ANY (ARRAY['opinion'::text, 'objection'::text]))),
    CONSTRAINT opinion_said CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 1000) AND (length(place) <= 100)))
);
ALTER TABLE liban.opinion ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.opinion_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.opinion_step (
    town integer NOT NULL,
    opinion integer NOT NULL,
    step integer NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    year integer,
    serial integer,
    person integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    CONSTRAINT answer_said CHECK (((kind <> ALL (ARRAY['answered'::text, 'declined'::text])) OR (btrim(words) <> ''::text))),
    CONSTRAINT link_names_project CHECK (((kind = ANY (ARRAY['answered'::text, 'declined'::text])) = (serial IS NULL))),
    CONSTRAINT step_about_whole_project CHECK ((num_nulls(year, serial) = ANY (ARRAY[0, 2]))),
    CONSTRAINT step_kind_known CHECK ((kind = ANY (ARRAY['linked'::text, 'unlinked'::text, 'answered'::text, 'declined'::text, 'registered'::text]))),
    CONSTRAINT step_words_limited CHECK ((length(words) <= 1000))
);
CREATE TABLE liban.unit (
    town integer NOT NULL,
    id integer NOT NULL,
    area integer NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL
);
CREATE VIEW liban.opinion_record AS
 SELECT o.town,
    o.number,
    o.receipt,
    o.kind,
    o.channel,
    o.unit,
    u.name AS unit_name,
    o.year,
    o.serial,
    o.words,
    o.place,
    liban.day_number(o.raised_on) AS raised_on,
    liban.microseconds(o.received_at) AS received_at,
    o.person,
    (o.sealed_identity IS NOT NULL) AS has_identity,
    o.masked_name,
    o.masked_phone,
    ( SELECT count(*) AS count
           FROM liban.opinion_step s
          WHERE ((s.town = o.town) AND (s.opinion = o.number))) AS steps,
    COALESCE(( SELECT s.kind
           FROM liban.opinion_step s
          WHERE ((s.town = o.town) AND (s.opinion = o.number) AND (s.kind <> 'unlinked'::text))
          ORDER BY (s.kind = 'linked'::text), s.step DESC
         LIMIT 1), 'received'::text) AS fate
   FROM (liban.opinion o
     LEFT JOIN liban.unit u ON (((u.town = o.town) AND (u.id = o.unit))));
CREATE TABLE liban.outbox (
    town integer NOT NULL,
    id bigint NOT NULL,
    role text NOT NULL,
    area integer NOT NULL,
    unit integer NOT NULL,
    subject text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    version integer NOT NULL,
    put_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone
);
ALTER TABLE liban.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME liban.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.outside_identity (
    issuer text NOT NULL,
    subject text NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    linked_by integer,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT outside_identity_by_another CHECK ((linked_by <> person))
);
CREATE TABLE liban.password_code (
    number bigint NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    code_hash text NOT NULL,
    issued_by integer,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT password_code_dated CHECK (((expires_at > issued_at) AND (expires_at <= (issued_at + '7 days'::interval)))),
    CONSTRAINT password_code_for_another CHECK ((issued_by <> person)),
    CONSTRAINT password_code_hashed CHECK ((code_hash ~~ '$argon2id$%'::text))
);
ALTER TABLE liban.password_code ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME liban.password_code_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.person (
    town integer NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    CONSTRAINT person_named CHECK ((btrim(name) <> ''::text))
);
ALTER TABLE liban.person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW liban.person_record AS
 SELECT p.town,
    p.id,
    p.name,
    COALESCE(( SELECT string_agg(concat_ws(','::text, a.role, COALESCE((a.unit)::text, ''::text), COALESCE((a.area)::text, ''::text), liban.day_number(a.from_on), COALESCE((liban.day_number(a.to_on))::text, ''::text), COALESCE((a.stands_in_for)::text, ''::text)), ';'::text ORDER BY a.id) AS string_agg
           FROM liban.assignment a
          WHERE ((a.town = p.town) AND (a.person = p.id))), ''::text) AS assignments
   FROM liban.person p;
CREATE TABLE liban.policy (
    programme text NOT NULL,
    version integer NOT NULL,
    body json NOT NULL,
    CONSTRAINT policy_version_counted CHECK ((version > 0))
);
CREATE TABLE liban.project (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    version integer NOT NULL,
    head_hash bytea NOT NULL,
    programme text NOT NULL,
    policy_version integer,
    number text NOT NULL,
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
    extensions integer DEFAULT 0 NOT NULL,
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
    duty_exception boolean NOT NULL,
    fold json NOT NULL,
    fund_year integer,
    retained_fen bigint DEFAULT 0 NOT NULL,
    due_nominal date,
    endorsed_fen bigint,
    pending json DEFAULT '[]'::json NOT NULL,
    waits_for text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT amounts_in_range CHECK (((requested_fen >= 0) AND (requested_fen <= '100000000000'::bigint) AND (awarded_fen >= 0) AND (awarded_fen <= '100000000000'::bigint) AND (disbursed_fen >= 0) AND (recovered_fen >= 0) AND (cap_fen >= 0) AND (settled_fen >= 0))),
    CONSTRAINT award_within_cap CHECK ((awarded_fen <= COALESCE(cap_fen, (0)::bigint))),
    CONSTRAINT begins_as_draft CHECK (((version > 1) OR (state = 'draft'::text))),
    CONSTRAINT blocker_dated CHECK (((blocker IS NULL) = (blocker_since IS NULL))),
    CONSTRAINT closed_out_settled CHECK (((state <> 'closedOut'::text) OR (settled_fen IS NOT NULL))),
    CONSTRAINT due_after_submission CHECK (((due_on IS NULL) OR ((submitted_on IS NOT NULL) AND (due_on >= submitted_on)))),
    CONSTRAINT duties_separate CHECK ((duty_exception OR ((applicant <> verifier) AND (applicant <> awarder) AND (applicant <> acceptor) AND (applicant <> payer) AND (applicant <> closer) AND (verifier <> awarder) AND (verifier <> acceptor) AND (verifier <> payer) AND (verifier <> closer) AND (awarder <> acceptor) AND (awarder <> payer) AND (awarder <> closer) AND (acceptor <> closer)))),
    CONSTRAINT encumbrance_not_negative CHECK ((encumbered_fen >= 0)),
    CONSTRAINT ended_holds_nothing CHECK (((state <> ALL (ARRAY['declined'::text, 'withdrawn'::text, 'terminated'::text, 'closedOut'::text])) OR (encumbered_fen = retained_fen))),
    CONSTRAINT ended_waits_for_nobody CHECK (((waits_for = '{}'::text[]) OR (state <> ALL (ARRAY['closedOut'::text, 'declined'::text, 'withdrawn'::text, 'terminated'::text])))),
    CONSTRAINT endorsement_in_range CHECK (((endorsed_fen >= 0) AND (endorsed_fen <= '100000000000'::bigint))),
    CONSTRAINT extended_once CHECK (((extensions >= 0) AND (extensions <= 1))),
    CONSTRAINT fund_year_later CHECK ((fund_year > year)),
    CONSTRAINT head_hash_whole CHECK ((octet_length(head_hash) = 32)),
    CONSTRAINT pause_counted CHECK ((paused_days >= 0)),
    CONSTRAINT project_key_known CHECK (((year >= 1900) AND (year <= 2999) AND (serial > 0) AND (version > 0))),
    CONSTRAINT recovery_within_paid CHECK ((recovered_fen <= disbursed_fen)),
    CONSTRAINT request_within_cap CHECK (((state = ANY (ARRAY['draft'::text, 'returned'::text, 'withdrawn'::text])) OR (requested_fen <= cap_fen))),
    CONSTRAINT retention_within_limit CHECK (((retained_fen >= 0) AND (retained_fen <= encumbered_fen) AND ((retained_fen * 1000) <= (COALESCE(settled_fen, (0)::bigint) * 30)))),
    CONSTRAINT settlement_within_award CHECK ((settled_fen <= awarded_fen)),
    CONSTRAINT spending_within_award CHECK (((disbursed_fen - recovered_fen) <= awarded_fen)),
    CONSTRAINT state_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'inReview'::text, 'inApproval'::text, 'onNotice'::text, 'inExecution'::text, 'suspended'::text, 'inAcceptance'::text, 'inRectification'::text, 'completed'::text, 'closedOut'::text, 'declined'::text, 'withdrawn'::text, 'terminated'::text])))
)
WITH (fillfactor='70');
CREATE TABLE liban.project_counter (
    town integer NOT NULL,
    year integer NOT NULL,
    last_serial integer NOT NULL
);
CREATE TABLE liban.project_event (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    seq integer NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    person integer NOT NULL,
    role text NOT NULL,
    effective_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    late_reason text,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    previous_seq integer GENERATED ALWAYS AS (NULLIF((seq - 1), 0)) STORED,
    xact xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT effective_not_future CHECK ((effective_on <= liban.civil_day(recorded_at))),
    CONSTRAINT event_counted CHECK ((seq > 0)),
    CONSTRAINT event_hash_whole CHECK ((octet_length(hash) = 32)),
    CONSTRAINT first_event_unchained CHECK ((octet_length(previous_hash) =
CASE seq
    WHEN 1 THEN 0
    ELSE 32
END)),
    CONSTRAINT late_entry_explained CHECK ((((liban.civil_day(recorded_at) - effective_on) <= 1) OR (COALESCE(btrim(late_reason), ''::text) <> ''::text)))
);
CREATE TABLE liban.project_file (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    sha256 bytea NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    person integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    look_slices integer[] NOT NULL,
    CONSTRAINT file_kind_known CHECK ((kind = ANY (ARRAY['minutes'::text, 'budgetSheet'::text, 'quotation'::text, 'contract'::text, 'beforePhoto'::text, 'duringPhoto'::text, 'afterPhoto'::text, 'invoice'::text, 'noticeProof'::text, 'acceptanceForm'::text, 'satisfactionForm'::text, 'other'::text]))),
    CONSTRAINT file_named CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE TABLE liban.stored_file (
    sha256 bytea NOT NULL,
    size_bytes integer NOT NULL,
    type text NOT NULL,
    width integer,
    height integer,
    look bigint,
    screen_sha256 bytea,
    thumb_sha256 bytea,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT file_hash_whole CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT file_size_limited CHECK (((size_bytes >= 1) AND (size_bytes <= 20971520))),
    CONSTRAINT file_type_known CHECK ((type = ANY (ARRAY['jpeg'::text, 'png'::text, 'webp'::text, 'pdf'::text]))),
    CONSTRAINT photo_described CHECK ((num_nulls(width, height, look, screen_sha256, thumb_sha256) =
CASE type
    WHEN 'pdf'::text THEN 5
    ELSE 0
END)),
    CONSTRAINT photo_pixels_limited CHECK ((((width)::bigint * height) <= 50000000))
);
CREATE VIEW liban.project_file_record AS
 SELECT f.town,
    f.year,
    f.serial,
    encode(f.sha256, 'hex'::text) AS sha256,
    s.size_bytes,
    s.type,
    s.width,
    s.height,
    s.look,
    encode(s.screen_sha256, 'hex'::text) AS screen_sha256,
    encode(s.thumb_sha256, 'hex'::text) AS thumb_sha256,
    f.kind,
    f.name,
    f.person,
    liban.microseconds(f.added_at) AS added_at,
    f.sha256 AS key
   FROM (liban.project_file f
     JOIN liban.stored_file s ON ((s.sha256 = f.sha256)));
CREATE TABLE liban.project_invoice (
    town integer NOT NULL,
    invoice text NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    released_at timestamp with time zone
);
CREATE TABLE liban.town (
    id integer NOT NULL,
    name text NOT NULL,
    county text NOT NULL,
    number_prefix text NOT NULL,
    programme text NOT NULL,
    policy_version integer NOT NULL,
    CONSTRAINT town_named CHECK (((btrim(name) <> ''::text) AND (btrim(number_prefix) <> ''::text)))
);
CREATE VIEW liban.project_record AS
 SELECT p.town,
    p.year,
    p.serial,
    p.version,
    p.area,
    p.unit,
    p.title,
    p.category,
    p.state,
    liban.day_number(p.state_since) AS state_since,
    liban.day_number(p.submitted_on) AS submitted_on,
    liban.day_number(p.admitted_on) AS admitted_on,
    liban.day_number(p.verified_on) AS verified_on,
    liban.day_number(p.awarded_on) AS awarded_on,
    liban.day_number(p.execution_on) AS execution_on,
    liban.day_number(p.inspection_on) AS inspection_on,
    liban.day_number(p.completed_on) AS completed_on,
    liban.day_number(p.closed_on) AS closed_on,
    liban.day_number(p.due_on) AS due_on,
    p.due_provisional,
    liban.day_number(p.original_due_on) AS original_due_on,
    p.paused_days,
    liban.day_number(p.notice_ends_on) AS notice_ends_on,
    p.requested_fen,
    p.cap_fen,
    p.awarded_fen,
    p.encumbered_fen,
    p.disbursed_fen,
    p.recovered_fen,
    p.settled_fen,
    p.blocker,
    liban.day_number(p.blocker_since) AS blocker_since,
    p.recorded_late,
    p.policy_version,
    t.name AS town_name,
    a.name AS area_name,
    u.name AS unit_name,
    p.number,
    t.number_prefix,
        CASE
            WHEN (p.policy_version IS NULL) THEN t.programme
            ELSE p.programme
        END AS programme,
    t.policy_version AS active_policy_version,
    COALESCE(p.due_on, 'infinity'::date) AS due_order,
    a."position" AS area_position,
    u."position" AS unit_position,
    liban.day_number(p.due_nominal) AS due_nominal,
    p.endorsed_fen,
    p.pending,
    p.waits_for
   FROM (((liban.project p
     LEFT JOIN liban.town t ON ((t.id = p.town)))
     LEFT JOIN liban.area a ON (((a.town = p.town) AND (a.id = p.area))))
     LEFT JOIN liban.unit u ON (((u.town = p.town) AND (u.id = p.unit))));
CREATE TABLE liban.project_search (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    key text NOT NULL,
    grams text[] NOT NULL
);
CREATE TABLE liban.project_source (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    promised_fen bigint NOT NULL,
    received_fen bigint NOT NULL,
    spent_fen bigint NOT NULL,
    CONSTRAINT source_known CHECK ((kind = ANY (ARRAY['ownContribution'::text, 'higherGrant'::text, 'partnerUnit'::text, 'donation'::text, 'inKind'::text, 'labour'::text]))),
    CONSTRAINT source_promise_not_negative CHECK ((promised_fen >= 0)),
    CONSTRAINT source_spent_within_received CHECK (((spent_fen >= 0) AND (spent_fen <= received_fen)))
);
CREATE VIEW liban.published_project AS
 SELECT p.town,
    p.year,
    p.serial,
    p.unit,
    p.state,
    p.fold,
    t.name AS town_name,
    a.name AS area_name,
    u.name AS unit_name,
    p.number,
    t.number_prefix,
        CASE
            WHEN (p.policy_version IS NULL) THEN t.programme
            ELSE p.programme
        END AS programme,
    t.policy_version
   FROM (((liban.project p
     JOIN liban.town t ON ((t.id = p.town)))
     JOIN liban.area a ON (((a.town = p.town) AND (a.id = p.area))))
     JOIN liban.unit u ON (((u.town = p.town) AND (u.id = p.unit))))
  WHERE (p.state = ANY (ARRAY['onNotice'::text, 'inExecution'::text, 'suspended'::text, 'inAcceptance'::text, 'inRectification'::text, 'completed'::text, 'closedOut'::text, 'terminated'::text]));
CREATE TABLE liban.recipient (
    town integer NOT NULL,
    id integer NOT NULL,
    kind text NOT NULL,
    address text NOT NULL,
    secret text,
    takes_notices boolean NOT NULL,
    role text,
    unit integer,
    area integer,
    takes_packs boolean NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT recipient_kind_known CHECK ((kind = ANY (ARRAY['email'::text, 'webhook'::text]))),
    CONSTRAINT recipient_scope_single CHECK (((unit IS NULL) OR (area IS NULL))),
    CONSTRAINT recipient_signed CHECK (((kind = 'webhook'::text) = (secret IS NOT NULL))),
    CONSTRAINT recipient_takes_something CHECK ((takes_notices OR takes_packs))
);
ALTER TABLE liban.recipient ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.recipient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.recovery_code (
    town integer NOT NULL,
    person integer NOT NULL,
    code_hash bytea NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_code_hashed CHECK ((octet_length(code_hash) = 32))
);
CREATE TABLE liban.refused_attempt (
    town integer NOT NULL,
    id bigint NOT NULL,
    year integer,
    serial integer,
    person integer NOT NULL,
    command text NOT NULL,
    code text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT refused_attempt_of_whole_project CHECK ((num_nulls(year, serial) = ANY (ARRAY[0, 2])))
);
ALTER TABLE liban.refused_attempt ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME liban.refused_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.register_counter (
    town integer NOT NULL,
    register text NOT NULL,
    last_id integer NOT NULL
);
CREATE TABLE liban.register_entry (
    town integer NOT NULL,
    register text NOT NULL,
    id integer NOT NULL,
    version integer NOT NULL,
    unit integer,
    held_on date NOT NULL,
    title text NOT NULL,
    body json NOT NULL,
    has_problem boolean,
    rectify_by date,
    rechecked_on date,
    recheck_passed boolean,
    person integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT problem_has_day CHECK (((has_problem IS NOT TRUE) OR COALESCE((rectify_by >= held_on), false))),
    CONSTRAINT recheck_judged CHECK (((rechecked_on IS NULL) = (recheck_passed IS NULL))),
    CONSTRAINT recheck_of_problem CHECK (((rechecked_on IS NULL) OR (COALESCE(has_problem, false) AND (rechecked_on >= held_on) AND (rechecked_on <= liban.civil_day(changed_at))))),
    CONSTRAINT register_day_not_future CHECK ((held_on <= liban.civil_day(changed_at))),
    CONSTRAINT register_entry_counted CHECK (((id > 0) AND (version > 0))),
    CONSTRAINT register_entry_titled CHECK ((btrim(title) <> ''::text)),
    CONSTRAINT register_known CHECK ((register = ANY (ARRAY['meeting'::text, 'spotCheck'::text, 'case'::text]))),
    CONSTRAINT spot_check_judged CHECK (((register = 'spotCheck'::text) = (has_problem IS NOT NULL)))
);
CREATE TABLE liban.register_project (
    town integer NOT NULL,
    register text NOT NULL,
    id integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL
);
CREATE TABLE liban.register_version (
    town integer NOT NULL,
    register text NOT NULL,
    id integer NOT NULL,
    version integer NOT NULL,
    body json NOT NULL,
    person integer NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE liban.reminder (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    kind text NOT NULL,
    basis date NOT NULL,
    version integer NOT NULL,
    put_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reminder_known CHECK ((kind = ANY (ARRAY['dueSoon'::text, 'overdue'::text, 'stageOverLimit'::text, 'noticeEnded'::text, 'pauseEnding'::text, 'consultationDue'::text, 'dispatchDue'::text])))
);
CREATE TABLE liban.request_key (
    town integer NOT NULL,
    person integer NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    status integer NOT NULL,
    version integer NOT NULL,
    body bytea NOT NULL,
    kept_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT fingerprint_whole CHECK ((octet_length(fingerprint) = 32)),
    CONSTRAINT request_key_sized CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);
CREATE VIEW liban.running_project AS
 SELECT project.town,
    project.year,
    project.serial,
    project.unit,
    project.due_provisional
   FROM liban.project
  WHERE ((project.submitted_on IS NOT NULL) AND (project.completed_on IS NULL) AND (project.state <> ALL (ARRAY['closedOut'::text, 'declined'::text, 'withdrawn'::text, 'terminated'::text])));
CREATE TABLE liban.second_factor (
    town integer NOT NULL,
    person integer NOT NULL,
    sealed bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL
);
CREATE TABLE liban.session (
    token_hash bytea NOT NULL,
    town integer NOT NULL,
    person integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    number bigint NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    idle_seconds integer DEFAULT 43200 NOT NULL,
    limited_to text,
    address text DEFAULT ''::text NOT NULL,
    client text DEFAULT ''::text NOT NULL,
    CONSTRAINT session_ends_later CHECK ((expires_at > opened_at)),
    CONSTRAINT session_idle_bounded CHECK (((idle_seconds >= 60) AND (idle_seconds <= 86400))),
    CONSTRAINT session_limit_known CHECK ((limited_to = ANY (ARRAY['secondFactor'::text, 'enrolment'::text, 'newPassword'::text]))),
    CONSTRAINT session_token_hashed CHECK ((octet_length(token_hash) = 32))
);
ALTER TABLE liban.session ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME liban.session_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.setup_record (
    id bigint NOT NULL,
    town integer,
    act text NOT NULL,
    detail text NOT NULL,
    database_user text DEFAULT SESSION_USER NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE liban.setup_record ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME liban.setup_record_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.sign_in_failure (
    kind text NOT NULL,
    key text NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_failure_key_short CHECK ((octet_length(key) <= 200)),
    CONSTRAINT sign_in_failure_kind_known CHECK ((kind = ANY (ARRAY['login'::text, 'address'::text, 'pair'::text]))),
    CONSTRAINT sign_in_failures_counted CHECK ((failures > 0))
);
CREATE TABLE liban.state_transition (
    from_state text NOT NULL,
    to_state text NOT NULL
);
CREATE TABLE liban.town_digest (
    town integer NOT NULL,
    checkpoint integer NOT NULL,
    projects integer NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT town_digest_whole CHECK (((octet_length(digest) = 32) AND (projects > 0)))
);
ALTER TABLE liban.town ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.town_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.town_map (
    town integer NOT NULL,
    number integer NOT NULL,
    picture bytea NOT NULL,
    positions text NOT NULL,
    kept_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT town_map_sized CHECK (((octet_length(picture) >= 1) AND (octet_length(picture) <= 8388608)))
);
ALTER TABLE liban.unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME liban.unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE liban.warning_answer (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    key text NOT NULL,
    words text NOT NULL,
    answer text NOT NULL,
    person integer NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    CONSTRAINT warning_answer_explained CHECK ((btrim(answer) <> ''::text))
);
CREATE TABLE liban.withdrawn_file (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    sha256 bytea NOT NULL,
    name text NOT NULL,
    person integer NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL
);
INSERT INTO liban.state_transition VALUES ('draft', 'submitted');
INSERT INTO liban.state_transition VALUES ('draft', 'withdrawn');
INSERT INTO liban.state_transition VALUES ('submitted', 'inReview');
INSERT INTO liban.state_transition VALUES ('submitted', 'returned');
INSERT INTO liban.state_transition VALUES ('submitted', 'withdrawn');
INSERT INTO liban.state_transition VALUES ('submitted', 'declined');
INSERT INTO liban.state_transition VALUES ('returned', 'submitted');
INSERT INTO liban.state_transition VALUES ('returned', 'withdrawn');
INSERT INTO liban.state_transition VALUES ('inReview', 'inApproval');
INSERT INTO liban.state_transition VALUES ('inReview', 'returned');
INSERT INTO liban.state_transition VALUES ('inReview', 'withdrawn');
INSERT INTO liban.state_transition VALUES ('inApproval', 'onNotice');
INSERT INTO liban.state_transition VALUES ('inApproval', 'inExecution');
INSERT INTO liban.state_transition VALUES ('inApproval', 'returned');
INSERT INTO liban.state_transition VALUES ('inApproval', 'declined');
INSERT INTO liban.state_transition VALUES ('inApproval', 'withdrawn');
INSERT INTO liban.state_transition VALUES ('onNotice', 'inExecution');
INSERT INTO liban.state_transition VALUES ('onNotice', 'inApproval');
INSERT INTO liban.state_transition VALUES ('onNotice', 'terminated');
INSERT INTO liban.state_transition VALUES ('inExecution', 'inAcceptance');
INSERT INTO liban.state_transition VALUES ('inExecution', 'suspended');
INSERT INTO liban.state_transition VALUES ('inExecution', 'terminated');
INSERT INTO liban.state_transition VALUES ('suspended', 'inExecution');
INSERT INTO liban.state_transition VALUES ('suspended', 'terminated');
INSERT INTO liban.state_transition VALUES ('inAcceptance', 'completed');
INSERT INTO liban.state_transition VALUES ('inAcceptance', 'inRectification');
INSERT INTO liban.state_transition VALUES ('inRectification', 'inAcceptance');
INSERT INTO liban.state_transition VALUES ('inRectification', 'terminated');
INSERT INTO liban.state_transition VALUES ('completed', 'closedOut');
INSERT INTO liban.state_transition VALUES ('closedOut', 'completed');
SELECT pg_catalog.setval('liban.access_token_number_seq', 1, false);
SELECT pg_catalog.setval('liban.area_id_seq', 1, false);
SELECT pg_catalog.setval('liban.assignment_id_seq', 1, false);
SELECT pg_catalog.setval('liban.delivery_id_seq', 1, false);
SELECT pg_catalog.setval('liban.document_id_seq', 1, false);
SELECT pg_catalog.setval('liban.duty_exception_id_seq', 1, false);
SELECT pg_catalog.setval('liban.fund_id_seq', 1, false);
SELECT pg_catalog.setval('liban.handover_number_seq', 1, false);
SELECT pg_catalog.setval('liban.opinion_number_seq', 1, false);
SELECT pg_catalog.setval('liban.outbox_id_seq', 1, false);
SELECT pg_catalog.setval('liban.password_code_number_seq', 1, false);
SELECT pg_catalog.setval('liban.person_id_seq', 1, false);
SELECT pg_catalog.setval('liban.recipient_id_seq', 1, false);
SELECT pg_catalog.setval('liban.refused_attempt_id_seq', 1, false);
SELECT pg_catalog.setval('liban.session_number_seq', 1, false);
SELECT pg_catalog.setval('liban.setup_record_id_seq', 1, false);
SELECT pg_catalog.setval('liban.town_id_seq', 1, false);
SELECT pg_catalog.setval('liban.unit_id_seq', 1, false);
ALTER TABLE ONLY liban.access_token
    ADD CONSTRAINT access_token_numbered_once UNIQUE (number);
ALTER TABLE ONLY liban.access_token
    ADD CONSTRAINT access_token_once PRIMARY KEY (token_hash);
ALTER TABLE ONLY liban.account
    ADD CONSTRAINT account_once_a_person UNIQUE (town, person);
ALTER TABLE ONLY liban.assignment
    ADD CONSTRAINT administrators_separate EXCLUDE USING gist (int4range(town, town, '[]'::text) WITH &&, int4range(person, person, '[]'::text) WITH &&, daterange(from_on, to_on, '[]'::text) WITH &&, (
CASE
    WHEN (role = ANY (ARRAY['admin'::text, 'securityAdmin'::text, 'auditAdmin'::text])) THEN int4range(NULL::integer, NULL::integer)
    ELSE int4range(id, id, '[]'::text)
END) WITH &&);
ALTER TABLE ONLY liban.area
    ADD CONSTRAINT area_named_once UNIQUE (town, name);
ALTER TABLE ONLY liban.area
    ADD CONSTRAINT area_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.assignment
    ADD CONSTRAINT assignment_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.audit_chain
    ADD CONSTRAINT audit_chain_once PRIMARY KEY (town);
ALTER TABLE ONLY liban.audit_entry
    ADD CONSTRAINT audit_entry_once PRIMARY KEY (town, number);
ALTER TABLE ONLY liban.calendar_day
    ADD CONSTRAINT calendar_day_once PRIMARY KEY (day);
ALTER TABLE ONLY liban.checkpoint_head
    ADD CONSTRAINT checkpoint_head_once PRIMARY KEY (town, year, serial, checkpoint);
ALTER TABLE ONLY liban.checkpoint
    ADD CONSTRAINT checkpoint_once PRIMARY KEY (number);
ALTER TABLE ONLY liban.delivery
    ADD CONSTRAINT delivery_effect_once UNIQUE (town, recipient, effect);
ALTER TABLE ONLY liban.delivery
    ADD CONSTRAINT delivery_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.document
    ADD CONSTRAINT document_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.duty_exception
    ADD CONSTRAINT duty_exception_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.chart_edition
    ADD CONSTRAINT edition_minute_once UNIQUE (town, year, as_of);
ALTER TABLE ONLY liban.chart_edition
    ADD CONSTRAINT edition_once PRIMARY KEY (town, year, number);
ALTER TABLE ONLY liban.encumbrance_resolution
    ADD CONSTRAINT encumbrance_resolved_once PRIMARY KEY (town, year, serial, awarded_seq);
ALTER TABLE ONLY liban.project_event
    ADD CONSTRAINT event_once PRIMARY KEY (town, year, serial, seq);
ALTER TABLE ONLY liban.project_event
    ADD CONSTRAINT event_with_hash UNIQUE (town, year, serial, seq, hash);
ALTER TABLE ONLY liban.fund_act
    ADD CONSTRAINT fund_act_once PRIMARY KEY (town, fund, number);
ALTER TABLE ONLY liban.fund
    ADD CONSTRAINT fund_of_year UNIQUE (town, year, programme);
ALTER TABLE ONLY liban.fund
    ADD CONSTRAINT fund_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.fund
    ADD CONSTRAINT fund_with_year UNIQUE (town, year, id);
ALTER TABLE ONLY liban.handover
    ADD CONSTRAINT handover_once PRIMARY KEY (town, number);
ALTER TABLE ONLY liban.handover_project
    ADD CONSTRAINT handover_project_once PRIMARY KEY (town, handover, year, serial);
ALTER TABLE ONLY liban.project
    ADD CONSTRAINT imported_once UNIQUE (town, imported_number);
ALTER TABLE ONLY liban.project_invoice
    ADD CONSTRAINT invoice_used_once EXCLUDE USING btree (town WITH =, invoice WITH =) WHERE ((released_at IS NULL));
ALTER TABLE ONLY liban.account
    ADD CONSTRAINT login_once PRIMARY KEY (login);
ALTER TABLE ONLY liban.ledger_movement
    ADD CONSTRAINT movement_corrected_once UNIQUE (town, year, fund, corrects);
ALTER TABLE ONLY liban.ledger_movement
    ADD CONSTRAINT movement_once PRIMARY KEY (town, year, fund, number);
ALTER TABLE ONLY liban.ledger_movement
    ADD CONSTRAINT movement_with_amount UNIQUE (town, year, fund, number, kind, amount_fen);
ALTER TABLE ONLY liban.opinion
    ADD CONSTRAINT opinion_form_once UNIQUE (town, form_key);
ALTER TABLE ONLY liban.opinion
    ADD CONSTRAINT opinion_once PRIMARY KEY (town, number);
ALTER TABLE ONLY liban.opinion
    ADD CONSTRAINT opinion_receipt_once UNIQUE (receipt);
ALTER TABLE ONLY liban.opinion_step
    ADD CONSTRAINT opinion_step_once PRIMARY KEY (town, opinion, step);
ALTER TABLE ONLY liban.outbox
    ADD CONSTRAINT outbox_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.outside_identity
    ADD CONSTRAINT outside_identity_once PRIMARY KEY (issuer, subject);
ALTER TABLE ONLY liban.outside_identity
    ADD CONSTRAINT outside_identity_once_a_person UNIQUE (town, person, issuer);
ALTER TABLE ONLY liban.password_code
    ADD CONSTRAINT password_code_once PRIMARY KEY (number);
ALTER TABLE ONLY liban.person
    ADD CONSTRAINT person_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.policy
    ADD CONSTRAINT policy_once PRIMARY KEY (programme, version);
ALTER TABLE ONLY liban.project_counter
    ADD CONSTRAINT project_counter_once PRIMARY KEY (town, year);
ALTER TABLE ONLY liban.project_file
    ADD CONSTRAINT project_file_once PRIMARY KEY (town, year, serial, sha256);
ALTER TABLE ONLY liban.project
    ADD CONSTRAINT project_once PRIMARY KEY (town, year, serial);
ALTER TABLE ONLY liban.project_search
    ADD CONSTRAINT project_search_once PRIMARY KEY (town, year, serial);
ALTER TABLE ONLY liban.project_source
    ADD CONSTRAINT project_source_once PRIMARY KEY (town, year, serial, number);
ALTER TABLE ONLY liban.recipient
    ADD CONSTRAINT recipient_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.recovery_code
    ADD CONSTRAINT recovery_code_once PRIMARY KEY (town, person, code_hash);
ALTER TABLE ONLY liban.refused_attempt
    ADD CONSTRAINT refused_attempt_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.register_counter
    ADD CONSTRAINT register_counter_once PRIMARY KEY (town, register);
ALTER TABLE ONLY liban.register_entry
    ADD CONSTRAINT register_entry_once PRIMARY KEY (town, register, id);
ALTER TABLE ONLY liban.register_project
    ADD CONSTRAINT register_project_once PRIMARY KEY (town, register, id, year, serial);
ALTER TABLE ONLY liban.register_version
    ADD CONSTRAINT register_version_once PRIMARY KEY (town, register, id, version);
ALTER TABLE ONLY liban.reminder
    ADD CONSTRAINT reminder_once PRIMARY KEY (town, year, serial, kind, basis);
ALTER TABLE ONLY liban.request_key
    ADD CONSTRAINT request_key_once PRIMARY KEY (town, person, key);
ALTER TABLE ONLY liban.second_factor
    ADD CONSTRAINT second_factor_once PRIMARY KEY (town, person);
ALTER TABLE ONLY liban.session
    ADD CONSTRAINT session_numbered_once UNIQUE (number);
ALTER TABLE ONLY liban.session
    ADD CONSTRAINT session_once PRIMARY KEY (token_hash);
ALTER TABLE ONLY liban.setup_record
    ADD CONSTRAINT setup_record_once PRIMARY KEY (id);
ALTER TABLE ONLY liban.sign_in_failure
    ADD CONSTRAINT sign_in_failure_once PRIMARY KEY (kind, key);
ALTER TABLE ONLY liban.state_transition
    ADD CONSTRAINT state_transition_once PRIMARY KEY (from_state, to_state);
ALTER TABLE ONLY liban.stored_file
    ADD CONSTRAINT stored_file_once PRIMARY KEY (sha256);
ALTER TABLE ONLY liban.town_digest
    ADD CONSTRAINT town_digest_once PRIMARY KEY (town, checkpoint);
ALTER TABLE ONLY liban.town_map
    ADD CONSTRAINT town_map_once PRIMARY KEY (town, number);
ALTER TABLE ONLY liban.town
    ADD CONSTRAINT town_named_once UNIQUE (name);
ALTER TABLE ONLY liban.town
    ADD CONSTRAINT town_once PRIMARY KEY (id);
ALTER TABLE ONLY liban.unit
    ADD CONSTRAINT unit_named_once UNIQUE (town, name);
ALTER TABLE ONLY liban.unit
    ADD CONSTRAINT unit_once PRIMARY KEY (town, id);
ALTER TABLE ONLY liban.unit
    ADD CONSTRAINT unit_with_area UNIQUE (town, area, id);
ALTER TABLE ONLY liban.warning_answer
    ADD CONSTRAINT warning_answered_once PRIMARY KEY (town, year, serial, key);
CREATE INDEX access_token_by_person ON liban.access_token USING btree (town, person, number);
CREATE INDEX assignment_by_area ON liban.assignment USING btree (town, area, role);
CREATE INDEX assignment_by_person ON liban.assignment USING btree (town, person);
CREATE INDEX assignment_by_principal ON liban.assignment USING btree (town, stands_in_for) WHERE (stands_in_for IS NOT NULL);
CREATE INDEX assignment_by_unit ON liban.assignment USING btree (town, unit, role);
CREATE INDEX audit_entry_by_act ON liban.audit_entry USING btree (town, act, number);
CREATE INDEX audit_entry_by_person ON liban.audit_entry USING btree (town, person, number);
CREATE INDEX checkpoint_by_moment ON liban.checkpoint USING btree (made_at, number);
CREATE INDEX checkpoint_head_by_checkpoint ON liban.checkpoint_head USING btree (checkpoint, town, year, serial);
CREATE INDEX delivery_by_document ON liban.delivery USING btree (town, document) WHERE (document IS NOT NULL);
CREATE INDEX delivery_ended ON liban.delivery USING btree (COALESCE(sent_at, given_up_at));
CREATE INDEX delivery_waiting ON liban.delivery USING btree (due_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));
CREATE INDEX event_in_order ON liban.project_event USING btree (town, xact, year, serial, seq);
CREATE INDEX event_of_consultation ON liban.project_event USING btree (town, year, serial) WHERE (kind = 'consulted'::text);
CREATE INDEX event_of_dispatch ON liban.project_event USING btree (town, year, serial) WHERE (kind = 'dispatched'::text);
CREATE INDEX former_password_by_person ON liban.former_password USING btree (town, person, until);
CREATE INDEX movement_by_booking ON liban.ledger_movement USING btree (town, year, fund, booked_on, number) INCLUDE (kind, from_account, to_account, amount_fen);
CREATE INDEX movement_by_project ON liban.ledger_movement USING btree (town, project_year, project_serial, event_seq);
CREATE INDEX opinion_by_project ON liban.opinion USING btree (town, year, serial) WHERE (serial IS NOT NULL);
CREATE INDEX opinion_step_by_project ON liban.opinion_step USING btree (town, year, serial) WHERE (serial IS NOT NULL);
CREATE INDEX outbox_sent ON liban.outbox USING btree (sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX outbox_waiting ON liban.outbox USING btree (id) WHERE (sent_at IS NULL);
CREATE INDEX password_code_by_person ON liban.password_code USING btree (town, person, number);
CREATE INDEX project_by_category ON liban.project USING btree (town, category, COALESCE(due_on, 'infinity'::date), year, serial);
CREATE INDEX project_by_due ON liban.project USING btree (town, COALESCE(due_on, 'infinity'::date), year, serial);
CREATE INDEX project_by_state ON liban.project USING btree (town, state, COALESCE(due_on, 'infinity'::date), year, serial);
CREATE INDEX project_by_unit ON liban.project USING btree (town, unit, COALESCE(due_on, 'infinity'::date), year, serial);
CREATE INDEX project_file_by_content ON liban.project_file USING btree (sha256);
CREATE INDEX project_file_by_look ON liban.project_file USING gin (look_slices);
CREATE INDEX project_holding ON liban.project USING btree (town, programme, COALESCE(fund_year, year), year, serial) WHERE (encumbered_fen > 0);
CREATE INDEX project_on_notice ON liban.project USING btree (town, notice_ends_on, year, serial) WHERE (notice_ends_on IS NOT NULL);
CREATE INDEX project_provisional ON liban.project USING btree (town, year, serial) WHERE due_provisional;
CREATE INDEX project_published ON liban.project USING btree (town, year, serial) WHERE (state = ANY (ARRAY['onNotice'::text, 'inExecution'::text, 'suspended'::text, 'inAcceptance'::text, 'inRectification'::text, 'completed'::text, 'closedOut'::text, 'terminated'::text]));
CREATE INDEX project_running ON liban.project USING btree (town, year, serial) WHERE ((submitted_on IS NOT NULL) AND (completed_on IS NULL) AND (state <> ALL (ARRAY['closedOut'::text, 'declined'::text, 'withdrawn'::text, 'terminated'::text])));
CREATE INDEX project_search_by_gram ON liban.project_search USING gin (grams);
CREATE INDEX project_waiting ON liban.project USING btree (town, COALESCE(due_on, 'infinity'::date), year, serial) WHERE (waits_for <> '{}'::text[]);
CREATE UNIQUE INDEX recipient_address_once ON liban.recipient USING btree (town, kind, address, COALESCE(role, ''::text), COALESCE(unit, 0), COALESCE(area, 0)) WHERE (ended_at IS NULL);
CREATE INDEX refused_attempt_by_project ON liban.refused_attempt USING btree (town, year, serial);
CREATE INDEX register_entry_by_unit ON liban.register_entry USING btree (town, register, unit, id);
CREATE INDEX register_project_by_project ON liban.register_project USING btree (town, year, serial, register, id);
CREATE INDEX request_key_kept ON liban.request_key USING btree (kept_at);
CREATE INDEX session_by_person ON liban.session USING btree (town, person);
CREATE INDEX sign_in_failure_by_time ON liban.sign_in_failure USING btree (last_at);
CREATE INDEX start_by_contractor ON liban.project_event USING btree (town, liban.contractor_of(body), effective_on) WHERE (kind = 'startRecorded'::text);
CREATE INDEX town_digest_by_checkpoint ON liban.town_digest USING btree (checkpoint, town);
CREATE INDEX withdrawn_file_by_project ON liban.withdrawn_file USING btree (town, year, serial);
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON liban.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.chart_edition FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.checkpoint_head FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.duty_exception FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.encumbrance_resolution FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.fund_act FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OF town, number, unit, role, from_person, to_person, first_day, proposed_by, proposed_at OR TRUNCATE ON liban.handover FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.handover_project FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.ledger_movement FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.opinion FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.opinion_step FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.policy FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.project_event FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON liban.project_file FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.refused_attempt FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.register_version FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.reminder FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.setup_record FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.state_transition FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON liban.stored_file FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.town_digest FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.town_map FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.warning_answer FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON liban.withdrawn_file FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER assignment_only_shortened BEFORE UPDATE ON liban.assignment FOR EACH ROW WHEN (((old.to_on IS NOT NULL) AND ((new.to_on IS NULL) OR (new.to_on > old.to_on)))) EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER audit_kept BEFORE DELETE ON liban.audit_entry FOR EACH ROW WHEN ((old.at > (now() - '184 days'::interval))) EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER booking_day BEFORE INSERT ON liban.ledger_movement FOR EACH ROW EXECUTE FUNCTION liban.set_booking_day();
CREATE TRIGGER file_attached BEFORE DELETE ON liban.project_file FOR EACH ROW EXECUTE FUNCTION liban.keep_attached_file();
CREATE TRIGGER fund_year_open BEFORE UPDATE ON liban.fund FOR EACH ROW WHEN (((old.closed_on IS NOT NULL) AND ((new.closed_on IS NOT NULL) OR (new.movements <> old.movements)))) EXECUTE FUNCTION liban.refuse_closed_year();
CREATE TRIGGER movement_sealed BEFORE INSERT ON liban.ledger_movement FOR EACH ROW WHEN ((new.project_serial IS NULL)) EXECUTE FUNCTION liban.seal_movement();
CREATE TRIGGER removed_by_nobody BEFORE DELETE ON liban.project_file FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_removal();
CREATE TRIGGER removed_by_nobody BEFORE DELETE ON liban.stored_file FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_removal();
CREATE TRIGGER transition_declared BEFORE UPDATE ON liban.project FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION liban.require_declared_transition();
ALTER TABLE ONLY liban.access_token
    ADD CONSTRAINT access_token_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.account
    ADD CONSTRAINT account_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.town
    ADD CONSTRAINT active_policy_known FOREIGN KEY (programme, policy_version) REFERENCES liban.policy(programme, version);
ALTER TABLE ONLY liban.area
    ADD CONSTRAINT area_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.assignment
    ADD CONSTRAINT assignment_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.assignment
    ADD CONSTRAINT assignment_over_area FOREIGN KEY (town, area) REFERENCES liban.area(town, id);
ALTER TABLE ONLY liban.assignment
    ADD CONSTRAINT assignment_over_unit FOREIGN KEY (town, unit) REFERENCES liban.unit(town, id);
ALTER TABLE ONLY liban.ledger_movement
    ADD CONSTRAINT correction_reverses_whole FOREIGN KEY (town, year, fund, corrects, kind, amount_fen) REFERENCES liban.ledger_movement(town, year, fund, number, kind, amount_fen);
ALTER TABLE ONLY liban.delivery
    ADD CONSTRAINT delivery_of_document FOREIGN KEY (town, document) REFERENCES liban.document(town, id);
ALTER TABLE ONLY liban.delivery
    ADD CONSTRAINT delivery_to_recipient FOREIGN KEY (town, recipient) REFERENCES liban.recipient(town, id);
ALTER TABLE ONLY liban.assignment
    ADD CONSTRAINT deputy_for_person FOREIGN KEY (town, stands_in_for) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.town_digest
    ADD CONSTRAINT digest_of_checkpoint FOREIGN KEY (checkpoint) REFERENCES liban.checkpoint(number);
ALTER TABLE ONLY liban.duty_exception
    ADD CONSTRAINT duty_exception_by_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.chart_edition
    ADD CONSTRAINT edition_follows_previous FOREIGN KEY (town, year, previous_number) REFERENCES liban.chart_edition(town, year, number);
ALTER TABLE ONLY liban.chart_edition
    ADD CONSTRAINT edition_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.chart_edition
    ADD CONSTRAINT edition_with_map FOREIGN KEY (town, map) REFERENCES liban.town_map(town, number);
ALTER TABLE ONLY liban.project_event
    ADD CONSTRAINT event_follows_previous FOREIGN KEY (town, year, serial, previous_seq, previous_hash) REFERENCES liban.project_event(town, year, serial, seq, hash);
ALTER TABLE ONLY liban.project_event
    ADD CONSTRAINT event_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.project_file
    ADD CONSTRAINT file_is_stored FOREIGN KEY (sha256) REFERENCES liban.stored_file(sha256);
ALTER TABLE ONLY liban.project_file
    ADD CONSTRAINT file_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.former_password
    ADD CONSTRAINT former_password_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.fund_act
    ADD CONSTRAINT fund_act_by_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.fund_act
    ADD CONSTRAINT fund_act_of_fund FOREIGN KEY (town, fund) REFERENCES liban.fund(town, id);
ALTER TABLE ONLY liban.fund
    ADD CONSTRAINT fund_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.handover
    ADD CONSTRAINT handover_by_person FOREIGN KEY (town, proposed_by) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.handover
    ADD CONSTRAINT handover_from_person FOREIGN KEY (town, from_person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.handover
    ADD CONSTRAINT handover_of_unit FOREIGN KEY (town, unit) REFERENCES liban.unit(town, id);
ALTER TABLE ONLY liban.handover_project
    ADD CONSTRAINT handover_project_of_handover FOREIGN KEY (town, handover) REFERENCES liban.handover(town, number);
ALTER TABLE ONLY liban.handover_project
    ADD CONSTRAINT handover_project_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.handover
    ADD CONSTRAINT handover_to_person FOREIGN KEY (town, to_person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.handover
    ADD CONSTRAINT handover_withdrawn_by_person FOREIGN KEY (town, withdrawn_by) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.checkpoint_head
    ADD CONSTRAINT head_of_checkpoint FOREIGN KEY (checkpoint) REFERENCES liban.checkpoint(number);
ALTER TABLE ONLY liban.project_invoice
    ADD CONSTRAINT invoice_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.ledger_movement
    ADD CONSTRAINT movement_of_event FOREIGN KEY (town, project_year, project_serial, event_seq) REFERENCES liban.project_event(town, year, serial, seq);
ALTER TABLE ONLY liban.ledger_movement
    ADD CONSTRAINT movement_of_fund FOREIGN KEY (town, year, fund) REFERENCES liban.fund(town, year, id);
ALTER TABLE ONLY liban.opinion
    ADD CONSTRAINT opinion_about_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.opinion
    ADD CONSTRAINT opinion_by_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.opinion
    ADD CONSTRAINT opinion_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.opinion
    ADD CONSTRAINT opinion_of_unit FOREIGN KEY (town, unit) REFERENCES liban.unit(town, id);
ALTER TABLE ONLY liban.outside_identity
    ADD CONSTRAINT outside_identity_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.password_code
    ADD CONSTRAINT password_code_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.person
    ADD CONSTRAINT person_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.project_counter
    ADD CONSTRAINT project_counter_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.project
    ADD CONSTRAINT project_of_unit FOREIGN KEY (town, area, unit) REFERENCES liban.unit(town, area, id);
ALTER TABLE ONLY liban.project_search
    ADD CONSTRAINT project_search_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.recipient
    ADD CONSTRAINT recipient_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.recipient
    ADD CONSTRAINT recipient_over_area FOREIGN KEY (town, area) REFERENCES liban.area(town, id);
ALTER TABLE ONLY liban.recipient
    ADD CONSTRAINT recipient_over_unit FOREIGN KEY (town, unit) REFERENCES liban.unit(town, id);
ALTER TABLE ONLY liban.recovery_code
    ADD CONSTRAINT recovery_code_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.register_counter
    ADD CONSTRAINT register_counter_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.register_entry
    ADD CONSTRAINT register_entry_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.register_entry
    ADD CONSTRAINT register_entry_of_unit FOREIGN KEY (town, unit) REFERENCES liban.unit(town, id);
ALTER TABLE ONLY liban.register_project
    ADD CONSTRAINT register_project_exists FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.register_project
    ADD CONSTRAINT register_project_of_entry FOREIGN KEY (town, register, id) REFERENCES liban.register_entry(town, register, id);
ALTER TABLE ONLY liban.register_version
    ADD CONSTRAINT register_version_of_entry FOREIGN KEY (town, register, id) REFERENCES liban.register_entry(town, register, id);
ALTER TABLE ONLY liban.reminder
    ADD CONSTRAINT reminder_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.encumbrance_resolution
    ADD CONSTRAINT resolution_of_award FOREIGN KEY (town, year, serial, awarded_seq) REFERENCES liban.project_event(town, year, serial, seq);
ALTER TABLE ONLY liban.encumbrance_resolution
    ADD CONSTRAINT resolution_of_event FOREIGN KEY (town, year, serial, resolved_seq) REFERENCES liban.project_event(town, year, serial, seq);
ALTER TABLE ONLY liban.second_factor
    ADD CONSTRAINT second_factor_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.session
    ADD CONSTRAINT session_of_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.project_source
    ADD CONSTRAINT source_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.opinion_step
    ADD CONSTRAINT step_about_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.opinion_step
    ADD CONSTRAINT step_by_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.opinion_step
    ADD CONSTRAINT step_of_opinion FOREIGN KEY (town, opinion) REFERENCES liban.opinion(town, number);
ALTER TABLE ONLY liban.town_map
    ADD CONSTRAINT town_map_of_town FOREIGN KEY (town) REFERENCES liban.town(id);
ALTER TABLE ONLY liban.unit
    ADD CONSTRAINT unit_of_area FOREIGN KEY (town, area) REFERENCES liban.area(town, id);
ALTER TABLE ONLY liban.warning_answer
    ADD CONSTRAINT warning_answer_by_person FOREIGN KEY (town, person) REFERENCES liban.person(town, id);
ALTER TABLE ONLY liban.warning_answer
    ADD CONSTRAINT warning_answer_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
ALTER TABLE ONLY liban.withdrawn_file
    ADD CONSTRAINT withdrawn_file_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project(town, year, serial);
GRANT USAGE ON SCHEMA liban TO liban_service;
REVOKE ALL ON FUNCTION liban.append_audit(p_town integer, p_at timestamp with time zone, p_person integer, p_act text, p_result text, p_subject text, p_detail text, p_address text, p_request text) FROM PUBLIC;
GRANT ALL ON FUNCTION liban.append_audit(p_town integer, p_at timestamp with time zone, p_person integer, p_act text, p_result text, p_subject text, p_detail text, p_address text, p_request text) TO liban_service;
REVOKE ALL ON FUNCTION liban.clean(messages_before timestamp with time zone, keys_before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION liban.clean(messages_before timestamp with time zone, keys_before timestamp with time zone) TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.ledger_movement TO liban_service;
REVOKE ALL ON FUNCTION liban.open_limited_sessions(p_town integer, p_person integer) FROM PUBLIC;
GRANT ALL ON FUNCTION liban.open_limited_sessions(p_town integer, p_person integer) TO liban_service;
REVOKE ALL ON FUNCTION liban.prune_audit(p_town integer, p_before timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION liban.set_password(p_town integer, p_person integer, p_hash text, p_at timestamp with time zone, p_but bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION liban.set_password(p_town integer, p_person integer, p_hash text, p_at timestamp with time zone, p_but bytea) TO liban_service;
REVOKE ALL ON FUNCTION liban.settle_request_key(p_town integer, p_person integer, p_key text, p_fingerprint bytea, p_status integer, p_version integer, p_body bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION liban.settle_request_key(p_town integer, p_person integer, p_key text, p_fingerprint bytea, p_status integer, p_version integer, p_body bytea) TO liban_service;
REVOKE ALL ON FUNCTION liban.withdraw_file(p_town integer, p_year integer, p_serial integer, p_sha256 bytea, p_person integer, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION liban.withdraw_file(p_town integer, p_year integer, p_serial integer, p_sha256 bytea, p_person integer, p_at timestamp with time zone) TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.access_token TO liban_service;
GRANT UPDATE(revoked_at) ON TABLE liban.access_token TO liban_service;
GRANT UPDATE(last_used_at) ON TABLE liban.access_token TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.account TO liban_service;
GRANT UPDATE(blocked_at) ON TABLE liban.account TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.area TO liban_service;
GRANT USAGE ON SEQUENCE liban.area_id_seq TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.assignment TO liban_service;
GRANT UPDATE(to_on) ON TABLE liban.assignment TO liban_service;
GRANT USAGE ON SEQUENCE liban.assignment_id_seq TO liban_service;
GRANT SELECT ON TABLE liban.audit_chain TO liban_service;
GRANT SELECT ON TABLE liban.audit_entry TO liban_service;
GRANT SELECT,INSERT,UPDATE ON TABLE liban.calendar_day TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.chart_edition TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.checkpoint TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.checkpoint_head TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.delivery TO liban_service;
GRANT UPDATE(due_at) ON TABLE liban.delivery TO liban_service;
GRANT UPDATE(attempts) ON TABLE liban.delivery TO liban_service;
GRANT UPDATE(lease_until) ON TABLE liban.delivery TO liban_service;
GRANT UPDATE(last_problem) ON TABLE liban.delivery TO liban_service;
GRANT UPDATE(sent_at) ON TABLE liban.delivery TO liban_service;
GRANT UPDATE(given_up_at) ON TABLE liban.delivery TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.document TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.duty_exception TO liban_service;
GRANT USAGE ON SEQUENCE liban.duty_exception_id_seq TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.encumbrance_resolution TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.former_password TO liban_service;
GRANT SELECT,INSERT,UPDATE ON TABLE liban.fund TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.fund_act TO liban_service;
GRANT USAGE ON SEQUENCE liban.fund_id_seq TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.handover TO liban_service;
GRANT UPDATE(from_confirmed_at) ON TABLE liban.handover TO liban_service;
GRANT UPDATE(to_confirmed_at) ON TABLE liban.handover TO liban_service;
GRANT UPDATE(completed_at) ON TABLE liban.handover TO liban_service;
GRANT UPDATE(from_basis) ON TABLE liban.handover TO liban_service;
GRANT UPDATE(to_basis) ON TABLE liban.handover TO liban_service;
GRANT UPDATE(withdrawn_at) ON TABLE liban.handover TO liban_service;
GRANT UPDATE(withdrawn_by) ON TABLE liban.handover TO liban_service;
GRANT UPDATE(withdrawal_reason) ON TABLE liban.handover TO liban_service;
GRANT USAGE ON SEQUENCE liban.handover_number_seq TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.handover_project TO liban_service;
GRANT SELECT ON TABLE liban.handover_record TO liban_service;
GRANT SELECT ON TABLE liban.ledger_entry TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.opinion TO liban_service;
GRANT USAGE ON SEQUENCE liban.opinion_number_seq TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.opinion_step TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.unit TO liban_service;
GRANT SELECT ON TABLE liban.opinion_record TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.outbox TO liban_service;
GRANT UPDATE(sent_at) ON TABLE liban.outbox TO liban_service;
GRANT USAGE ON SEQUENCE liban.outbox_id_seq TO liban_service;
GRANT SELECT,INSERT,DELETE ON TABLE liban.outside_identity TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.password_code TO liban_service;
GRANT UPDATE(used_at) ON TABLE liban.password_code TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.person TO liban_service;
GRANT USAGE ON SEQUENCE liban.person_id_seq TO liban_service;
GRANT SELECT ON TABLE liban.person_record TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.policy TO liban_service;
GRANT SELECT,INSERT,UPDATE ON TABLE liban.project TO liban_service;
GRANT SELECT,INSERT,UPDATE ON TABLE liban.project_counter TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.project_event TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.project_file TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.stored_file TO liban_service;
GRANT SELECT ON TABLE liban.project_file_record TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.project_invoice TO liban_service;
GRANT UPDATE(released_at) ON TABLE liban.project_invoice TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.town TO liban_service;
GRANT UPDATE(programme) ON TABLE liban.town TO liban_service;
GRANT UPDATE(policy_version) ON TABLE liban.town TO liban_service;
GRANT SELECT ON TABLE liban.project_record TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.project_search TO liban_service;
GRANT UPDATE(key) ON TABLE liban.project_search TO liban_service;
GRANT UPDATE(grams) ON TABLE liban.project_search TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.project_source TO liban_service;
GRANT UPDATE(received_fen) ON TABLE liban.project_source TO liban_service;
GRANT UPDATE(spent_fen) ON TABLE liban.project_source TO liban_service;
GRANT SELECT ON TABLE liban.published_project TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.recipient TO liban_service;
GRANT UPDATE(ended_at) ON TABLE liban.recipient TO liban_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE liban.recovery_code TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.refused_attempt TO liban_service;
GRANT USAGE ON SEQUENCE liban.refused_attempt_id_seq TO liban_service;
GRANT SELECT,INSERT,UPDATE ON TABLE liban.register_counter TO liban_service;
GRANT SELECT,INSERT,UPDATE ON TABLE liban.register_entry TO liban_service;
GRANT SELECT,INSERT,DELETE ON TABLE liban.register_project TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.register_version TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.reminder TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.request_key TO liban_service;
GRANT SELECT ON TABLE liban.running_project TO liban_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE liban.second_factor TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.session TO liban_service;
GRANT UPDATE(closed_at) ON TABLE liban.session TO liban_service;
GRANT UPDATE(last_seen_at) ON TABLE liban.session TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.setup_record TO liban_service;
GRANT USAGE ON SEQUENCE liban.setup_record_id_seq TO liban_service;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE liban.sign_in_failure TO liban_service;
GRANT SELECT ON TABLE liban.state_transition TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.town_digest TO liban_service;
GRANT USAGE ON SEQUENCE liban.town_id_seq TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.town_map TO liban_service;
GRANT USAGE ON SEQUENCE liban.unit_id_seq TO liban_service;
GRANT SELECT,INSERT ON TABLE liban.warning_answer TO liban_service;
GRANT SELECT ON TABLE liban.withdrawn_file TO liban_service;
