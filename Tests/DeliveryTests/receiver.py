"""A mail server and a program's address for tests: writes what arrives to FILE, one JSON object a line.

    receiver.py FILE    writes its ports and number, "HTTP SMTP PID", to FILE.ports and runs until it or who started it ends

The path of a webhook says how often it fails first: /fail/2 answers 503 twice for each key.
"""

import email
import email.policy
import http.server
import json
import os
import sys
import threading
import time
import warnings

path = sys.argv[1]
# Of its own, with no descriptor of the tests' process: an inherited end of a pipe would let another test, which waits
# for its own child to end, wait for this one.
starter = os.getppid()
if os.fork():
    os._exit(0)
os.closerange(3, 4096)
lock = threading.Lock()


def note(kind, **facts):
    with lock, open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps({"kind": kind, **facts}, ensure_ascii=False) + "\n")


class Webhook(http.server.BaseHTTPRequestHandler):
    failures = {}

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        key = self.headers["Idempotency-Key"]
        with lock:
            seen = self.failures.get(key, 0)
            self.failures[key] = seen + 1
        wanted = int(self.path.rsplit("/", 1)[-1]) if self.path.startswith("/fail/") else 0
        status = 503 if seen < wanted else 410 if self.path == "/gone" else 302 if self.path == "/moved" else 204
        note("webhook", key=key, status=status, body=body, path=self.path,
             timestamp=self.headers["Liban-Timestamp"], signature=self.headers["Liban-Signature"])
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/fail/0")
        self.end_headers()

    def log_message(self, *_):
        pass


def take(sender, recipients, data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = [
        {"type": part.get_content_type(), "name": part.get_filename(),
         "size": len(part.get_payload(decode=True)),
         "text": part.get_content() if part.get_content_maintype() == "text" else None}
        for part in message.walk() if not part.is_multipart()
    ]
    note("mail", sender=sender, recipients=list(recipients), subject=message["Subject"],
         id=message["Message-ID"], parts=parts)


def mail_server():
    """The port of a real mail server: aiosmtpd, or the one Python brought up to 3.11."""
    try:
        from aiosmtpd.controller import Controller

        class Handler:
            async def handle_DATA(self, _server, _session, envelope):
                take(envelope.mail_from, envelope.rcpt_tos, envelope.content)
                return "250 taken"

        controller = Controller(Handler(), hostname="127.0.0.1", port=0)
        controller.start()
        return controller.server.sockets[0].getsockname()[1]
    except ImportError:
        pass
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import asyncore
        import smtpd

    class Server(smtpd.SMTPServer):
        def process_message(self, _peer, mailfrom, rcpttos, data, **_):
            take(mailfrom, rcpttos, data)

    server = Server(("127.0.0.1", 0), None)
    threading.Thread(target=asyncore.loop, kwargs={"timeout": 0.1}, daemon=True).start()
    return server.socket.getsockname()[1]


web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Webhook)
threading.Thread(target=web.serve_forever, daemon=True).start()
with open(path + ".part", "w", encoding="ascii") as file:
    file.write(f"{web.server_address[1]} {mail_server()} {os.getpid()}")
# Renamed into place: whoever sees it sees all of it.
os.rename(path + ".part", path + ".ports")
while True:
    try:
        os.kill(starter, 0)
    except ProcessLookupError:
        break
    time.sleep(0.5)
