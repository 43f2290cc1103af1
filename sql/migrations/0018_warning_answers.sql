-- Warnings are found when they are looked at; what is kept is what somebody answered to one, with the words it was in
-- then. Append only: an answer stays beside its warning.
CREATE TABLE liban.warning_answer (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    -- Its kind and what it points to: a warning that points to something more is another one.
    key text NOT NULL,
    words text NOT NULL,
    answer text NOT NULL,
    person integer NOT NULL,
    answered_at timestamptz NOT NULL,
    CONSTRAINT warning_answered_once PRIMARY KEY (town, year, serial, key),
    CONSTRAINT warning_answer_of_project FOREIGN KEY (town, year, serial)
        REFERENCES liban.project (town, year, serial),
    CONSTRAINT warning_answer_by_person FOREIGN KEY (town, person) REFERENCES liban.person (town, id),
    CONSTRAINT warning_answer_explained CHECK (btrim(answer) <> '')
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.warning_answer
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
GRANT SELECT, INSERT ON liban.warning_answer TO liban_service;

-- Who builds, over the units of a town. The body is text for its hash; reading it depends on nothing but itself.
CREATE FUNCTION liban.contractor_of(body text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT body::json ->> 'contractor' $$;
CREATE INDEX start_by_contractor ON liban.project_event (town, liban.contractor_of(body), effective_on)
    WHERE kind = 'startRecorded';
