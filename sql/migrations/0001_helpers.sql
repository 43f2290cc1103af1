-- The schema everything lives in, and the helpers the statements share.
CREATE SCHEMA liban;

-- Nothing but what 0012 grants.
REVOKE ALL ON SCHEMA liban FROM PUBLIC;

-- Days travel as numbers of days since 1970-01-01 and moments as microseconds: exact, and cheap to read.
CREATE FUNCTION liban.day_number(day date) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT day - date '1970-01-01' $$;

-- extract() answers numeric, so no microsecond is lost on the way.
CREATE FUNCTION liban.microseconds(moment timestamptz) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT (extract(epoch FROM moment) * 1000000)::bigint $$;

-- The civil day of a moment where the towns are. China keeps one zone and no summer time.
CREATE FUNCTION liban.civil_day(moment timestamptz) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT (moment AT TIME ZONE 'Asia/Shanghai')::date $$;

-- A guard that matched no row must not pass for success: it ends the transaction under the guard's name.
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

-- What was written down stays as it was, for the owner and the superuser's slips as well.
CREATE FUNCTION liban.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% of % refused: the table is append only', TG_OP, TG_TABLE_NAME
        USING ERRCODE = '23514', CONSTRAINT = 'append_only', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END
$$;
