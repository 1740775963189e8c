"""What a server costs that has nothing to do: CPU time and how often its threads were woken; then how
soon it knows what another program did."""
import os
import sys
import time

from morning import people, plan
from office import Client, Office


def threads(pid):
    """Of each thread: its name, its CPU in nanoseconds, how often it went to sleep."""
    found = {}
    for thread in os.listdir(f"/proc/{pid}/task"):
        place = f"/proc/{pid}/task/{thread}"
        with open(f"{place}/comm", encoding="utf-8") as file:
            name = file.read().strip()
        with open(f"{place}/schedstat", encoding="ascii") as file:
            taken = int(file.read().split()[0])
        with open(f"{place}/status", encoding="ascii") as file:
            slept = next(int(line.split()[1]) for line in file if line.startswith("voluntary"))
        found[thread] = (name, taken, slept)
    return found


def main(seconds, count):
    with Office() as office:
        plan(office, "dong", "xã Đông", 1)
        people(office, "dong", [(f"Người Số {index}", "thôn", "member") for index in range(count)])
        office.account("n1", "dong", "Người Số 1")
        server, port = office.serve("2022-06-01T09:00:00+07:00")
        try:
            client = Client(office, port, "n1", lambda *_: None)
            # Whatever the start and the login left to do is done by then.
            time.sleep(5)
            before = threads(server.pid)
            time.sleep(seconds)
            after = threads(server.pid)
            gone = {one: (name, taken - before[one][1], slept - before[one][2])
                    for one, (name, taken, slept) in after.items() if one in before}
            taken = sum(taken for _, taken, _ in gone.values()) / 1e6
            woken = sum(slept for *_, slept in gone.values())
            print(f"{count} people, {seconds} s with nothing due: {taken:.2f} ms CPU, {woken} wake-ups"
                  f" ({taken / seconds:.3f} ms and {woken / seconds:.1f} a second)")
            for name, taken, slept in gone.values():
                if slept:
                    print(f"  {name}: {taken / 1e6:.2f} ms, {slept} wake-ups")
            office.lock("n1")
            locked = time.monotonic()
            while client.ask({"text": "hồ sơ của tôi"}).get("code") != "not_logged_in":
                time.sleep(0.001)
            print(f"a locked account was out {(time.monotonic() - locked) * 1000:.0f} ms after the"
                  " command's end")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [60, 1000][len(given):]))
