-- A file sent by mistake: whoever sent it takes it back while nothing was decided on it. What the log names stays.
CREATE TABLE liban.withdrawn_file (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    sha256 bytea NOT NULL,
    name text NOT NULL,
    person integer NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    CONSTRAINT withdrawn_file_of_project FOREIGN KEY (town, year, serial)
        REFERENCES liban.project (town, year, serial)
);
CREATE INDEX withdrawn_file_by_project ON liban.withdrawn_file (town, year, serial);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.withdrawn_file
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

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
-- Nothing is removed but by withdraw_file.
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
DROP TRIGGER append_only ON liban.project_file;
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON liban.project_file
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER removed_by_nobody BEFORE DELETE ON liban.project_file
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_removal();
CREATE TRIGGER file_attached BEFORE DELETE ON liban.project_file
    FOR EACH ROW EXECUTE FUNCTION liban.keep_attached_file();
-- A content that a project has is kept by `file_is_stored`.
DROP TRIGGER append_only ON liban.stored_file;
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON liban.stored_file
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
CREATE TRIGGER removed_by_nobody BEFORE DELETE ON liban.stored_file
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_removal();

-- The only way to take a file back. The project's lock makes it and a command that names the file go one after the
-- other; a content that no project has any more goes too, and its bytes with the next sweep.
CREATE FUNCTION liban.withdraw_file(
    p_town integer, p_year integer, p_serial integer, p_sha256 bytea, p_person integer, p_at timestamptz)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
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
REVOKE ALL ON FUNCTION liban.withdraw_file FROM PUBLIC;
GRANT EXECUTE ON FUNCTION liban.withdraw_file TO liban_service;
GRANT SELECT ON liban.withdrawn_file TO liban_service;
