SELECT liban.require_row(liban.withdraw_file($1, $2, $3, decode($4, 'hex'), $5, $6), 'file_of_uploader')
