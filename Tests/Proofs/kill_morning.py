"""`kill -9` in the middle of a round of digests, again and again: each person gets exactly one."""
import datetime
import os
import random
import signal
import sys
import time

from morning import DUTIES, UNIT, people, plan, told
from office import Office


def main(count, kills, seed):
    dice = random.Random(seed)
    with Office() as office:
        for number in range(1, DUTIES + 1):
            plan(office, "dong", "xã Đông", number)
        people(office, "dong", [
            (f"Người Số {index}", f"thôn {index // UNIT}",
             "officer" if index % UNIT == 0 else "member") for index in range(count)])
        now, seen, rounds = datetime.datetime(2021, 12, 31, 7, 59, 58), [], 0
        while told(office)[0] < count:
            server, _ = office.serve(now.strftime("%Y-%m-%dT%H:%M:%S+07:00"))
            if rounds == 0:
                while not told(office)[0]:
                    time.sleep(0.002)
            if rounds < kills:
                time.sleep(dice.random() * count / 20_000 / kills)
            else:
                while told(office)[0] < count:
                    time.sleep(0.1)
            os.kill(server.pid, signal.SIGKILL)
            server.wait()
            server.stdout.close()
            seen.append(told(office)[0])
            now += datetime.timedelta(seconds=60)
            rounds += 1
        pushes, recipients = told(office)
    print(f"{count} people, killed {rounds} times after {seen} digests:"
          f" {pushes} digests to {recipients} people")
    return 0 if pushes == recipients == count else 1


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [10_000, 8, 7][len(given):])))
