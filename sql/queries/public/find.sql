SELECT p.fold, p.town_name, p.area_name, p.unit_name, p.number, p.number_prefix, p.programme, p.policy_version
FROM liban.published_project p
WHERE p.town = $1 AND p.year = $2 AND p.serial = $3
