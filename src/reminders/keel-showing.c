#include "keel-showing.h"

#include <string.h>

#include "keel-reminder-folder.h"
#include "keel-reminder-text.h"

/* The same after a restart, another for each profile (a folder that was copied holds the same series), and
 * nothing that anybody who sees it could read. */
static char *
make_tag (const char *prefix, const KeelReminder *first)
{
  g_autofree char *key = g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT,
                                          keel_reminder_folder_get_path (first->folder), first->series,
                                          first->occurrence.original);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  return g_strdup_printf ("%s-%.32s", prefix, digest);
}

static KeelShowing *
new_showing (const char *prefix, const KeelReminder *first)
{
  KeelShowing *self = g_new0 (KeelShowing, 1);

  self->tag = make_tag (prefix, first);
  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_reminder_unref);
  return self;
}

void
keel_showing_free (KeelShowing *self)
{
  g_free (self->tag);
  g_free (self->server);
  g_ptr_array_unref (self->reminders);
  g_free (self);
}

static const KeelReminder *
get_first (const KeelShowing *self)
{
  return g_ptr_array_index (self->reminders, 0);
}

static int
compare_reminders (gconstpointer a, gconstpointer b)
{
  const KeelReminder *one = *(KeelReminder *const *) a;
  const KeelReminder *other = *(KeelReminder *const *) b;
  int order;

  if (one->occurrence.start != other->occurrence.start)
    return one->occurrence.start < other->occurrence.start ? -1 : 1;
  order = g_strcmp0 (one->series, other->series);
  if (order == 0)
    order = strcmp (keel_reminder_folder_get_path (one->folder),
                    keel_reminder_folder_get_path (other->folder));
  if (order == 0)
    order = (one->occurrence.original > other->occurrence.original) -
            (one->occurrence.original < other->occurrence.original);
  return order != 0 ? order : (one->due > other->due) - (one->due < other->due);
}

static GPtrArray *
group_by_occurrence (GPtrArray *due)
{
  GPtrArray *showings = g_ptr_array_new ();
  KeelShowing *showing = NULL;

  for (guint i = 0; i < due->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (due, i);

      if (showing == NULL || !keel_reminder_same_occurrence (get_first (showing), reminder))
        {
          showing = new_showing ("keel", reminder);
          showing->n_occurrences = 1;
          g_ptr_array_add (showings, showing);
        }
      g_ptr_array_add (showing->reminders, keel_reminder_ref (reminder));
    }
  return showings;
}

/* What is first in @showings, and all of the same profile. */
static GPtrArray *
take_profile (GPtrArray *showings)
{
  KeelReminderFolder *folder = keel_showing_get_folder (g_ptr_array_index (showings, 0));
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < showings->len;)
    if (keel_showing_get_folder (g_ptr_array_index (showings, i)) == folder)
      g_ptr_array_add (own, g_ptr_array_steal_index (showings, i));
    else
      i++;
  return own;
}

/* Takes the elements of @showings, which are one profile's. */
static KeelShowing *
summarize (GPtrArray *showings)
{
  KeelShowing *summary = new_showing ("keel-several", get_first (g_ptr_array_index (showings, 0)));

  for (guint i = 0; i < showings->len; i++)
    {
      KeelShowing *showing = g_ptr_array_index (showings, i);

      summary->n_occurrences += showing->n_occurrences;
      g_ptr_array_extend_and_steal (summary->reminders, g_steal_pointer (&showing->reminders));
      showing->reminders = g_ptr_array_new ();
      keel_showing_free (showing);
    }
  return summary;
}

GPtrArray *
keel_showing_group (GPtrArray *due)
{
  GPtrArray *result = g_ptr_array_new ();
  g_autoptr (GPtrArray) showings = NULL;

  g_ptr_array_sort (due, compare_reminders);
  showings = group_by_occurrence (due);
  while (showings->len > 0)
    {
      g_autoptr (GPtrArray) own = take_profile (showings);

      if (own->len > KEEL_MOST_NOTIFICATIONS)
        g_ptr_array_add (result, summarize (own));
      else
        g_ptr_array_extend (result, own, NULL, NULL);
    }
  return result;
}

KeelReminderFolder *
keel_showing_get_folder (const KeelShowing *self)
{
  return get_first (self)->folder;
}

static GArray *
list_starts (const KeelShowing *self)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  const KeelReminder *last = NULL;

  for (guint i = 0; i < self->reminders->len; i++)
    {
      const KeelReminder *reminder = g_ptr_array_index (self->reminders, i);

      if (last == NULL || !keel_reminder_same_occurrence (last, reminder))
        g_array_append_val (starts, reminder->occurrence.start);
      last = reminder;
    }
  return starts;
}

void
keel_showing_write (const KeelShowing *self, gint64 now, GTimeZone *person, KeelNotification *written)
{
  const KeelReminder *first = get_first (self);

  written->tag = g_strdup (self->tag);
  written->answers[KEEL_ANSWER_OPEN] = TRUE;
  written->answers[KEEL_ANSWER_SNOOZE] = TRUE;
  if (self->n_occurrences == 1)
    {
      written->title = keel_reminder_text_title (first, now, person);
      written->body = keel_reminder_text_body (first, now, person);
      written->answers[KEEL_ANSWER_JOIN] = first->link != NULL;
    }
  else
    {
      g_autoptr (GArray) starts = list_starts (self);

      written->title = keel_reminder_text_summary_title (self->n_occurrences);
      written->body = keel_reminder_text_summary_body (starts, now, person);
    }
}
