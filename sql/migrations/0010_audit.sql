-- Attempts that were refused. Append only.
CREATE TABLE liban.refused_attempt (
    town integer NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    year integer,
    serial integer,
    person integer NOT NULL,
    command text NOT NULL,
    code text NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT refused_attempt_once PRIMARY KEY (town, id),
    CONSTRAINT refused_attempt_of_whole_project CHECK (num_nulls(year, serial) IN (0, 2))
);
CREATE INDEX refused_attempt_by_project ON liban.refused_attempt (town, year, serial);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.refused_attempt
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- What was set up: towns, units, people, policies, calendars, appropriations. Append only.
CREATE TABLE liban.setup_record (
    id bigint GENERATED ALWAYS AS IDENTITY,
    -- Nothing for what holds for every town.
    town integer,
    act text NOT NULL,
    detail text NOT NULL,
    database_user text NOT NULL DEFAULT session_user,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT setup_record_once PRIMARY KEY (id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.setup_record
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
