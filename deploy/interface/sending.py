"""What schemathesis has to be told: days are of the years there are, and bytes are sent as they are."""

import datetime

import schemathesis
from hypothesis import strategies

schemathesis.serializer.alias(["application/offset+octet-stream"], "application/octet-stream")
schemathesis.openapi.format(
    "date", strategies.dates(datetime.date(1900, 1, 1), datetime.date(2999, 12, 31)).map(str))
