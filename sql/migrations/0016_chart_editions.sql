-- Printed editions (版) of a town's chart: what was on paper, whole, so that the same sheet can be made again. Append
-- only.
CREATE TABLE liban.chart_edition (
    town integer NOT NULL,
    -- The year of the projects' keys.
    year integer NOT NULL,
    -- 1, 2, 3 … of the town's year, without gaps.
    number integer NOT NULL,
    -- The minute the edition stands for (数据截至).
    as_of timestamptz NOT NULL,
    -- The report as it was drawn, coded; its hash is printed nowhere and tells a later change.
    report text NOT NULL,
    report_hash bytea NOT NULL,
    -- What the next edition compares itself with.
    digest text NOT NULL,
    -- The town's map of that day, where it had one.
    map integer,
    printed_at timestamptz NOT NULL,
    previous_number integer GENERATED ALWAYS AS (nullif(number - 1, 0)) STORED,
    CONSTRAINT edition_once PRIMARY KEY (town, year, number),
    CONSTRAINT edition_minute_once UNIQUE (town, year, as_of),
    CONSTRAINT edition_of_town FOREIGN KEY (town) REFERENCES liban.town (id),
    CONSTRAINT edition_follows_previous FOREIGN KEY (town, year, previous_number)
        REFERENCES liban.chart_edition (town, year, number),
    CONSTRAINT edition_counted CHECK (number > 0),
    CONSTRAINT edition_hash_whole CHECK (octet_length(report_hash) = 32),
    CONSTRAINT edition_to_the_minute CHECK (date_trunc('minute', as_of, 'UTC') = as_of)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.chart_edition
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- Base pictures of a town with the places of its units; the newest one counts. Append only.
CREATE TABLE liban.town_map (
    town integer NOT NULL,
    number integer NOT NULL,
    -- PNG or JPEG, as it was given.
    picture bytea NOT NULL,
    -- Units with their places in thousandths of the picture's width and height, as JSON.
    positions text NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT town_map_once PRIMARY KEY (town, number),
    CONSTRAINT town_map_of_town FOREIGN KEY (town) REFERENCES liban.town (id),
    -- 8 MiB: a scanned map at 300 dpi as JPEG.
    CONSTRAINT town_map_sized CHECK (octet_length(picture) BETWEEN 1 AND 8388608)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.town_map
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();
ALTER TABLE liban.chart_edition ADD CONSTRAINT edition_with_map
    FOREIGN KEY (town, map) REFERENCES liban.town_map (town, number);

GRANT SELECT, INSERT ON liban.chart_edition, liban.town_map TO liban_service;
