SELECT * FROM liban.handover_record WHERE town = $1 AND number = $2
