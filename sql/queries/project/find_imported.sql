SELECT imported_number, year, serial FROM liban.project WHERE town = $1 AND imported_number = ANY ($2::text[])
