"""An office in a folder of its own, and JSON Lines clients of its server."""
import json
import os
import shutil
import socket
import ssl
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Another build can be measured for comparison.
PROGRAM = os.environ.get("THIDUA", os.path.join(ROOT, ".build/release/thidua"))
PASSWORD = "một mật khẩu để thử"


def run(*arguments):
    """What the program prints; ends with its words if it fails."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{arguments}: {done.stdout}{done.stderr}")
    return done.stdout


class Office:
    """Its data folder; removed at the end."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="thidua-proof-")
        self.data = os.path.join(self.folder, "data")
        self.codes = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def store(self):
        return os.path.join(self.data, "thidua.db")

    def load(self, campaign):
        run("campaign", "load", campaign, "--data", self.data)

    def people(self, organization, csv):
        run("people", "import", "--organization", organization, csv, "--data", self.data)

    def account(self, user, organization, person):
        printed = run(
            "account", "add", user, "--organization", organization, "--person", person, "--json",
            "--data", self.data)
        self.codes[user] = json.loads(printed)["code"]

    def lock(self, user):
        run("account", "lock", user, "--data", self.data)

    def serve(self, now, *more):
        """The process and its port, once it accepts."""
        server = subprocess.Popen(
            [PROGRAM, "serve", "--data", self.data, "--chat", "127.0.0.1:0", "--now", now, *more],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return server, int(server.stdout.readline().rsplit(":", 1)[1])


class Client:
    """Logged in; every push it reads goes to `pushed`."""

    def __init__(self, office, port, user, pushed):
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        self.socket = context.wrap_socket(socket.create_connection(("127.0.0.1", port)))
        self.socket.settimeout(30)
        self.lines = self.socket.makefile("rb")
        self.user, self.pushed, self.number = user, pushed, 0
        login = {"user": user, "password": PASSWORD}
        code = office.codes.pop(user, None)
        if code:
            login = {"user": user, "password": code, "new_password": PASSWORD}
        reply = self.ask({"login": login})
        assert reply["state"] == "done", reply

    def send(self, request):
        self.number += 1
        line = json.dumps(dict(request, id=str(self.number))) + "\n"
        self.socket.sendall(line.encode())

    def ask(self, request):
        self.send(request)
        while True:
            line = self.lines.readline()
            if not line:
                raise ConnectionError("the server ended")
            # The greeting comes before the server knows that we speak JSON.
            if not line.startswith(b"{"):
                continue
            message = json.loads(line)
            if message["kind"] == "push":
                self.pushed(message, self.user)
            elif message.get("id") == str(self.number):
                return message
