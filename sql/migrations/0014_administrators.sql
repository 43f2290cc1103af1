-- The three administrators (system, security, audit) exclude each other and every other office.
ALTER TABLE liban.assignment DROP CONSTRAINT role_known;
ALTER TABLE liban.assignment ADD CONSTRAINT role_known CHECK (role IN ('secretary', 'guidanceOfficer', 'clerk',
    'director', 'leader', 'finance', 'panelMember', 'auditor', 'admin', 'securityAdmin', 'auditAdmin'));
-- Two rows of one person at the same time collide when one of them is an administrator's: its range covers every
-- number, while other offices cover only their own. Ranges stand in for equality, which GiST has for them alone.
ALTER TABLE liban.assignment ADD CONSTRAINT administrators_separate EXCLUDE USING gist (
    int4range(town, town, '[]') WITH &&,
    int4range(person, person, '[]') WITH &&,
    daterange(from_on, to_on, '[]') WITH &&,
    (CASE WHEN role IN ('admin', 'securityAdmin', 'auditAdmin') THEN int4range(NULL, NULL)
        ELSE int4range(id, id, '[]') END) WITH &&);
