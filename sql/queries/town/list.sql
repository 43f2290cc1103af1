SELECT id, name, county, number_prefix, programme, policy_version FROM liban.town ORDER BY id
