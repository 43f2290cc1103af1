SELECT * FROM liban.handover_record WHERE town = $1 ORDER BY number
