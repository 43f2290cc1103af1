-- A programme's rules as data. A version never changes: projects keep the one they were submitted under.
CREATE TABLE liban.policy (
    programme text NOT NULL,
    version integer NOT NULL,
    body json NOT NULL,
    CONSTRAINT policy_once PRIMARY KEY (programme, version),
    CONSTRAINT policy_version_counted CHECK (version > 0)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.policy
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- New submissions of a town follow the version it names.
ALTER TABLE liban.town ADD CONSTRAINT active_policy_known
    FOREIGN KEY (programme, policy_version) REFERENCES liban.policy (programme, version);

-- Only the days that differ from Monday–Friday.
CREATE TABLE liban.calendar_day (
    day date NOT NULL,
    is_working boolean NOT NULL,
    name text NOT NULL,
    CONSTRAINT calendar_day_once PRIMARY KEY (day)
);
