-- Contents in the order of their hashes, after $1.
SELECT encode(sha256, 'hex'), size_bytes, type, width, height, look, encode(screen_sha256, 'hex'),
    encode(thumb_sha256, 'hex')
FROM liban.stored_file WHERE sha256 > decode($1, 'hex') ORDER BY sha256 LIMIT $2
