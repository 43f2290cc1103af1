-- What a project is found by: title, place, number and unit in characters, in full pinyin and in initials. Beside the
-- project and not in it, so that a change of state does not write the index anew.
CREATE TABLE liban.project_search (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    key text NOT NULL,
    -- Every character and every pair of neighbours of the key, each behind its town: "1:路灯".
    grams text[] NOT NULL,
    CONSTRAINT project_search_once PRIMARY KEY (town, year, serial),
    CONSTRAINT project_search_of_project FOREIGN KEY (town, year, serial)
        REFERENCES liban.project (town, year, serial)
);
CREATE INDEX project_search_by_gram ON liban.project_search USING gin (grams);
CREATE INDEX project_by_category ON liban.project
    (town, category, (coalesce(due_on, 'infinity'::date)), year, serial);
GRANT SELECT, INSERT ON liban.project_search TO liban_service;
GRANT UPDATE (key, grams) ON liban.project_search TO liban_service;
