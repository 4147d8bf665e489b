#include "config.h"

#include "keel-session-care.h"

#include <glib/gi18n-lib.h>

#include "core/keel-person.h"
#include "store/keel-journal-entries.h"
#include "store/keel-journal-aims.h"
#include "store/keel-journal-people.h"
#include "store/keel-journal-risk-dates.h"
#include "store/keel-profile-medicine.h"
#include "store/keel-profile-plans.h"

#include "keel-session-private.h"

#define CHANGED "care-changed"
#define CASE "w54"

/* --- Rows --- */

/* By KeelCareKind. */
static const KeelSessionRows all_rows[] = {
  [KEEL_CARE_MEDICINE] = {
    .copy = (GBoxedCopyFunc) keel_medicine_copy,
    .free = (GBoxedFreeFunc) keel_medicine_free,
    .uuid = G_STRUCT_OFFSET (KeelMedicine, uuid),
    .in_profile = TRUE,
    .set = (KeelSessionSetRow) keel_profile_set_medicine,
    .set_deleted = (KeelSessionSetRowDeleted) keel_profile_set_medicine_deleted,
    .signal = CHANGED,
    .changes = TRUE,
  },
  [KEEL_CARE_RISK_DATE] = {
    .copy = (GBoxedCopyFunc) keel_risk_date_copy,
    .free = (GBoxedFreeFunc) keel_risk_date_free,
    .uuid = G_STRUCT_OFFSET (KeelRiskDate, uuid),
    .set = (KeelSessionSetRow) keel_journal_set_risk_date,
    .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_risk_date_deleted,
    .signal = CHANGED,
    .changes = TRUE,
  },
  [KEEL_CARE_AIM] = {
    .copy = (GBoxedCopyFunc) keel_aim_copy,
    .free = (GBoxedFreeFunc) keel_aim_free,
    .uuid = G_STRUCT_OFFSET (KeelAim, uuid),
    .set = (KeelSessionSetRow) keel_journal_set_aim,
    .set_deleted = (KeelSessionSetRowDeleted) keel_journal_set_aim_deleted,
    .signal = CHANGED,
    .changes = TRUE,
  },
};

const KeelSessionRows *
keel_care_get_rows (KeelCareKind kind)
{
  return &all_rows[kind];
}

static void
case_free (KeelCareCase *one)
{
  g_free (one->uuid);
  g_free (one->title);
  g_free (one->status);
  g_free (one);
}

static void
clear_array (GPtrArray *array)
{
  if (array != NULL)
    g_ptr_array_unref (array);
}

static void
care_clear (KeelCare *self)
{
  clear_array (self->medicines);
  clear_array (self->marks);
  clear_array (self->dates);
  clear_array (self->goals);
  clear_array (self->ticks);
  clear_array (self->plans);
  clear_array (self->people);
  clear_array (self->cases);
}

void
keel_care_unref (KeelCare *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) care_clear);
}

/* --- Reading --- */

static KeelProfile *
get_profile (gpointer source)
{
  return keel_session_get_profile (KEEL_SESSION (source));
}

static gboolean
read_medicines (KeelCare *care, KeelProfile *profile, GError **error)
{
  care->medicines = keel_profile_get_medicines (profile, error);
  for (guint i = 0; care->medicines != NULL && i < care->medicines->len; i++)
    {
      const KeelMedicine *medicine = g_ptr_array_index (care->medicines, i);
      GArray *marks = keel_profile_get_medicine_marks (profile, medicine->uuid, error);

      if (marks == NULL)
        return FALSE;
      g_ptr_array_add (care->marks, marks);
    }
  return care->medicines != NULL;
}

static gboolean
read_goals (KeelCare *care, KeelJournal *journal, GError **error)
{
  care->goals = keel_journal_get_aims (journal, error);
  for (guint i = 0; care->goals != NULL && i < care->goals->len; i++)
    {
      const KeelAim *goal = g_ptr_array_index (care->goals, i);
      GArray *ticks = keel_journal_get_aim_ticks (journal, goal->uuid, error);

      if (ticks == NULL)
        return FALSE;
      g_ptr_array_add (care->ticks, ticks);
    }
  return care->goals != NULL;
}

/* The label of the one option that was chosen; transfer none, nullable. */
static const char *
find_choice (const KeelWorksheet *worksheet, const KeelAnswers *answers, const char *id, gboolean *done)
{
  const KeelField *field = keel_worksheet_find_field (worksheet, id);
  g_auto (GStrv) chosen = keel_answers_get_texts (answers, id);
  const KeelOption *option = field != NULL && chosen[0] != NULL ? keel_option_find (field->options, chosen[0])
                                                                : NULL;

  *done = chosen[0] != NULL && g_str_equal (chosen[0], "done");
  return option != NULL ? option->label : NULL;
}

/* What the person calls it, else what they want to come to, else what it is about. */
static char *
make_title (const KeelEntry *entry, const KeelWorksheet *worksheet, const KeelAnswers *answers)
{
  const char *goal = keel_answers_get_text (answers, "goal");
  gboolean done;
  const char *need = find_choice (worksheet, answers, "need", &done);

  if (entry->title != NULL)
    return g_strdup (entry->title);
  if (goal != NULL)
    return g_strdup (goal);
  return g_strdup (need != NULL ? need : entry->beginning != NULL ? entry->beginning : entry->name);
}

static KeelCareCase *
read_case (KeelJournal *journal, const KeelEntry *entry, GError **error)
{
  g_autoptr (KeelWorksheet) worksheet = keel_journal_read_template (journal, entry->uuid, error);
  g_autoptr (KeelAnswers) answers = worksheet != NULL
                                        ? keel_journal_read_answers (journal, entry->uuid, error)
                                        : NULL;
  KeelCareCase *one;

  if (answers == NULL)
    return NULL;
  one = g_new0 (KeelCareCase, 1);
  one->uuid = g_strdup (entry->uuid);
  one->title = make_title (entry, worksheet, answers);
  one->status = g_strdup (find_choice (worksheet, answers, "status", &one->done));
  return one;
}

/* An entry that cannot be read is told of on its own page, not here. */
static gboolean
read_cases (KeelCare *care, KeelJournal *journal, GError **error)
{
  const KeelEntryFilter filter = { .worksheet = CASE, .told = TRUE };
  g_autoptr (GPtrArray) entries = keel_journal_get_entries (journal, &filter, error);
  guint n_open = 0;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      KeelCareCase *one = read_case (journal, g_ptr_array_index (entries, i), NULL);

      if (one == NULL)
        continue;
      g_ptr_array_insert (care->cases, one->done ? -1 : (int) n_open, one);
      n_open += one->done ? 0 : 1;
    }
  return entries != NULL;
}

static gboolean
read_care (KeelCare *care, KeelProfile *profile, GError **error)
{
  KeelJournal *journal = keel_profile_get_journal (profile);

  return read_medicines (care, profile, error) && read_goals (care, journal, error) &&
         (care->dates = keel_journal_get_risk_dates (journal, error)) != NULL &&
         (care->plans = keel_profile_get_plans (profile, error)) != NULL &&
         (care->people = keel_journal_get_people (journal, error)) != NULL &&
         read_cases (care, journal, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (KeelCare) care = g_atomic_rc_box_new0 (KeelCare);
  GError *error = NULL;

  care->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  care->ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  care->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) case_free);
  if (read_care (care, get_profile (source), &error))
    g_task_return_pointer (task, g_steal_pointer (&care), (GDestroyNotify) keel_care_unref);
  else
    g_task_return_error (task, error);
}

void
keel_session_read_care_async (KeelSession *self, KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  keel_session_run (self, task, read_in_thread, FALSE);
}

KeelCare *
keel_session_read_care_finish (KeelSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Changing --- */

/* What is wanted of one row, beside what it says. */
typedef struct
{
  char *uuid;
  gint64 day;
  guint wish; /* a KeelMedicineState, or ticked */
} Wish;

static void
wish_free (Wish *wish)
{
  g_free (wish->uuid);
  g_free (wish);
}

static void
run_wish (KeelSession *self, const char *uuid, gint64 day, guint what, GTaskThreadFunc func,
          KeelSessionCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Wish *wish = g_new0 (Wish, 1);

  *wish = (Wish){ g_strdup (uuid), day, what };
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  keel_session_tell_after (self, task, CHANGED, NULL);
  keel_session_run (self, task, func, TRUE);
}

/* Takes @error. */
static void
return_outcome (GTask *task, gboolean success, GError *error)
{
  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
mark_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Wish *wish = task_data;
  GError *error = NULL;
  gboolean success = keel_profile_mark_medicine (get_profile (source), wish->uuid, wish->day,
                                                 (KeelMedicineState) wish->wish, NULL, &error);

  return_outcome (task, success, error);
}

void
keel_session_mark_medicine_async (KeelSession *self, const char *uuid, gint64 day, KeelMedicineState state,
                                  KeelSessionCallback callback, gpointer data)
{
  run_wish (self, uuid, day, state, mark_in_thread, callback, data);
}

static void
tick_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Wish *wish = task_data;
  GError *error = NULL;
  gboolean success = keel_journal_tick_aim (keel_profile_get_journal (get_profile (source)), wish->uuid,
                                            wish->day, wish->wish != 0, &error);

  return_outcome (task, success, error);
}

void
keel_session_tick_aim_async (KeelSession *self, const char *uuid, gint64 day, gboolean ticked,
                             KeelSessionCallback callback, gpointer data)
{
  run_wish (self, uuid, day, ticked ? 1 : 0, tick_in_thread, callback, data);
}
