"""A demo town on a server of its own, for one run of the tests."""

import atexit
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request

PASSWORD = "liban-demo"


class Town:
    """`liban demo` and `liban serve` in a throwaway directory."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="liban-browser-")
        # The private cluster runs as another user and has to reach its data.
        os.chmod(self.folder, 0o755)
        data = os.path.join(self.folder, "data")
        # One machine plays everybody here, faster than they are.
        environment = {**os.environ, "LIBAN_DATA_DIR": data, "LIBAN_RATE_LIMIT": "off"}
        environment.pop("LIBAN_DATABASE_URL", None)
        liban = os.environ["LIBAN"]
        subprocess.run([liban, "demo"], env=environment, check=True, stdout=subprocess.DEVNULL, timeout=300)
        self.process = subprocess.Popen(
            [liban, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, text=True)
        atexit.register(self.stop)
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            raise RuntimeError(f"liban serve said: {line!r}")
        self.url = found.group(0)
        # Whatever it says later must not fill the pipe.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def program(self, login):
        return Program(self.url, login)


class Program:
    """Somebody's own program on the API: to find out what the pages did."""

    def __init__(self, url, login):
        self.url = url
        answer = self.ask("POST", "/api/v1/sessions", {"login": login, "password": PASSWORD})
        self.token = answer["token"]

    token = None

    def ask(self, method, path, body=None, headers=None):
        request = urllib.request.Request(
            self.url + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json", **(headers or {})})
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read().decode()}") from error

    def get(self, path):
        return self.ask("GET", path)

    def command(self, project, name, body=None):
        version = self.get(f"/api/v1/projects/{project}")["version"]
        return self.ask(
            "POST", f"/api/v1/projects/{project}/commands/{name}", body or {},
            {"If-Match": f'"{version}"', "Idempotency-Key": os.urandom(12).hex()})

    def titled(self, title):
        """Every project with this title."""
        found, cursor = [], ""
        while True:
            page = self.get("/api/v1/projects?limit=100" + cursor)
            found += [item for item in page["items"] if item["title"] == title]
            if not page.get("next"):
                return found
            cursor = f"&cursor={page['next']}"


class Wire:
    """A network between browser and server that can lose answers after the server has acted."""

    def __init__(self, url):
        host, port = url.split("//")[1].split(":")
        self.target = (host, int(port))
        self.cut = False
        self.lost = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        try:
            with client, socket.create_connection(self.target) as server:
                losing = threading.Event()
                up = threading.Thread(target=self.upwards, args=(client, server, losing), daemon=True)
                up.start()
                while data := server.recv(65536):
                    if losing.is_set():
                        self.lost += 1
                        client.shutdown(socket.SHUT_RDWR)
                        return
                    client.sendall(data)
        except OSError:
            # Either side hung up; so does the wire.
            return

    def upwards(self, client, server, losing):
        try:
            while data := client.recv(65536):
                if self.cut:
                    losing.set()
                server.sendall(data)
            server.shutdown(socket.SHUT_WR)
        except OSError:
            return


_town = None


def town():
    """The one town of this run."""
    global _town
    if _town is None:
        _town = Town()
    return _town
