#!/usr/bin/env python3
"""sqlmap on every parameter of every operation the server describes: sqlmap.py BASE SCRATCH [PART OF A NAME].

Targets are made from /openapi.json: parts of the path, the query and every text of a body, each operation as a role
that may call it. Prints a line a target; exit 1 when one gave way or did not finish.
SQLMAP_LEVEL (2) and SQLMAP_SECONDS (240, for one target) say how hard it tries.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.request

base, scratch = sys.argv[1], pathlib.Path(sys.argv[2])
wanted = sys.argv[3] if len(sys.argv) > 3 else ""
LOGINS = {
    "secretary": "secretary1", "guidanceOfficer": "officer1", "clerk": "clerk", "director": "director",
    "leader": "leader", "finance": "finance", "panelMember": "panel1", "auditor": "auditor", "admin": "admin",
    "securityAdmin": "security", "auditAdmin": "audit",
}
# What takes nothing but would end the attackers' own sessions.
LEFT_OUT = ("delete_sessions_current", "post_account_sessions_end")
# Writes need a key of their own each time, or they never get as far as the database; `*` means any version.
FRESH = """import uuid
from lib.core.enums import PRIORITY
__priority__ = PRIORITY.LOWEST
def dependencies():
    pass
def tamper(payload, **kwargs):
    kwargs.get("headers", {}).update({"Idempotency-Key": uuid.uuid4().hex, "If-Match": "*"})
    return payload
"""


def ask(path, body=None, token=None):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    data = json.dumps(body).encode() if body else None
    return json.load(urllib.request.urlopen(urllib.request.Request(base + path, data, headers)))


def sign_in(login):
    return ask("/api/v1/sessions", {"login": login, "password": "liban-demo"})["token"]


def sample(schema):
    """A value the server takes, as text."""
    schema = next((one for one in schema.get("anyOf", []) if one.get("type") != "null"), schema)
    if "enum" in schema:
        return str(schema["enum"][0])
    if schema.get("type") == "integer":
        return str(max(1, schema.get("minimum", 1)))
    pattern = schema.get("pattern", "")
    if pattern.startswith("^(19|2"):
        return "2026-01-01"
    # A list of members or states begins with the first of them.
    listed = re.match(r"\^\(([A-Za-z]+)[|)]", pattern)
    return listed.group(1) if listed else "x"


def marked(value):
    """A body with a star, which marks what is attacked, at the end of each text."""
    if isinstance(value, dict):
        return {key: marked(one) for key, one in value.items()}
    if isinstance(value, list):
        return [marked(one) for one in value]
    return value + "*" if isinstance(value, str) else value


def target(path, method, operation, project):
    """Name, login, method, address and body, each attacked place marked; nil without such a place."""
    address, query = path, []
    for one in operation.get("parameters", []):
        if one["in"] == "path":
            value = project if one["name"] == "id" and "/projects/" in path else sample(one["schema"])
            address = address.replace("{" + one["name"] + "}", value + "*")
        elif one["in"] == "query":
            # A stream of changes that ends at once.
            value = "0" if one["name"] == "seconds" else sample(one["schema"])
            query.append(f"{one['name']}={value}*")
    content = operation.get("requestBody", {}).get("content", {})
    body = marked(content.get("application/json", {}).get("example"))
    roles = re.search(r"For: ([A-Za-z]+)", operation["description"])
    login = LOGINS.get(roles.group(1)) if roles else "director"
    address += "?" + "&".join(query) if query else ""
    return (operation["operationId"], login, method.upper(), address, body)


def targets():
    document = ask("/openapi.json")
    project = ask("/api/v1/projects?limit=1", token=sign_in("director"))["items"][0]["id"]
    made = [
        target(path, method, operation, project)
        for path, operations in document["paths"].items() for method, operation in operations.items()
        if operation["operationId"] not in LEFT_OUT]
    made += [("page_sign_in", None, "GET", "/sign-in?done=x*", None), ("bearer", "*", "GET", "/api/v1/projects", None)]
    # Reading first: writes change what the others meet, those about accounts most.
    made.sort(key=lambda one: (one[2] != "GET", "account" in one[3], "accounts" in one[3]))
    return [one for one in made if wanted in one[0] and ("*" in one[3] or "*" in json.dumps(one[4]) or one[1] == "*")]


def token(login):
    return "x*" if login == "*" else login and sign_in(login)


def attack(one, token):
    name, _, method, address, body = one
    command = [
        "sqlmap", "--batch", "--disable-coloring", "--flush-session", "--output-dir", str(scratch / name),
        "--dbms", "PostgreSQL", "--level", os.environ.get("SQLMAP_LEVEL", "2"), "--risk", "2", "--technique", "BEUST",
        # Refusals are answers too, so no code ends the run.
        "--time-sec", "2", "--ignore-code", "*", "--skip-urlencode", "--answers", "follow=N,redirect=N",
        "--method", method, "-u", base + address]
    headers = [f"Authorization: Bearer {token}"] if token else []
    if method != "GET":
        command += ["--tamper", str(scratch / "fresh.py")]
        headers += ["Idempotency-Key: the-first-of-many", 'If-Match: "1"']
    if body is not None:
        # In ASCII: a full-width comma on its command line makes sqlmap give up.
        command += ["--data", json.dumps(body)]
        headers.append("Content-Type: application/json")
    if headers:
        command += ["--headers", "\\n".join(headers)]
    try:
        seconds = int(os.environ.get("SQLMAP_SECONDS", "240"))
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds)
        said = done.stdout
    except subprocess.TimeoutExpired as late:
        said = (late.stdout or b"").decode() + "\n(time was up)"
    (scratch / f"{name}.log").write_text(said)
    if re.search(r"is vulnerable|identified the following injection", said):
        return name, "INJECTABLE"
    finished = re.search(r"do not appear to be injectable|does not seem to be injectable|not injectable", said)
    return name, "nothing" if finished and "(time was up)" not in said else "did not finish"


scratch.mkdir(parents=True, exist_ok=True)
(scratch / "fresh.py").write_text(FRESH)
(scratch / "__init__.py").write_text("")
failed = 0
attacked = targets()
# A session each, all before the first guess at a password: after some wrong ones nobody signs in from here for a while.
tokens = [token(one[1]) for one in attacked]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    for name, came in pool.map(attack, attacked, tokens):
        failed += came != "nothing"
        print(f"sqlmap {name}: {came}", flush=True)
sys.exit(1 if failed else 0)
