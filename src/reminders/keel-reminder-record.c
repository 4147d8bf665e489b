#include "keel-reminder-record.h"

#include <glib/gi18n-lib.h>

#include "keel-reminder-folder.h"

#define LATE (60 * G_USEC_PER_SEC)
#define LONG_AGO (G_GINT64_CONSTANT (2) * KEEL_REMINDER_LOOK_BACK * G_USEC_PER_SEC)

/* Reasons in the log: English there, translated by who shows them. */
#define REASON_ENDED N_ ("it had ended before it could be shown")
#define REASON_CRASH N_ ("Keel stopped while showing it")
#define REASON_SERVER N_ ("the notification service was restarted")
#define REASON_QUIET N_ ("held back in your quiet hours")
#define REASON_DO_NOT_DISTURB N_ ("do not disturb was on")

struct _KeelReminderRecord
{
  KeelClock *clock;
  char *holder;
  GHashTable *unrecorded; /* keys of what was shown though it could not be claimed */
  GHashTable *told;       /* key → Told: shown by this process, whatever the file says */
};

/* An older file may be put in the place of the one that knows of it. */
typedef struct
{
  KeelLocalTime start;
  gint64 shown; /* microseconds UTC */
} Told;

typedef void (*FillFunc) (KeelReminderRecord *self, const KeelReminder *reminder, KeelReminderEvent *event,
                          gconstpointer data);

static void
warn_about (KeelReminderFolder *folder, const char *what, const GError *error)
{
  g_warning ("%s: %s: %s", keel_reminder_folder_get_path (folder), what,
             error != NULL ? error->message : "not readable");
}

/* A snooze of the same date may be asked for again and again: each is another. */
static char *
get_key (const KeelReminder *reminder)
{
  if (reminder->lead == KEEL_LEAD_SNOOZE)
    return g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT "/until %" G_GINT64_FORMAT,
                            keel_reminder_folder_get_path (reminder->folder), reminder->rule->series,
                            reminder->occurrence.original, reminder->due);
  return g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT "/%d", keel_reminder_folder_get_path (reminder->folder),
                          reminder->rule->series, reminder->occurrence.original, reminder->lead);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const KeelReminder *one = *(KeelReminder *const *) a;
  const KeelReminder *other = *(KeelReminder *const *) b;

  return (one->due > other->due) - (one->due < other->due);
}

/* A GPtrArray of those of one profile, in order of due, for each profile. */
static GPtrArray *
split_by_folder (GPtrArray *reminders)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) table = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reminders->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (reminders, i);
      GPtrArray *part = g_hash_table_lookup (table, reminder->folder);

      if (part == NULL)
        {
          part = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
          g_hash_table_insert (table, reminder->folder, part);
          g_ptr_array_add (parts, part);
        }
      g_ptr_array_add (part, keel_reminder_ref (reminder));
    }
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_sort (g_ptr_array_index (parts, i), compare_due);
  return parts;
}

static KeelReminderFolder *
get_folder (GPtrArray *part)
{
  return ((const KeelReminder *) g_ptr_array_index (part, 0))->folder;
}

static void
note_told (KeelReminderRecord *self, GPtrArray *reminders)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      const KeelReminder *reminder = g_ptr_array_index (reminders, i);
      Told *told = g_new0 (Told, 1);

      told->start = reminder->occurrence.local_start;
      told->shown = reminder->shown;
      g_hash_table_replace (self->told, get_key (reminder), told);
    }
}

/* Longer ago than any reminder is looked for. */
static gboolean
is_long_ago (gpointer key, gpointer told, gpointer now)
{
  return ((const Told *) told)->shown < *(gint64 *) now - LONG_AGO;
}

static const Told *
find_told (KeelReminderRecord *self, const KeelReminder *reminder)
{
  g_autofree char *key = get_key (reminder);
  const Told *told = g_hash_table_lookup (self->told, key);

  return told != NULL && told->start == reminder->occurrence.local_start ? told : NULL;
}

static void
take_claim (KeelReminderRecord *self, KeelReminder *reminder, KeelClaim claim, GPtrArray *mine,
            GPtrArray *restored)
{
  const Told *told = claim != KEEL_CLAIM_TAKEN ? find_told (self, reminder) : NULL;

  reminder->claimed = claim != KEEL_CLAIM_TAKEN;
  if (told != NULL)
    {
      reminder->shown = told->shown;
      g_ptr_array_add (restored, keel_reminder_ref (reminder));
      return;
    }
  reminder->again |= claim == KEEL_CLAIM_AGAIN;
  reminder->repeated |= claim == KEEL_CLAIM_REPEAT || claim == KEEL_CLAIM_AGAIN;
  if (reminder->claimed)
    g_ptr_array_add (mine, keel_reminder_ref (reminder));
}

/* What cannot be recorded is shown once in the life of this process: a full disk must not cost a meeting. */
static void
take_unclaimed (KeelReminderRecord *self, GPtrArray *part, GPtrArray *mine)
{
  for (guint i = 0; i < part->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (part, i);

      if (g_hash_table_add (self->unrecorded, get_key (reminder)) && find_told (self, reminder) == NULL)
        g_ptr_array_add (mine, keel_reminder_ref (reminder));
    }
}

static void
claim_part (KeelReminderRecord *self, GPtrArray *part, GPtrArray *mine, GPtrArray *restored)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (get_folder (part));
  g_autofree KeelReminderKey *keys = g_new0 (KeelReminderKey, part->len);
  g_autofree KeelClaim *claims = g_new0 (KeelClaim, part->len);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < part->len; i++)
    {
      const KeelReminder *reminder = g_ptr_array_index (part, i);

      keys[i] = (KeelReminderKey){ .series = reminder->rule->series,
                                   .occurrence = reminder->occurrence.original,
                                   .start = reminder->occurrence.local_start,
                                   .lead = reminder->lead };
    }
  if (file != NULL && keel_reminder_file_claim (file, keys, part->len, self->holder,
                                                keel_clock_get_now_us (self->clock), claims, &error))
    {
      for (guint i = 0; i < part->len; i++)
        take_claim (self, g_ptr_array_index (part, i), claims[i], mine, restored);
      return;
    }
  warn_about (get_folder (part), "Reminders could not be claimed", error);
  take_unclaimed (self, part, mine);
}

static KeelReminderEvent *
make_events (KeelReminderRecord *self, GPtrArray *part, FillFunc fill, gconstpointer data)
{
  KeelReminderEvent *events = g_new0 (KeelReminderEvent, part->len);

  for (guint i = 0; i < part->len; i++)
    {
      const KeelReminder *reminder = g_ptr_array_index (part, i);

      events[i] = (KeelReminderEvent){ .series = reminder->rule->series,
                                       .occurrence = reminder->occurrence.original,
                                       .start = reminder->occurrence.local_start,
                                       .lead = reminder->lead,
                                       .due = reminder->due,
                                       .at = keel_clock_get_now_us (self->clock) };
      fill (self, reminder, &events[i], data);
    }
  return events;
}

static void
fill_shown (KeelReminderRecord *self, const KeelReminder *reminder, KeelReminderEvent *event,
            gconstpointer do_not_disturb)
{
  event->shown = reminder->shown;
  event->outcome = reminder->shown > reminder->due * G_USEC_PER_SEC + LATE ? KEEL_OUTCOME_LATE
                                                                           : KEEL_OUTCOME_SHOWN;
  if (reminder->repeated)
    {
      event->outcome = KEEL_OUTCOME_REPEATED;
      event->reason = (char *) REASON_CRASH;
    }
  else if (*(const gboolean *) do_not_disturb && !keel_reminder_is_important (reminder))
    event->reason = (char *) REASON_DO_NOT_DISTURB;
  else if (reminder->held && event->outcome == KEEL_OUTCOME_LATE)
    event->reason = (char *) REASON_QUIET;
}

static void
fill_missed (KeelReminderRecord *self, const KeelReminder *reminder, KeelReminderEvent *event,
             gconstpointer data)
{
  event->outcome = KEEL_OUTCOME_MISSED;
  event->reason = (char *) (reminder->held ? REASON_QUIET : REASON_ENDED);
}

static void
fill_failed (KeelReminderRecord *self, const KeelReminder *reminder, KeelReminderEvent *event,
             gconstpointer reason)
{
  event->outcome = KEEL_OUTCOME_FAILED;
  event->reason = (char *) reason;
}

static void
fill_repeated (KeelReminderRecord *self, const KeelReminder *reminder, KeelReminderEvent *event,
               gconstpointer data)
{
  event->outcome = KEEL_OUTCOME_REPEATED;
  event->shown = event->at;
  event->reason = (char *) REASON_SERVER;
}

static void
fill_dismissed (KeelReminderRecord *self, const KeelReminder *reminder, KeelReminderEvent *event,
                gconstpointer data)
{
  event->outcome = KEEL_OUTCOME_DISMISSED;
}

static void
fill_nothing (KeelReminderRecord *self, const KeelReminder *reminder, KeelReminderEvent *event,
              gconstpointer data)
{
}

typedef gboolean (*WriteFunc) (KeelReminderFile *file, const KeelReminderEvent *events, guint n_events,
                               GError **error);

/* FALSE where that part could not be written. */
static gboolean
write_part (KeelReminderRecord *self, GPtrArray *part, WriteFunc write_events, FillFunc fill,
            gconstpointer data, const char *trouble)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (get_folder (part));
  g_autofree KeelReminderEvent *events = make_events (self, part, fill, data);
  g_autoptr (GError) error = NULL;

  if (file != NULL && write_events (file, events, part->len, &error))
    return TRUE;
  warn_about (get_folder (part), trouble, error);
  return FALSE;
}

static gboolean
write_all (KeelReminderRecord *self, GPtrArray *reminders, WriteFunc write_events, FillFunc fill,
           gconstpointer data, const char *trouble)
{
  g_autoptr (GPtrArray) parts = split_by_folder (reminders);
  gboolean success = TRUE;

  for (guint i = 0; i < parts->len; i++)
    success &= write_part (self, g_ptr_array_index (parts, i), write_events, fill, data, trouble);
  return success;
}

static void
forget_told (KeelReminderRecord *self, const KeelReminder *reminder)
{
  g_autofree char *key = get_key (reminder);

  g_hash_table_remove (self->unrecorded, key);
  g_hash_table_remove (self->told, key);
}

static void
forget_claim (KeelReminderRecord *self, KeelReminder *reminder, gboolean released)
{
  g_autofree char *key = get_key (reminder);

  g_hash_table_remove (self->unrecorded, key);
  if (released)
    reminder->claimed = FALSE;
}

KeelReminderRecord *
keel_reminder_record_new (KeelClock *clock)
{
  KeelReminderRecord *self = g_new0 (KeelReminderRecord, 1);

  self->clock = g_object_ref (clock);
  self->holder = g_uuid_string_random ();
  self->unrecorded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
keel_reminder_record_free (KeelReminderRecord *self)
{
  g_hash_table_unref (self->unrecorded);
  g_hash_table_unref (self->told);
  g_object_unref (self->clock);
  g_free (self->holder);
  g_free (self);
}

void
keel_reminder_record_claim (KeelReminderRecord *self, GPtrArray *reminders)
{
  g_autoptr (GPtrArray) mine = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  g_autoptr (GPtrArray) restored = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  g_autoptr (GPtrArray) parts = NULL;

  for (guint i = 0; i < reminders->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (reminders, i);

      g_ptr_array_add (reminder->claimed ? mine : others, keel_reminder_ref (reminder));
    }
  parts = split_by_folder (others);
  for (guint i = 0; i < parts->len; i++)
    claim_part (self, g_ptr_array_index (parts, i), mine, restored);
  keel_reminder_record_confirm (self, restored, FALSE);
  g_ptr_array_set_size (reminders, 0);
  g_ptr_array_extend (reminders, mine, (GCopyFunc) (void (*) (void)) keel_reminder_ref, NULL);
}

void
keel_reminder_record_confirm (KeelReminderRecord *self, GPtrArray *reminders, gboolean do_not_disturb)
{
  gint64 now = keel_clock_get_now_us (self->clock);

  g_hash_table_foreach_remove (self->told, is_long_ago, &now);
  note_told (self, reminders);
  write_all (self, reminders, keel_reminder_file_confirm, fill_shown, &do_not_disturb,
             "Reminders could not be recorded");
}

void
keel_reminder_record_miss (KeelReminderRecord *self, GPtrArray *reminders)
{
  write_all (self, reminders, keel_reminder_file_confirm, fill_missed, NULL,
             "Reminders could not be recorded");
}

/* Where it cannot be given back, it stays ours and is tried again as such. */
void
keel_reminder_record_release (KeelReminderRecord *self, GPtrArray *reminders, const char *reason)
{
  g_autoptr (GPtrArray) parts = split_by_folder (reminders);

  for (guint i = 0; i < parts->len; i++)
    {
      GPtrArray *part = g_ptr_array_index (parts, i);
      gboolean released = write_part (self, part, keel_reminder_file_release, fill_failed, reason,
                                      "Reminders could not be given back");

      for (guint j = 0; j < part->len; j++)
        forget_claim (self, g_ptr_array_index (part, j), released);
    }
}

void
keel_reminder_record_repeat (KeelReminderRecord *self, GPtrArray *reminders)
{
  write_all (self, reminders, keel_reminder_file_log, fill_repeated, NULL, "The log could not be written");
}

gboolean
keel_reminder_record_hand_over (KeelReminderRecord *self, GPtrArray *reminders)
{
  if (!write_all (self, reminders, keel_reminder_file_hand_over, fill_nothing, NULL,
                  "Reminders could not be handed over"))
    return FALSE;
  for (guint i = 0; i < reminders->len; i++)
    forget_told (self, g_ptr_array_index (reminders, i));
  return TRUE;
}

void
keel_reminder_record_dismiss (KeelReminderRecord *self, GPtrArray *reminders)
{
  write_all (self, reminders, keel_reminder_file_log, fill_dismissed, NULL, "The log could not be written");
}

gboolean
keel_reminder_record_snooze (KeelReminderRecord *self, const KeelReminder *reminder, gint64 until)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (reminder->folder);
  g_autoptr (GError) error = NULL;

  if (file != NULL && keel_reminder_file_snooze (file, reminder->rule->series, reminder->occurrence.original,
                                                 until, keel_clock_get_now_us (self->clock), &error))
    return TRUE;
  warn_about (reminder->folder, "A reminder could not be snoozed", error);
  return FALSE;
}

gboolean
keel_reminder_record_reply (KeelReminderRecord *self, const KeelReminder *reminder, KeelReply reply)
{
  KeelReminderFile *file = keel_reminder_folder_get_file (reminder->folder);
  g_autoptr (GError) error = NULL;
  const KeelReminderAnswer answer = {
    .series = reminder->rule->series,
    .occurrence = reminder->occurrence.original,
    .start = reminder->occurrence.start,
    .reply = reply,
    .at = keel_clock_get_now (self->clock),
  };

  if (file != NULL && keel_reminder_file_put_answer (file, &answer, &error))
    return TRUE;
  warn_about (reminder->folder, "An answer could not be kept", error);
  return FALSE;
}
