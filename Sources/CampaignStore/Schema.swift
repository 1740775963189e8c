/// The tables, as steps that only ever grow. A released step is never edited.
///
/// Portable subset: BIGINT, SMALLINT 0/1, TEXT; instants are milliseconds, days ISO texts; ids are
/// given by `Numbering`, never by the database.
package let schema = Migrations([
  firstSchema, recordsAndBallots, personalReminders, writtenOpinions, reminderSettings,
  readership, reminderProgress, pointlessPushes,
])

private let firstSchema = Migration(
  1,
  [
    """
    CREATE TABLE counter (
      name TEXT PRIMARY KEY,
      value BIGINT NOT NULL
    )
    """,
    "INSERT INTO counter (name, value) VALUES ('number', 0), ('directory', 1)",
    """
    CREATE TABLE organization (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      level TEXT NOT NULL,
      superiors TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE campaign (
      id TEXT PRIMARY KEY,
      organization TEXT NOT NULL REFERENCES organization (id),
      position BIGINT NOT NULL,
      source TEXT NOT NULL,
      loaded_at BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE unit (
      id BIGINT PRIMARY KEY,
      organization TEXT NOT NULL REFERENCES organization (id),
      name TEXT NOT NULL,
      UNIQUE (organization, name)
    )
    """,
    """
    CREATE TABLE person (
      id BIGINT PRIMARY KEY,
      organization TEXT NOT NULL REFERENCES organization (id),
      unit BIGINT REFERENCES unit (id),
      name TEXT NOT NULL,
      role TEXT NOT NULL
    )
    """,
    "CREATE INDEX person_name ON person (organization, name)",
    """
    CREATE TABLE account (
      username TEXT PRIMARY KEY,
      person BIGINT NOT NULL REFERENCES person (id),
      password TEXT,
      code TEXT,
      code_expires BIGINT,
      locked SMALLINT NOT NULL DEFAULT 0,
      created_at BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE login_failure (
      username TEXT PRIMARY KEY,
      failures BIGINT NOT NULL,
      last_at BIGINT NOT NULL
    )
    """,
    """
    CREATE TABLE change_log (
      id BIGINT PRIMARY KEY,
      at BIGINT NOT NULL,
      organization TEXT,
      person BIGINT,
      act TEXT NOT NULL,
      detail TEXT NOT NULL,
      undoes BIGINT,
      undone_by BIGINT
    )
    """,
    "CREATE INDEX change_log_person ON change_log (person, id)",
    """
    CREATE TABLE registration (
      id BIGINT PRIMARY KEY,
      campaign TEXT NOT NULL REFERENCES campaign (id),
      subject_kind SMALLINT NOT NULL,
      subject BIGINT NOT NULL,
      honour TEXT NOT NULL,
      state SMALLINT NOT NULL,
      late_reason TEXT,
      registered_at BIGINT NOT NULL,
      registered_by BIGINT NOT NULL,
      last_change BIGINT NOT NULL
    )
    """,
    """
    CREATE UNIQUE INDEX registration_active
      ON registration (subject, subject_kind, campaign, honour) WHERE state = 1
    """,
    "CREATE INDEX registration_campaign ON registration (campaign, state)",
    """
    CREATE TABLE registration_event (
      change BIGINT NOT NULL REFERENCES change_log (id),
      registration BIGINT NOT NULL REFERENCES registration (id),
      event SMALLINT NOT NULL,
      honour_before TEXT,
      honour_after TEXT,
      late_before TEXT,
      change_before BIGINT,
      PRIMARY KEY (change, registration)
    )
    """,
    """
    CREATE TABLE push (
      id BIGINT PRIMARY KEY,
      recipient BIGINT NOT NULL,
      topic TEXT NOT NULL,
      day TEXT,
      content TEXT NOT NULL,
      created_at BIGINT NOT NULL,
      acknowledged_at BIGINT
    )
    """,
    "CREATE INDEX push_waiting ON push (recipient, id) WHERE acknowledged_at IS NULL",
    "CREATE UNIQUE INDEX push_once ON push (recipient, topic, day) WHERE day IS NOT NULL",
    """
    CREATE TABLE reminded (
      id SMALLINT PRIMARY KEY,
      through BIGINT NOT NULL
    )
    """,
  ])

/// Pledges, works, figures, dossiers, sittings, awards, feedback, examples and moved milestones: one
/// table for all, with every version that was ever kept.
private let recordsAndBallots = Migration(
  2,
  [
    """
    CREATE TABLE record (
      id BIGINT PRIMARY KEY,
      kind TEXT NOT NULL,
      campaign TEXT NOT NULL REFERENCES campaign (id),
      subject_kind SMALLINT,
      subject BIGINT,
      content TEXT NOT NULL,
      removed SMALLINT NOT NULL DEFAULT 0,
      last_change BIGINT NOT NULL
    )
    """,
    "CREATE INDEX record_campaign ON record (campaign, kind)",
    "CREATE INDEX record_subject ON record (subject, subject_kind, kind)",
    """
    CREATE TABLE record_version (
      change BIGINT NOT NULL REFERENCES change_log (id),
      record BIGINT NOT NULL REFERENCES record (id),
      content_before TEXT,
      content_after TEXT,
      change_before BIGINT,
      PRIMARY KEY (change, record)
    )
    """,
    "CREATE INDEX record_version_record ON record_version (record, change)",
    """
    CREATE TABLE ballot (
      sitting BIGINT NOT NULL REFERENCES record (id),
      dossier BIGINT NOT NULL REFERENCES record (id),
      person BIGINT NOT NULL,
      vote SMALLINT,
      at BIGINT NOT NULL,
      PRIMARY KEY (sitting, dossier, person)
    )
    """,
  ])

private let personalReminders = Migration(
  3,
  [
    """
    CREATE TABLE personal_reminder (
      id BIGINT PRIMARY KEY,
      person BIGINT NOT NULL,
      text TEXT,
      at BIGINT NOT NULL,
      campaign TEXT REFERENCES campaign (id),
      milestone TEXT,
      days_before BIGINT,
      state SMALLINT NOT NULL,
      set_by BIGINT NOT NULL REFERENCES change_log (id),
      cancelled_by BIGINT REFERENCES change_log (id)
    )
    """,
    "CREATE INDEX personal_reminder_due ON personal_reminder (state, at)",
    "CREATE INDEX personal_reminder_person ON personal_reminder (person, state)",
  ])

private let writtenOpinions = Migration(
  4, ["ALTER TABLE ballot ADD COLUMN written_down_by BIGINT"])

/// How each person wants to be reminded, and what goes out by mail beside the socket.
private let reminderSettings = Migration(
  5,
  [
    """
    CREATE TABLE reminder_setting (
      change BIGINT PRIMARY KEY REFERENCES change_log (id),
      person BIGINT NOT NULL,
      content TEXT NOT NULL,
      mail TEXT,
      taken_back SMALLINT NOT NULL
    )
    """,
    "CREATE INDEX reminder_setting_person ON reminder_setting (person, change)",
    """
    CREATE TABLE mail (
      push BIGINT PRIMARY KEY REFERENCES push (id),
      address TEXT NOT NULL,
      state SMALLINT NOT NULL,
      attempts SMALLINT NOT NULL,
      next_at BIGINT NOT NULL,
      problem TEXT
    )
    """,
    "CREATE INDEX mail_due ON mail (state, next_at)",
  ])

/// Who has seen what was said to many: which change said it, and the changes of a kind by their age.
private let readership = Migration(
  6,
  [
    "ALTER TABLE push ADD COLUMN cause BIGINT",
    "CREATE INDEX push_cause ON push (cause) WHERE cause IS NOT NULL",
    "CREATE INDEX change_log_act ON change_log (organization, act, id)",
  ])

/// How far reminders have been sent, no longer for all people at once: see `ReminderProgress`.
private let reminderProgress = Migration(
  7,
  [
    """
    CREATE TABLE reminder_progress (
      from_person BIGINT PRIMARY KEY,
      through BIGINT NOT NULL
    )
    """,
    "INSERT INTO reminder_progress (from_person, through) SELECT 0, through FROM reminded",
    "DROP TABLE reminded",
  ])

/// What had lost its point before it was seen is kept as such.
private let pointlessPushes = Migration(
  8, ["ALTER TABLE push ADD COLUMN pointless_at BIGINT"])
