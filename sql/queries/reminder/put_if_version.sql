-- One reminder to the outbox, if nobody moved the project on and it was not put before. The row's lock keeps a
-- command that is being committed now from slipping in between. Says whether it was new.
WITH current AS (
    SELECT town, year, serial, version, area, unit FROM liban.project
    WHERE town = $1 AND year = $2 AND serial = $3 AND version = $4
    FOR SHARE
), fresh AS (
    INSERT INTO liban.reminder (town, year, serial, kind, basis, version)
    SELECT town, year, serial, $5, $6::date, version FROM current
    ON CONFLICT ON CONSTRAINT reminder_once DO NOTHING
    RETURNING kind
), put AS (
    INSERT INTO liban.outbox (town, year, serial, version, role, area, unit, subject)
    SELECT c.town, c.year, c.serial, c.version, $7, c.area, c.unit, f.kind FROM current c, fresh f
)
SELECT EXISTS (SELECT FROM fresh), liban.require_row((SELECT count(*) FROM current), 'project_version_is_current')
