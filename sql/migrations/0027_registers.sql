-- What is kept beside projects: meetings (议事会), spot checks (抽查), cases (典型案例). The row is the newest version.
CREATE TABLE liban.register_entry (
    town integer NOT NULL CONSTRAINT register_entry_of_town REFERENCES liban.town (id),
    register text NOT NULL,
    id integer NOT NULL,
    version integer NOT NULL,
    -- The unit it is of; nothing for the whole town.
    unit integer,
    held_on date NOT NULL,
    title text NOT NULL,
    body json NOT NULL,
    -- Of spot checks alone.
    has_problem boolean,
    rectify_by date,
    rechecked_on date,
    recheck_passed boolean,
    person integer NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT register_entry_once PRIMARY KEY (town, register, id),
    CONSTRAINT register_entry_of_unit FOREIGN KEY (town, unit) REFERENCES liban.unit (town, id),
    CONSTRAINT register_known CHECK (register IN ('meeting', 'spotCheck', 'case')),
    CONSTRAINT register_entry_counted CHECK (id > 0 AND version > 0),
    CONSTRAINT register_entry_titled CHECK (btrim(title) <> ''),
    CONSTRAINT register_day_not_future CHECK (held_on <= liban.civil_day(changed_at)),
    CONSTRAINT spot_check_judged CHECK ((register = 'spotCheck') = (has_problem IS NOT NULL)),
    CONSTRAINT problem_has_day CHECK (has_problem IS NOT TRUE OR coalesce(rectify_by >= held_on, false)),
    CONSTRAINT recheck_of_problem CHECK (rechecked_on IS NULL OR (coalesce(has_problem, false)
        AND rechecked_on >= held_on AND rechecked_on <= liban.civil_day(changed_at))),
    CONSTRAINT recheck_judged CHECK ((rechecked_on IS NULL) = (recheck_passed IS NULL))
);
CREATE INDEX register_entry_by_unit ON liban.register_entry (town, register, unit, id);

CREATE TABLE liban.register_counter (
    town integer NOT NULL CONSTRAINT register_counter_of_town REFERENCES liban.town (id),
    register text NOT NULL,
    last_id integer NOT NULL,
    CONSTRAINT register_counter_once PRIMARY KEY (town, register)
);

-- The projects an entry is about. Follows the newest version.
CREATE TABLE liban.register_project (
    town integer NOT NULL,
    register text NOT NULL,
    id integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    CONSTRAINT register_project_once PRIMARY KEY (town, register, id, year, serial),
    CONSTRAINT register_project_of_entry FOREIGN KEY (town, register, id)
        REFERENCES liban.register_entry (town, register, id),
    CONSTRAINT register_project_exists FOREIGN KEY (town, year, serial)
        REFERENCES liban.project (town, year, serial)
);
CREATE INDEX register_project_by_project ON liban.register_project (town, year, serial, register, id);

-- Every version as it was. Append only.
CREATE TABLE liban.register_version (
    town integer NOT NULL,
    register text NOT NULL,
    id integer NOT NULL,
    version integer NOT NULL,
    body json NOT NULL,
    person integer NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT register_version_once PRIMARY KEY (town, register, id, version),
    CONSTRAINT register_version_of_entry FOREIGN KEY (town, register, id)
        REFERENCES liban.register_entry (town, register, id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.register_version
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

GRANT SELECT, INSERT ON liban.register_entry, liban.register_counter, liban.register_project, liban.register_version
    TO liban_service;
GRANT UPDATE ON liban.register_entry, liban.register_counter TO liban_service;
GRANT DELETE ON liban.register_project TO liban_service;
