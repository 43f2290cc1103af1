SELECT body FROM liban.policy ORDER BY programme, version
