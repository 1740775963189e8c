"""The five campaigns with a fast clock: what was sent is what the preview said beforehand."""
import collections
import datetime
import glob
import json
import os
import sqlite3
import sys
import time

from office import ROOT, Office, run

START = datetime.datetime(2015, 3, 13, 7)


def planned(office, last):
    for line in run("reminders", "preview", "--json", "--from", START.strftime("%Y-%m-%d"),
                    "--to", last, "--data", office.data).splitlines():
        one = json.loads(line)
        yield (one["day"], one["person"], one["organization"],
               tuple(sorted((duty["campaign"], duty["title"], duty["last_valid_day"])
                            for duty in one["duties"])),
               tuple(sorted((duty["campaign"], duty["title"], duty["count"], *duty["names"])
                            for duty in one["missing"])))


def sent(office):
    store = sqlite3.connect(office.store)
    people = {number: (name, organization) for number, name, organization in store.execute(
        "SELECT id, name, organization FROM person")}
    for recipient, content in store.execute(
            "SELECT recipient, content FROM push WHERE topic = 'reminder'"):
        one = json.loads(content)["reminder"]
        yield (one["day"], *people[recipient],
               tuple(sorted((duty["campaign"], duty["duty"], duty["last"])
                            for duty in one["duties"])),
               tuple(sorted((entry["duty"]["campaign"], entry["duty"]["duty"], entry["count"],
                             *entry["names"]) for entry in one["missing"])))


def main(last, speed):
    with Office() as office:
        for campaign in sorted(glob.glob(f"{ROOT}/deploy/campaigns/*.yaml")):
            office.load(campaign)
        for people in sorted(glob.glob(f"{ROOT}/deploy/demo/*.csv")):
            office.people(os.path.basename(people).removesuffix(".csv"), people)
        before = collections.Counter(planned(office, last))
        server, _ = office.serve(START.strftime("%Y-%m-%dT%H:%M:%S+07:00"), "--speed", str(speed))
        end = datetime.datetime.fromisoformat(last) + datetime.timedelta(days=1)
        time.sleep((end - START).total_seconds() / speed)
        server.terminate()
        server.wait()
        after = collections.Counter(
            one for one in sent(office) if one[0] <= last)
    unsent, unplanned = before - after, after - before
    print(f"{before.total()} planned, {after.total()} sent, {unsent.total()} planned and not sent,"
          f" {unplanned.total()} sent and not planned")
    for sign, rows in ("-", unsent), ("+", unplanned):
        for row in rows:
            print(sign, *row)
    return 1 if unsent or unplanned else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(given[0] if given else "2024-12-31", int(given[1]) if len(given) > 1 else 400_000))
