#pragma once

#include "keel-fake-notifier.h"
#include "keel-test-clock.h"
#include "reminders/keel-reminder-scheduler.h"

G_BEGIN_DECLS

/* A data folder with one profile, and a scheduler with a clock and a notifier of the test's. */
typedef struct
{
  char *data_dir;
  char *folder; /* of the profile */
  KeelTestClock *clock;
  KeelFakeNotifier *notifier;
  KeelReminderFile *file; /* as the app has it open */
  GPtrArray *rules;
  GPtrArray *settled; /* of KeelOccurrenceKey */
  KeelReminderPreferences preferences;
  KeelReminderScheduler *scheduler;
  gint64 alarm;          /* microseconds UTC */
  guint n_alarms;        /* how often it was set */
  char *opened, *joined; /* what the scheduler last asked to open */
  char *profile;         /* and whose it was */
} Fixture;

/* At 2026-11-24T12:00:00Z in Europe/Berlin. */
void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);

gint64 fixture_parse (const char *instant); /* RFC 3339 to seconds UTC */
/* Adds a rule of an hour's meetings; what is due before @since is not told. @zone NULL: floating; @repeat
 * NULL: once. */
void fixture_add (Fixture *self, const char *series, const char *start, const char *zone, const char *repeat,
                  int lead, const char *since);
/* Adds tonight's, in Berlin, 30 minutes before. */
void fixture_add_simple (Fixture *self, const char *series, const char *start);
/* Adds one at 19:00 tonight with everything that a reminder can have, and hands it out to be changed. */
KeelReminderRule *fixture_add_full (Fixture *self, const char *series, int lead);
KeelReminderRule *fixture_get_rule (Fixture *self, guint position); /* in the order of adding */
KeelLocalTime fixture_parse_local (const char *local);
void fixture_settle_occurrence (Fixture *self, const char *series, const char *original);
void fixture_project (Fixture *self);
void fixture_project_anew (Fixture *self);             /* while it runs */
void fixture_execute (Fixture *self, const char *sql); /* in reminders.db */

void fixture_start (Fixture *self); /* what main () does */
void fixture_restart (Fixture *self);
void fixture_pass (Fixture *self, const char *until); /* time passes: every alarm goes off at its instant */
void fixture_jump (Fixture *self, const char *to);    /* the clock is set, or the computer was asleep */
void fixture_settle (Fixture *self);                  /* what waits in the main loop is done */

/* Until @done says so: ten seconds at most, else the test ends. */
void fixture_wait (Fixture *self, gboolean (*done) (Fixture *));
gboolean fixture_has_alarm (Fixture *self);

/* What a person does with the last notification. */
void fixture_answer (Fixture *self, KeelAnswer answer);
/* A notification server with this name on the bus. */
void fixture_appear (Fixture *self, const char *server);

/* Outcomes in the log, oldest first, e.g. "failed late". */
char *fixture_get_log (Fixture *self);
char *fixture_get_reason (Fixture *self); /* of its last line; "" where it has none */
/* Letters that wait, oldest first, e.g. "a 2026-11-24T19:00 going". */
char *fixture_get_answers (Fixture *self);

#define fixture_assert_shown(self, expected)                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *shown_ = keel_fake_notifier_take ((self)->notifier);                                    \
    g_assert_cmpstr (shown_, ==, expected);                                                                  \
  }                                                                                                          \
  G_STMT_END

#define fixture_assert_buttons(self, expected)                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *buttons_ = keel_fake_notifier_get_buttons ((self)->notifier);                           \
    g_assert_cmpstr (buttons_, ==, expected);                                                                \
  }                                                                                                          \
  G_STMT_END

#define fixture_assert_reason(self, expected)                                                                \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *reason_ = fixture_get_reason (self);                                                    \
    g_assert_cmpstr (reason_, ==, expected);                                                                 \
  }                                                                                                          \
  G_STMT_END

#define fixture_assert_answers(self, expected)                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *answers_ = fixture_get_answers (self);                                                  \
    g_assert_cmpstr (answers_, ==, expected);                                                                \
  }                                                                                                          \
  G_STMT_END

#define fixture_assert_log(self, expected)                                                                   \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *log_ = fixture_get_log (self);                                                          \
    g_assert_cmpstr (log_, ==, expected);                                                                    \
  }                                                                                                          \
  G_STMT_END

G_END_DECLS
