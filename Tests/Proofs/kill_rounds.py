"""Random commands, kill -9, restart: the clients' logs and the store must agree."""
import datetime
import os
import random
import signal
import sqlite3
import sys
import time

from office import ROOT, Client, Office

PEOPLE = {
    "hoa": ("Mẫu Hoa", "thôn Một", "member"), "binh": ("Mẫu Bình", "thôn Một", "member"),
    "lan": ("Mẫu Lan", "thôn Một", "officer"), "thu": ("Mẫu Thư", "Văn phòng", "secretary"),
    "chu": ("Mẫu Chủ", "UBND", "chair"),
}
SAYS = {
    "hoa": ["đăng ký lao động tiên tiến cho tôi", "rút đăng ký lao động tiên tiến",
            "phản ánh: chưa có mẫu", "nhắc tôi 9h sáng mai nộp ảnh", "hoàn tác"],
    "binh": ["đăng ký chiến sĩ thi đua cơ sở cho tôi", "tôi ký giao ước thi đua",
             "nhắc tôi trước hạn đăng ký 1 ngày", "hoàn tác"],
    "lan": ["đăng ký lao động tiên tiến cho anh Bình", "nộp hồ sơ chị Hoa",
            "lập hồ sơ đề nghị lao động tiên tiến cho chị Hoa", "hoàn tác"],
    "thu": ["thông báo cho mọi người: họp", "duyệt hồ sơ chị Hoa",
            "trả lại hồ sơ chị Hoa vì thiếu chữ ký", "hoàn tác"],
    "chu": ["thông báo cho mọi người: họp gấp", "số liệu tổng hợp"],
}


class Log:
    """What clients were told."""

    def __init__(self):
        self.receipts, self.topics, self.owners = set(), {}, {}
        self.acknowledged, self.faults = set(), []

    def pushed(self, push, user):
        number = push["push"]
        if number in self.acknowledged:
            self.faults.append(("came again after its acknowledgement", number))
        if self.topics.setdefault(number, push["topic"]) != push["topic"]:
            self.faults.append(("another push under one id", number))
        self.owners[number] = user

    def changed(self, receipt):
        if receipt in self.receipts:
            self.faults.append(("a receipt given twice", receipt))
        self.receipts.add(receipt)


def round_of(office, log, dice, now, users):
    server, port = office.serve(now.strftime("%Y-%m-%dT%H:%M:%S+07:00"))
    try:
        clients = [Client(office, port, user, log.pushed) for user in users]
        for _ in range(dice.randint(1, 8)):
            client = dice.choice(clients)
            reply = client.ask({"text": dice.choice(SAYS[client.user])})
            if reply["state"] == "confirm":
                reply = client.ask({"text": "có"})
            if reply["state"] == "done" and reply["data"].get("receipt"):
                log.changed(reply["data"]["receipt"])
            waiting = [number for number, owner in log.owners.items()
                       if owner == client.user and number not in log.acknowledged]
            if waiting and dice.random() < 0.4:
                number = dice.choice(waiting)
                if client.ask({"ack": number})["state"] == "done":
                    log.acknowledged.add(number)
        # Killed while the last one may be on its way.
        client = dice.choice(clients)
        client.send({"text": dice.choice(SAYS[client.user])})
        time.sleep(dice.random() * 0.004)
    finally:
        os.kill(server.pid, signal.SIGKILL)
        server.wait()


def compare(office, log):
    store = sqlite3.connect(office.store)
    trail = {f"TN-{number:06d}" for (number,) in store.execute("SELECT id FROM change_log")}
    outbox = {f"p-{number}" for (number,) in store.execute("SELECT id FROM push")}
    faults = list(log.faults)
    faults += [("an acknowledged change is lost", one) for one in log.receipts - trail]
    faults += [("a push that the store does not know", one) for one in set(log.topics) - outbox]
    faults += [("two digests of one day", row) for row in store.execute(
        "SELECT recipient, topic, day FROM push WHERE day IS NOT NULL"
        " GROUP BY 1, 2, 3 HAVING COUNT(*) > 1")]
    if store.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        faults.append(("the store is damaged", ""))
    return faults


def main(rounds, seed):
    dice, log = random.Random(seed), Log()
    now = datetime.datetime(2022, 1, 10, 7, 59, 50)
    with Office() as office:
        office.load(f"{ROOT}/deploy/campaigns/duong-hoa-2022.yaml")
        csv = os.path.join(office.folder, "people.csv")
        with open(csv, "w", encoding="utf-8") as file:
            file.write("name,unit,role\n")
            file.writelines(",".join(person) + "\n" for person in PEOPLE.values())
        office.people("duong-hoa", csv)
        for user, (name, _, _) in PEOPLE.items():
            office.account(user, "duong-hoa", name)
        for number in range(rounds):
            now += datetime.timedelta(
                hours=dice.choice([1, 5, 13, 24]), seconds=dice.randint(0, 50))
            users = list(PEOPLE) if number == 0 else dice.sample(list(PEOPLE), 2)
            round_of(office, log, dice, now, users)
        faults = compare(office, log)
    print(f"{rounds} rounds: {len(log.receipts)} changes acknowledged, {len(log.topics)} pushes seen,"
          f" {len(log.acknowledged)} acknowledged, {len(faults)} faults")
    for fault in faults:
        print(*fault)
    return 1 if faults else 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [200, 7][len(given):])))
