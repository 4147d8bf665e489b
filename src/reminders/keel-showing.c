#include "keel-showing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "keel-reminder-folder.h"
#include "keel-snooze-choice.h"

#define LAST_SNOOZE KEEL_ANSWER_SNOOZE_START

/* The same after a restart, another for each profile (a folder that was copied holds the same series), and
 * nothing that anybody who sees it could read. */
static char *
make_tag (const char *prefix, const KeelReminder *first)
{
  g_autofree char *key = g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT,
                                          keel_reminder_folder_get_path (first->folder), first->rule->series,
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
  g_free (self->written);
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
  int order = keel_reminder_is_question (one) - keel_reminder_is_question (other);

  if (order == 0 && one->occurrence.start != other->occurrence.start)
    order = one->occurrence.start < other->occurrence.start ? -1 : 1;
  if (order == 0)
    order = g_strcmp0 (one->rule->series, other->rule->series);
  if (order == 0)
    order = strcmp (keel_reminder_folder_get_path (one->folder),
                    keel_reminder_folder_get_path (other->folder));
  if (order == 0)
    order = (one->occurrence.original > other->occurrence.original) -
            (one->occurrence.original < other->occurrence.original);
  return order != 0 ? order : (one->due > other->due) - (one->due < other->due);
}

static gboolean
is_same_kind (const KeelReminder *a, const KeelReminder *b)
{
  return keel_reminder_is_question (a) == keel_reminder_is_question (b);
}

GPtrArray *
keel_showing_group (GPtrArray *due)
{
  GPtrArray *showings = g_ptr_array_new ();
  KeelShowing *showing = NULL;

  g_ptr_array_sort (due, compare_reminders);
  for (guint i = 0; i < due->len; i++)
    {
      KeelReminder *reminder = g_ptr_array_index (due, i);

      if (showing == NULL || !is_same_kind (get_first (showing), reminder) ||
          !keel_reminder_same_occurrence (get_first (showing), reminder))
        {
          showing = new_showing ("keel", reminder);
          showing->n_occurrences = 1;
          g_ptr_array_add (showings, showing);
        }
      g_ptr_array_add (showing->reminders, keel_reminder_ref (reminder));
    }
  return showings;
}

GPtrArray *
keel_showing_take_like (GPtrArray *showings)
{
  const KeelReminder *first = get_first (g_ptr_array_index (showings, 0));
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < showings->len;)
    {
      const KeelReminder *other = get_first (g_ptr_array_index (showings, i));

      if (other->folder == first->folder && is_same_kind (first, other))
        g_ptr_array_add (own, g_ptr_array_steal_index (showings, i));
      else
        i++;
    }
  return own;
}

static guint
count_occurrences (GPtrArray *reminders)
{
  guint count = 0;

  for (guint i = 0; i < reminders->len; i++)
    count += i == 0 || !keel_reminder_same_occurrence (g_ptr_array_index (reminders, i - 1),
                                                       g_ptr_array_index (reminders, i));
  return count;
}

static void
settle (KeelShowing *self)
{
  g_ptr_array_sort (self->reminders, compare_reminders);
  self->n_occurrences = count_occurrences (self->reminders);
}

static void
take_reminders (KeelShowing *self, KeelShowing *other)
{
  g_ptr_array_extend_and_steal (self->reminders, g_steal_pointer (&other->reminders));
  other->reminders = g_ptr_array_new ();
  keel_showing_free (other);
}

KeelShowing *
keel_showing_summarize (GPtrArray *showings)
{
  KeelShowing *summary = new_showing ("keel-several", get_first (g_ptr_array_index (showings, 0)));

  summary->summary = TRUE;
  for (guint i = 0; i < showings->len; i++)
    take_reminders (summary, g_ptr_array_index (showings, i));
  settle (summary);
  return summary;
}

void
keel_showing_join (KeelShowing *self, KeelShowing *other)
{
  take_reminders (self, other);
  settle (self);
}

void
keel_showing_set_reminders (KeelShowing *self, GPtrArray *reminders)
{
  g_return_if_fail (reminders->len > 0);

  g_ptr_array_unref (self->reminders);
  self->reminders = reminders;
  settle (self);
}

gboolean
keel_showing_remove (KeelShowing *self, guint position)
{
  if (self->reminders->len == 1)
    return FALSE;
  g_ptr_array_remove_index (self->reminders, position);
  self->n_occurrences = count_occurrences (self->reminders);
  return TRUE;
}

KeelReminderFolder *
keel_showing_get_folder (const KeelShowing *self)
{
  return get_first (self)->folder;
}

gboolean
keel_showing_is_question (const KeelShowing *self)
{
  return keel_reminder_is_question (get_first (self));
}

gboolean
keel_showing_is_important (const KeelShowing *self)
{
  for (guint i = 0; i < self->reminders->len; i++)
    if (keel_reminder_is_important (g_ptr_array_index (self->reminders, i)))
      return TRUE;
  return FALSE;
}

gboolean
keel_showing_is_silent (const KeelShowing *self)
{
  for (guint i = 0; i < self->reminders->len; i++)
    if (!((const KeelReminder *) g_ptr_array_index (self->reminders, i))->rule->silent)
      return FALSE;
  return TRUE;
}

gint64
keel_showing_get_turn (const KeelShowing *self, gint64 after)
{
  const KeelReminder *first = get_first (self);

  if (self->n_occurrences > 1 || !first->rule->meeting || keel_reminder_is_question (first))
    return KEEL_REMINDER_NEVER;
  if (first->occurrence.start > after)
    return first->occurrence.start;
  return first->occurrence.end > after ? first->occurrence.end : KEEL_REMINDER_NEVER;
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

static void
offer_snoozes (const KeelReminder *first, gint64 now, gboolean *answers)
{
  for (KeelAnswer answer = KEEL_ANSWER_SNOOZE; answer <= LAST_SNOOZE; answer++)
    if (answer != KEEL_ANSWER_DIRECTIONS && answer != KEEL_ANSWER_OPEN)
      answers[answer] = keel_snooze_is_offered (answer, first->occurrence.start, first->end, now,
                                                first->rule->meeting);
}

/* What shows more than the time, or leads away from the lock, only where the person is alone or allowed it.
 */
static void
offer_answers (const KeelShowing *self, const KeelReminderScene *scene, gboolean *answers)
{
  const KeelReminder *first = get_first (self);
  g_autofree char *link = keel_reminder_get_link (first);
  g_autofree char *map = keel_reminder_get_map (first);
  gboolean ahead = first->rule->meeting && scene->now < first->occurrence.start;
  gboolean over = keel_reminder_is_over (first, scene->now);

  if (keel_showing_is_question (self))
    {
      answers[KEEL_ANSWER_WENT] = TRUE;
      answers[KEEL_ANSWER_NOT_THIS_TIME] = TRUE;
      return;
    }
  offer_snoozes (first, scene->now, answers);
  if (!keel_reminder_is_open (first, scene->alone))
    return;
  answers[KEEL_ANSWER_JOIN] = link != NULL && !over;
  answers[KEEL_ANSWER_DIRECTIONS] = map != NULL && !over;
  answers[KEEL_ANSWER_GOING] = ahead;
  answers[KEEL_ANSWER_NOT_TODAY] = ahead;
}

/* Of several that are due for one date, that it is time to leave says most. */
static const KeelReminder *
get_telling (const KeelShowing *self)
{
  for (guint i = 0; i < self->reminders->len; i++)
    {
      const KeelReminder *reminder = g_ptr_array_index (self->reminders, i);

      if (reminder->rule->travel && reminder->lead == reminder->rule->lead)
        return reminder;
    }
  return get_first (self);
}

static void
write_one (const KeelShowing *self, const KeelReminderScene *scene, KeelNotification *written)
{
  const KeelReminder *telling = get_telling (self);

  written->title = keel_reminder_text_title (telling, scene);
  written->body = keel_reminder_text_body (telling, scene);
  offer_answers (self, scene, written->answers);
}

static void
write_several (const KeelShowing *self, const KeelReminderScene *scene, KeelNotification *written)
{
  g_autoptr (GArray) starts = list_starts (self);

  written->body = keel_reminder_text_summary_body (starts, scene);
  if (keel_showing_is_question (self))
    {
      written->title = keel_reminder_text_title (get_first (self), scene);
      return;
    }
  written->title = keel_reminder_text_summary_title (self->n_occurrences);
  written->answers[KEEL_ANSWER_SNOOZE] = TRUE;
}

static void
add_failure (KeelNotification *written)
{
  g_autofree char *body = g_steal_pointer (&written->body);
  const char *failure = _ ("Your answer could not be saved.");

  written->body = body != NULL ? g_strjoin ("\n", failure, body, NULL) : g_strdup (failure);
}

void
keel_showing_write (const KeelShowing *self, const KeelReminderScene *scene, KeelNotification *written)
{
  written->tag = g_strdup (self->tag);
  written->answers[KEEL_ANSWER_OPEN] = TRUE;
  if (self->n_occurrences == 1)
    write_one (self, scene, written);
  else
    write_several (self, scene, written);
  if (self->failed)
    add_failure (written);
}

char *
keel_showing_describe (const KeelNotification *written)
{
  GString *text = g_string_new (written->title);

  g_string_append_printf (text, "\n%s\n", written->body != NULL ? written->body : "");
  for (KeelAnswer answer = 0; answer < KEEL_ANSWER_SNOOZE; answer++)
    g_string_append_c (text, written->answers[answer] ? '1' : '0');
  return g_string_free (text, FALSE);
}
