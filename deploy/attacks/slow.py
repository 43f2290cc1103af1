#!/usr/bin/env python3
"""Slow and oversized clients against a running server: slow.py PORT PID.

Opens many connections that send heads, bodies or nothing one byte at a time, or read one byte at a time, while a quick
client from another address asks all along. Prints the server's memory before, at its peak and after, and how the quick client fared.
Exit 1 when a quick request failed or took longer than a second, or memory stayed above twice what it was.
"""
import http.client
import multiprocessing
import socket
import sys
import threading
import time

# Limits count by address; others have one of their own.
OTHERS = "127.0.0.2"
port, pid = int(sys.argv[1]), sys.argv[2]
SECONDS, MANY = 40, 150


def memory():
    """Resident megabytes of the server."""
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def connect():
    made = socket.create_connection(("127.0.0.1", port), timeout=5)
    made.settimeout(5)
    return made


def trickle(head, byte):
    """One client: says `head`, then a byte every two seconds until it is thrown out. Returns how long it stayed."""
    began = time.time()
    try:
        made = connect()
        made.sendall(head)
        while time.time() - began < SECONDS:
            time.sleep(2)
            made.sendall(byte)
            made.setblocking(False)
            try:
                if made.recv(4096) == b"":
                    break
            except BlockingIOError:
                pass
            made.setblocking(True)
    except OSError:
        pass
    return time.time() - began


def reader():
    """Asks for a long page again and again and reads almost nothing of it."""
    began = time.time()
    try:
        made = socket.socket()
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        made.connect(("127.0.0.1", port))
        made.sendall(b"GET /sign-in HTTP/1.1\r\nHost: x\r\n\r\n" * 2000)
        while time.time() - began < SECONDS:
            time.sleep(2)
            if made.recv(1) == b"":
                break
    except OSError:
        pass
    return time.time() - began


def oversized():
    """Announces and sends 64 MB where 256 KiB are allowed."""
    try:
        made = connect()
        made.sendall(b"POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                     b"Content-Length: 67108864\r\n\r\n")
        block = b"x" * 65536
        for _ in range(1024):
            made.sendall(block)
        return made.recv(64)
    except OSError as error:
        return str(error).encode()


KINDS = {
    "slow heads": lambda: trickle(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: ", b"a"),
    "slow bodies": lambda: trickle(b"POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                   b"Content-Length: 100000\r\n\r\n{", b" "),
    "silence": lambda: trickle(b"", b""),
    "slow readers": reader,
    "oversized bodies": lambda: oversized() and 0.0,
}


def crowd(kind, many, stays):
    """Many clients at once, in a process of their own: the quick client's times are the server's, not Python's."""
    stayed = []
    threads = [threading.Thread(target=lambda: stayed.append(KINDS[kind]())) for _ in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stays.put(max(stayed))


failed = False
before = memory()
print(f"memory before: {before:.1f} MB")
for name in KINDS:
    many = MANY if name != "oversized bodies" else 20
    stays, times, errors, peak = multiprocessing.Queue(), [], 0, memory()
    attackers = multiprocessing.Process(target=crowd, args=(name, many, stays))
    attackers.start()
    while attackers.is_alive():
        began = time.time()
        try:
            asking = http.client.HTTPConnection("127.0.0.1", port, timeout=5, source_address=(OTHERS, 0))
            asking.request("GET", "/sign-in")
            answer = asking.getresponse()
            answer.read()
            asking.close()
            if answer.status == 200:
                times.append(time.time() - began)
            else:
                errors += 1
        except OSError:
            errors += 1
        peak = max(peak, memory())
        time.sleep(0.2)
    longest = stays.get()
    times.sort()
    worst = times[-1] if times else 9.9
    print(f"{name}: {many} clients, longest stay {longest:.0f} s; others: {len(times)} answered, {errors} failed, "
          f"median {times[len(times) // 2] * 1000 if times else 0:.0f} ms, worst {worst * 1000:.0f} ms; "
          f"memory at most {peak:.1f} MB")
    failed = failed or errors > 0 or worst > 1 or (name != "slow readers" and longest > SECONDS - 2)
time.sleep(3)
after = memory()
print(f"memory after: {after:.1f} MB")
sys.exit(1 if failed or after > 2 * before + 32 else 0)
