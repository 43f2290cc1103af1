-- A deputy (代理) is a dated assignment that says whom it stands in for.
ALTER TABLE liban.assignment
    ADD COLUMN stands_in_for integer,
    ADD CONSTRAINT deputy_for_person FOREIGN KEY (town, stands_in_for) REFERENCES liban.person (town, id),
    ADD CONSTRAINT deputy_is_another CHECK (stands_in_for <> person),
    ADD CONSTRAINT deputy_is_dated CHECK (stands_in_for IS NULL OR to_on IS NOT NULL);
CREATE INDEX assignment_by_principal ON liban.assignment (town, stands_in_for) WHERE stands_in_for IS NOT NULL;

-- A handover can be withdrawn while it is not complete, and says how each side confirmed.
ALTER TABLE liban.handover
    ADD COLUMN from_basis text,
    ADD COLUMN to_basis text,
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_by integer,
    ADD COLUMN withdrawal_reason text,
    ADD CONSTRAINT handover_withdrawn_by_person FOREIGN KEY (town, withdrawn_by) REFERENCES liban.person (town, id),
    ADD CONSTRAINT handover_withdrawn_or_completed CHECK (withdrawn_at IS NULL OR completed_at IS NULL),
    ADD CONSTRAINT handover_withdrawal_explained CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)
        AND (withdrawn_at IS NULL OR btrim(withdrawal_reason) <> ''));
GRANT UPDATE (from_basis, to_basis, withdrawn_at, withdrawn_by, withdrawal_reason) ON liban.handover TO liban_service;

CREATE OR REPLACE VIEW liban.handover_record AS
SELECT h.town, h.number, h.unit, h.role, h.from_person, h.to_person, liban.day_number(h.first_day) AS first_day,
    liban.microseconds(h.from_confirmed_at) AS from_confirmed_at,
    liban.microseconds(h.to_confirmed_at) AS to_confirmed_at,
    coalesce((
        SELECT string_agg(concat_ws('-', p.town, p.year, p.serial), ' ' ORDER BY p.year, p.serial)
        FROM liban.handover_project p
        WHERE p.town = h.town AND p.handover = h.number), '') AS projects,
    h.from_basis, h.to_basis, liban.microseconds(h.withdrawn_at) AS withdrawn_at, h.withdrawal_reason
FROM liban.handover h;

-- "role,unit,area,from,to,stands in for;…"
CREATE OR REPLACE VIEW liban.person_record AS
SELECT p.town, p.id, p.name,
    coalesce((
        SELECT string_agg(
            concat_ws(',', a.role, coalesce(a.unit::text, ''), coalesce(a.area::text, ''), liban.day_number(a.from_on),
                coalesce(liban.day_number(a.to_on)::text, ''), coalesce(a.stands_in_for::text, '')), ';' ORDER BY a.id)
        FROM liban.assignment a
        WHERE a.town = p.town AND a.person = p.id), '') AS assignments
FROM liban.person p;
