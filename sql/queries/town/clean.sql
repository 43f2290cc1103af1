SELECT liban.clean($1::timestamptz, $2::timestamptz)
