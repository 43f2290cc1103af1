"""Sign-in through a real outside provider, Debian's glewlwyd: outside_sign_in.py PROGRAM PORT SCRATCH.

Sets a provider up with an RSA key, a client and a person; serves a demo town that knows it; and lets a browser's requests
run through both: refused until an administrator links the identity, then in; refused where the answer is used twice or
brought by another browser; refused while the provider signs with a key that has not been read yet, and in again once its
new key set has been. Exit 1 at the first thing that is otherwise.
"""
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

liban, port, scratch = sys.argv[1], int(sys.argv[2]), sys.argv[3]
provider_port = port + 1
base, provider = f"http://localhost:{port}", f"http://localhost:{provider_port}"
issuer = provider + "/api/oidc"
running = []


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


class Browser:
    """Cookies by server. The library's own jar does not send those for `localhost` back to it."""

    def __init__(self):
        self.cookies = {}
        self.opener = urllib.request.build_opener(Stay)

    def ask(self, address, data=None, method=None, headers=None):
        place = urllib.parse.urlsplit(address).netloc
        body = json.dumps(data).encode() if data is not None else None
        request = urllib.request.Request(address, body, {"Content-Type": "application/json", **(headers or {})}, method=method)
        kept = self.cookies.setdefault(place, {})
        if kept:
            request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in kept.items()))
        try:
            answer = self.opener.open(request, timeout=10)
        except urllib.error.HTTPError as error:
            answer = error
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            kept[name] = value
        return answer.status, dict(answer.headers), answer.read().decode(errors="replace")


def expect(what, found, wanted):
    ok = found == wanted
    print(f"outside {what}: {found}" + ("" if ok else f", expected {wanted}"), flush=True)
    if not ok:
        raise SystemExit(1)


def key(name):
    path = f"{scratch}/{name}.pem"
    subprocess.run(["openssl", "genrsa", "-out", path, "2048"], check=True, capture_output=True)
    public = subprocess.run(["openssl", "rsa", "-in", path, "-pubout"], check=True, capture_output=True).stdout.decode()
    return open(path).read(), public


def plugin(pair):
    private, public = pair
    return {"module": "oidc", "name": "oidc", "display_name": "oidc", "parameters": {
        "iss": issuer, "subject-type": "public", "jwt-type": "rsa", "jwt-key-size": "256", "key": private, "cert": public,
        "access-token-duration": 3600, "refresh-token-duration": 3600, "code-duration": 600, "refresh-token-rolling": True,
        "refresh-token-one-use": "never", "allow-non-oidc": False, "auth-type-code-enabled": True,
        "auth-type-token-enabled": False, "auth-type-id-token-enabled": True, "auth-type-none-enabled": False,
        "auth-type-password-enabled": False, "auth-type-client-enabled": False, "auth-type-device-enabled": False,
        "auth-type-refresh-enabled": True, "auth-type-code-revoke-replayed": True, "scope": [],
        "additional-parameters": [], "claims": [], "claims-in-id-token": False, "jwks-show": True, "jwks-x5c": [],
        "pkce-allowed": True, "pkce-method-plain-allowed": False, "pkce-required": True,
        "request-parameter-allow": False, "session-management-allowed": False, "oauth-rar-allowed": False}}


def serve_provider():
    settings = f'''
port={provider_port}
bind_address="127.0.0.1"
external_url="{provider}"
login_url="login.html"
api_prefix="api"
static_files_path="/usr/share/glewlwyd/webapp/"
log_mode="file"
log_level="WARNING"
log_file="{scratch}/glewlwyd.log"
cookie_domain="localhost"
cookie_secure=0
session_key="GLEWLWYD2_SESSION_ID"
session_expiration=3600
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
user_middleware_module_path="{scratch}/none"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
hash_algorithm="SHA512"
database = {{ type = "sqlite3"; path = "{scratch}/glewlwyd.db"; }};
'''
    os.makedirs(f"{scratch}/none")
    open(f"{scratch}/glewlwyd.conf", "w").write(settings)
    database = sqlite3.connect(f"{scratch}/glewlwyd.db")
    database.executescript(open("/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3").read())
    database.close()
    running.append(subprocess.Popen(["glewlwyd", "-c", f"{scratch}/glewlwyd.conf"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    until(provider + "/config")


def until(address):
    for _ in range(150):
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"outside: {address} does not answer")


def through(person, carrier=None):
    """The whole way of a browser: our server, the provider, our server. The last answer, and the address it is of."""
    status, headers, _ = person.ask(base + "/sign-in/outside")
    expect("leads to the provider", (status, headers.get("Location", "").startswith(issuer + "/auth?")), (303, True))
    status, headers, _ = person.ask(headers["Location"] + "&g_continue")
    place = headers.get("Location", "")
    expect("comes back with a code",
           (status, "code=" in place, place.startswith(base + "/sign-in/outside/callback")), (302, True, True))
    return (carrier or person).ask(place) + (place,)


def run():
    serve_provider()
    admin = Browser()
    expect("the provider's administrator", admin.ask(provider + "/api/auth/", {"username": "admin", "password": "password"})[0], 200)
    expect("its plugin", admin.ask(provider + "/api/mod/plugin/", plugin(key("one")))[0], 200)
    expect("its client", admin.ask(provider + "/api/client/?source=database", {
        "client_id": "liban", "name": "Liban", "confidential": True, "client_secret": "a-secret-of-this-run", "password": "a-secret-of-this-run",
        "redirect_uri": [base + "/sign-in/outside/callback"], "authorization_type": ["code"], "enabled": True,
        "token_endpoint_auth_method": ["client_secret_basic"], "scope": ["openid"]})[0], 200)
    expect("its person", admin.ask(provider + "/api/user/?source=database", {
        "username": "zhang", "password": "a-password-of-zhang", "name": "Zhang", "enabled": True, "scope": ["openid"]})[0], 200)

    subprocess.run([liban, "demo", "--data-dir", f"{scratch}/data"], check=True, capture_output=True)
    open(f"{scratch}/secret", "w").write("a-secret-of-this-run\n")
    environment = {**os.environ, "LIBAN_OIDC_ISSUER": issuer, "LIBAN_OIDC_CLIENT_ID": "liban",
                   "LIBAN_OIDC_CLIENT_SECRET_FILE": f"{scratch}/secret", "LIBAN_OIDC_NAME": "glewlwyd"}
    running.append(subprocess.Popen([liban, "serve", "--data-dir", f"{scratch}/data", "--port", str(port), "--public-url", base],
                                    env=environment, stdout=subprocess.DEVNULL, stderr=open(f"{scratch}/liban.log", "w")))
    until(base + "/healthz")

    zhang = Browser()
    expect("signs in there", zhang.ask(provider + "/api/auth/", {"username": "zhang", "password": "a-password-of-zhang"})[0], 200)
    expect("agrees there", zhang.ask(provider + "/api/auth/grant/liban", {"scope": "openid"}, "PUT")[0], 200)
    status, _, page, _ = through(zhang)
    expect("not linked is refused", status, 403)
    subject = re.search(r"标识：([^<]+)<", page).group(1)

    _, _, body = Browser().ask(base + "/api/v1/sessions", {"login": "security", "password": "liban-demo"})
    bearer = {"Authorization": "Bearer " + json.loads(body)["token"]}
    accounts = json.loads(Browser().ask(base + "/api/v1/accounts", headers=bearer)[2])["items"]
    clerk = next(item["person"]["id"] for item in accounts if item["login"] == "clerk")
    expect("an administrator links", Browser().ask(f"{base}/api/v1/accounts/{clerk}/identity", {"subject": subject}, headers=bearer)[0], 200)
    status, headers, _, used = through(zhang)
    expect("linked is in", (status, headers.get("Location")), (303, "/"))
    current = json.loads(zhang.ask(base + "/api/v1/sessions/current")[2])
    expect("as the clerk", current["person"]["id"], clerk)

    expect("the same answer again is refused", zhang.ask(used)[0], 403)
    expect("an answer in another browser is refused", through(zhang, Browser())[0], 403)

    expect("the provider changes its key", admin.ask(provider + "/api/mod/plugin/oidc", plugin(key("two")), "PUT")[0], 200)
    admin.ask(provider + "/api/mod/plugin/oidc/reset", method="PUT")
    changed = time.time()
    expect("a key that is not read yet is refused", through(zhang)[0], 502)
    # The key set is read at most every half minute, whatever key a token names.
    time.sleep(31)
    status, headers, _, _ = through(zhang)
    expect("with the new key it is in again", (status, headers.get("Location")), (303, "/"))
    print(f"outside new key in use {time.time() - changed:.0f} s after the change")


try:
    run()
finally:
    for process in reversed(running):
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
