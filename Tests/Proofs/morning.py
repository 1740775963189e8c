"""Eight o'clock: everybody's digest is due at once. How long it takes to reach those online, what it
costs the server, and how long those wait who ask for something meanwhile.

The crowd logs in with passwords of its own, kept in the store under the smallest cost of scrypt that the
format has: what is measured begins after the logins. Crowd, probers and server share the cores."""
import base64
import datetime
import hashlib
import json
import multiprocessing
import os
import resource
import selectors
import socket
import sqlite3
import ssl
import statistics
import subprocess
import sys
import time

from office import PASSWORD, PROGRAM, ROOT, Office, run

DUTIES = 10
UNIT = 50
# Logins under way at the same time.
WAVE = 64
PROBERS = ("reader", "writer")


def plan(office, organization, name, number):
    """The commune's plan as one of many of another organization."""
    with open(f"{ROOT}/deploy/campaigns/duong-hoa-2022.yaml", encoding="utf-8") as file:
        lines = file.read().split("\n")
    text = "\n".join(
        line.replace("id: duong-hoa-2022", f"id: {organization}-{number}")
        .replace("id: duong-hoa", f"id: {organization}").replace("xã Dương Hòa", name)
        .replace("title: Thi đua năm 2022", f"title: Đợt thi đua {number}")
        for line in lines if not line.startswith("  - phong trào thi đua năm")
        and not line.startswith("  - thi đua ") and not line.startswith("  - kế hoạch")
        and line != "aliases:")
    path = os.path.join(office.folder, f"{organization}-{number}.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    office.load(path)


def people(office, organization, rows):
    path = os.path.join(office.folder, f"{organization}.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("name,unit,role\n")
        file.writelines(",".join(row) + "\n" for row in rows)
    office.people(organization, path)


def cheap_hash():
    salt = os.urandom(16)
    key = hashlib.scrypt(PASSWORD.encode(), salt=salt, n=2, r=1, p=1, dklen=32)
    salt, key = (base64.b64encode(one).decode().rstrip("=") for one in (salt, key))
    return f"$scrypt$ln=1,r=1,p=1${salt}${key}"


def accounts(office, online):
    store, password = sqlite3.connect(office.store), cheap_hash()
    crowd = [number for (number,) in store.execute(
        "SELECT id FROM person WHERE organization = 'dong' AND role <> 'secretary'"
        " ORDER BY id LIMIT ?", (online,))]
    probers = [number for (number,) in store.execute(
        "SELECT id FROM person WHERE organization = 'tham-do' ORDER BY id")]
    store.executemany(
        "INSERT INTO account (username, person, password, locked, created_at)"
        " VALUES (?, ?, ?, 0, 0)",
        [(f"n{index}", number, password) for index, number in enumerate(crowd)]
        + [(user, number, password) for user, number in zip(PROBERS, probers)])
    store.commit()
    store.close()


class Person:
    """One connection of the crowd: logs in, then waits."""

    def __init__(self, context, port, user):
        self.socket = context.wrap_socket(socket.socket(), do_handshake_on_connect=False)
        self.socket.connect(("127.0.0.1", port))
        self.socket.setblocking(False)
        self.user, self.state, self.buffer = user, "handshake", b""

    def happened(self):
        """The messages that came."""
        if self.state == "handshake":
            try:
                self.socket.do_handshake()
            except ssl.SSLWantReadError:
                return []
            login = {"id": "1", "login": {"user": self.user, "password": PASSWORD}}
            self.socket.send((json.dumps(login) + "\n").encode())
            self.state = "login"
        while True:
            try:
                bytes_read = self.socket.recv(65536)
            except ssl.SSLWantReadError:
                break
            if not bytes_read:
                raise SystemExit(f"{self.user}: the server ended")
            self.buffer += bytes_read
        *lines, self.buffer = self.buffer.split(b"\n")
        return [json.loads(line) for line in lines if line.startswith(b"{")]


def crowd(port, online, inside, results):
    """Logs all in, says so, and notes when each one's digest came."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    # The server and the probers first.
    os.nice(10)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    selector, started, logged_in, came = selectors.EpollSelector(), 0, 0, []
    while len(came) < online:
        talking = []
        while not talking and started < online and started - logged_in < WAVE:
            talking.append(Person(context, port, f"n{started}"))
            selector.register(talking[-1].socket, selectors.EVENT_READ, talking[-1])
            started += 1
        # With somebody new to be heard first there is no waiting.
        talking += [key.data for key, _ in selector.select(0 if talking else None)]
        for person in talking:
            for message in person.happened():
                if message["kind"] == "push":
                    came.append(time.monotonic())
                elif message["state"] == "done":
                    logged_in += 1
                    if logged_in == online:
                        inside.set()
                else:
                    raise SystemExit(f"{person.user}: {message}")
    results.put(("crowd", (min(came), max(came))))


def prober(name, port, says, stop, results):
    """One request after the other, a hundred a second at most: when it was sent, how long it took."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = context.wrap_socket(socket.create_connection(("127.0.0.1", port)))
    lines = connection.makefile("rb")

    def ask(request):
        connection.sendall((json.dumps(dict(request, id="1")) + "\n").encode())
        while True:
            line = lines.readline()
            if line.startswith(b"{") and (message := json.loads(line))["kind"] == "reply":
                return message

    ask({"login": {"user": name, "password": PASSWORD}})
    taken, number = [], 0
    while not stop.is_set():
        start = time.monotonic()
        reply = ask({"text": says[number % len(says)]})
        taken.append((start, time.monotonic() - start))
        if reply["state"] != "done":
            raise SystemExit(f"{name}: {reply}")
        number += 1
        time.sleep(0.01)
    results.put((name, taken))


def used(pid):
    """CPU seconds, user and system, of a process so far, and the most memory it had, in MB."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        peak = next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
    ticks = os.sysconf("SC_CLK_TCK")
    return int(fields[11]) / ticks, int(fields[12]) / ticks, peak / 1024


def told(office):
    store = sqlite3.connect(office.store)
    return store.execute("SELECT COUNT(*), COUNT(DISTINCT recipient) FROM push").fetchone()


def words(taken):
    if not taken:
        return "none"
    taken = sorted(one * 1000 for one in taken)
    at = lambda share: taken[min(len(taken) - 1, int(len(taken) * share))]
    return (f"{len(taken)} requests, p50 {statistics.median(taken):.1f} ms, p99 {at(0.99):.1f},"
            f" longest {taken[-1]:.1f}")


def main(count, online, wait):
    with Office() as office:
        for number in range(1, DUTIES + 1):
            plan(office, "dong", "xã Đông", number)
        plan(office, "tham-do", "xã Thăm Dò", 1)
        people(office, "dong", [
            (f"Người Số {index}", f"thôn {index // UNIT}",
             "officer" if index % UNIT == 0 else "member") for index in range(count)])
            # Members of the council: nothing is due to them.
        people(office, "tham-do", [(f"Thăm Dò {name}", "thôn", "council") for name in PROBERS])
        accounts(office, online)
        start = datetime.datetime(2021, 12, 31, 8) - datetime.timedelta(seconds=wait)
        began = time.monotonic()
        server, port = office.serve(
            start.strftime("%Y-%m-%dT%H:%M:%S+07:00"))
        eight = began + wait
        print(f"{count} people with {DUTIES} duties each, {online} online;"
              f" ready after {time.monotonic() - began:.1f} s")
        try:
            results, inside = multiprocessing.Queue(), multiprocessing.Event()
            stop = multiprocessing.Event()
            workers = [multiprocessing.Process(target=crowd, args=(port, online, inside, results))]
            says = {"reader": ["hồ sơ của tôi"],
                    "writer": ["phản ánh: chưa có mẫu", "hoàn tác"]}
            if online:
                workers += [
                    multiprocessing.Process(
                        target=prober, args=(name, port, says[name], stop, results))
                    for name in PROBERS]
            else:
                workers = []
            for worker in workers[:1]:
                worker.start()
                while not inside.wait(1):
                    assert worker.is_alive()
            for worker in workers[1:]:
                worker.start()
            left = eight - time.monotonic()
            print(f"all in {left:.0f} s before eight")
            assert left > 5, "give it more seconds"
            time.sleep(left - 1)
            before = used(server.pid)
            while told(office)[0] < count:
                time.sleep(0.5)
                assert time.monotonic() < eight + 120, told(office)
            time.sleep(2)
            after = used(server.pid)
            stop.set()
            found = dict(results.get(timeout=60) for _ in workers)
            pushes, recipients = told(office)
            assert pushes == recipients == count
            print(f"server: {after[0] - before[0]:.2f} s user and {after[1] - before[1]:.2f} s system"
                  f" CPU, memory {before[2]:.0f} MB before, at most {after[2]:.0f} MB")
            if online:
                first, last = found["crowd"]
                print(f"digests: {last - first:.2f} s from the first to the last one received")
                for name in PROBERS:
                    quiet = [took for at, took in found[name] if at + took < first - 1]
                    storm = [took for at, took in found[name] if at + took >= first - 0.1
                             and at <= last]
                    print(f"{name}: before eight {words(quiet)}")
                    print(f"{name}: meanwhile {words(storm)}")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [10_000, 10_000, 90][len(given):])))
