-- Files by what is in them. The bytes lie outside the database; what was sent is known by its SHA-256. Append only.
CREATE TABLE liban.stored_file (
    sha256 bytea NOT NULL,
    size_bytes integer NOT NULL,
    type text NOT NULL,
    width integer,
    height integer,
    -- The picture's difference hash, 64 bits.
    look bigint,
    -- The served copies of a photo.
    screen_sha256 bytea,
    thumb_sha256 bytea,
    stored_at timestamptz NOT NULL,
    CONSTRAINT stored_file_once PRIMARY KEY (sha256),
    CONSTRAINT file_hash_whole CHECK (octet_length(sha256) = 32),
    CONSTRAINT file_size_limited CHECK (size_bytes BETWEEN 1 AND 20971520),
    CONSTRAINT file_type_known CHECK (type IN ('jpeg', 'png', 'webp', 'pdf')),
    CONSTRAINT photo_described CHECK (num_nulls(width, height, look, screen_sha256, thumb_sha256)
        = CASE type WHEN 'pdf' THEN 5 ELSE 0 END),
    CONSTRAINT photo_pixels_limited CHECK (width::bigint * height <= 50000000)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.stored_file
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- Which project a file belongs to, as what, and who sent it. Append only.
CREATE TABLE liban.project_file (
    town integer NOT NULL,
    year integer NOT NULL,
    serial integer NOT NULL,
    sha256 bytea NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    person integer NOT NULL,
    added_at timestamptz NOT NULL,
    -- Slices of the picture's hash (PhotoLook): an index over them finds what looks alike. Empty for papers.
    look_slices integer[] NOT NULL,
    CONSTRAINT project_file_once PRIMARY KEY (town, year, serial, sha256),
    CONSTRAINT file_of_project FOREIGN KEY (town, year, serial) REFERENCES liban.project (town, year, serial),
    CONSTRAINT file_is_stored FOREIGN KEY (sha256) REFERENCES liban.stored_file (sha256),
    CONSTRAINT file_kind_known CHECK (kind IN ('minutes', 'budgetSheet', 'quotation', 'contract', 'beforePhoto',
        'duringPhoto', 'afterPhoto', 'invoice', 'noticeProof', 'acceptanceForm', 'satisfactionForm', 'other')),
    CONSTRAINT file_named CHECK (length(name) BETWEEN 1 AND 200)
);
CREATE INDEX project_file_by_content ON liban.project_file (sha256);
CREATE INDEX project_file_by_look ON liban.project_file USING gin (look_slices);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON liban.project_file
    FOR EACH STATEMENT EXECUTE FUNCTION liban.refuse_change();

-- A file with what is known of its content, as lists show it.
CREATE VIEW liban.project_file_record AS
SELECT f.town, f.year, f.serial, encode(f.sha256, 'hex') AS sha256, s.size_bytes, s.type, s.width, s.height, s.look,
    encode(s.screen_sha256, 'hex') AS screen_sha256, encode(s.thumb_sha256, 'hex') AS thumb_sha256, f.kind, f.name,
    f.person, liban.microseconds(f.added_at) AS added_at, f.sha256 AS key
FROM liban.project_file f
JOIN liban.stored_file s ON s.sha256 = f.sha256;

GRANT SELECT, INSERT ON liban.stored_file, liban.project_file TO liban_service;
GRANT SELECT ON liban.project_file_record TO liban_service;
