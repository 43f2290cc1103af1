SELECT fingerprint, status, version, body FROM liban.request_key WHERE town = $1 AND person = $2 AND key = $3
