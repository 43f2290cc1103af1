"""How schemathesis sends what it has no serializer for: bytes as they are."""

import schemathesis

schemathesis.serializer.alias(["application/offset+octet-stream"], "application/octet-stream")
