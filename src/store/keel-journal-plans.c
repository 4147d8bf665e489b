#include "keel-journal-plans.h"

#include "core/keel-series.h"
#include "keel-journal-prompts.h"
#include "keel-journal-rows.h"
#include "keel-journal-words.h"

#define COLUMNS "uuid, situation, action, strategy, tags, bind, target, schedule, remind, prompt"

static void
read_schedule (KeelPlan *plan, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    plan->schedule = keel_schedule_from_string (text, &error);
  if (error != NULL)
    g_warning ("The schedule of plan %s cannot be read: %s", plan->uuid, error->message);
  if (plan->schedule != NULL || plan->bind != KEEL_PLAN_TIME)
    return;
  plan->bind = KEEL_PLAN_FREE;
  plan->remind = FALSE;
}

static gpointer
read_plan (sqlite3_stmt *statement)
{
  KeelPlan *plan = keel_plan_new ((const char *) sqlite3_column_text (statement, 1),
                                  (const char *) sqlite3_column_text (statement, 2));
  int bind = keel_word_find (keel_plan_bind_words, (const char *) sqlite3_column_text (statement, 5));

  plan->uuid = keel_column_text (statement, 0);
  plan->strategy = keel_column_text (statement, 3);
  plan->tags = keel_journal_read_tags (statement, 4);
  plan->bind = MAX (bind, KEEL_PLAN_FREE);
  plan->target = keel_column_text (statement, 6);
  plan->remind = sqlite3_column_int (statement, 8) != 0;
  plan->prompt = keel_column_text (statement, 9);
  read_schedule (plan, (const char *) sqlite3_column_text (statement, 7));
  return plan;
}

GPtrArray *
keel_journal_get_plans (KeelJournal *self, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (self->database,
                                     "SELECT " COLUMNS " FROM plan WHERE deleted_at IS NULL ORDER BY id",
                                     error);
  return keel_journal_read_rows (self, statement, read_plan, (GDestroyNotify) keel_plan_free, error);
}

/* *@plan is NULL where there is none; *@deleted is whether it was deleted. */
static gboolean
find (KeelJournal *self, const char *uuid, KeelPlan **plan, gboolean *deleted, GError **error)
{
  return keel_journal_find_row (self, "SELECT " COLUMNS ", deleted_at IS NOT NULL FROM plan WHERE uuid = ?1",
                                uuid, read_plan, (gpointer *) plan, deleted, error);
}

static void
bind_plan (sqlite3_stmt *statement, const KeelPlan *plan)
{
  g_autofree char *schedule = plan->schedule != NULL ? keel_schedule_to_string (plan->schedule) : NULL;

  keel_bind_text (statement, 1, plan->uuid);
  keel_journal_bind_words (statement, 2, plan->situation);
  keel_journal_bind_words (statement, 3, plan->action);
  keel_journal_bind_words (statement, 4, plan->strategy);
  keel_journal_bind_tags (statement, 5, plan->tags);
  keel_bind_text (statement, 6, keel_plan_bind_words[plan->bind]);
  keel_journal_bind_words (statement, 7, plan->target);
  keel_bind_text (statement, 8, schedule);
  sqlite3_bind_int (statement, 9, plan->remind ? 1 : 0);
  keel_bind_text (statement, 10, plan->prompt);
}

static gboolean
write_plan (KeelJournal *self, const KeelPlan *plan, GError **error)
{
  sqlite3_stmt *statement;

  statement = keel_database_prepare (
      self->database,
      "INSERT INTO plan (" COLUMNS ", changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
      " ON CONFLICT (uuid) DO UPDATE SET situation = excluded.situation, action = excluded.action,"
      " strategy = excluded.strategy, tags = excluded.tags, bind = excluded.bind, target = excluded.target,"
      " schedule = excluded.schedule, remind = excluded.remind, prompt = excluded.prompt,"
      " changed_at = excluded.changed_at, deleted_at = NULL",
      error);
  if (statement == NULL)
    return FALSE;
  bind_plan (statement, plan);
  sqlite3_bind_int64 (statement, 11, keel_clock_get_now (self->clock));
  return keel_database_step (self->database, statement, NULL, error);
}

/* Whoever opens the profile reads what it is of; a notification says it only where all its words may be said.
 */
static gboolean
put_prompt (KeelJournal *self, const KeelPlan *plan, GError **error)
{
  g_autoptr (KeelPrompt) prompt = keel_prompt_new (KEEL_PROMPT_PLAN, plan->schedule);

  prompt->uuid = g_strdup (plan->prompt);
  prompt->subject = g_strdup (plan->uuid);
  prompt->words = g_strstrip (g_strdup (plan->action));
  return keel_journal_put_prompt (self, prompt, error);
}

/* A reminder that is dropped keeps its UUID with the plan: whoever wants it again within a while gets the
 * same. */
static gboolean
settle_prompt (KeelJournal *self, KeelPlan *plan, const KeelPlan *was, gboolean *reminders, GError **error)
{
  gboolean wanted = plan->remind && plan->schedule != NULL;

  if (plan->prompt == NULL && was != NULL)
    plan->prompt = g_strdup (was->prompt);
  *reminders = wanted || plan->prompt != NULL;
  if (!wanted)
    return plan->prompt == NULL || keel_journal_put_prompt_away (self, plan->prompt, error);
  if (plan->prompt == NULL)
    plan->prompt = g_uuid_string_random ();
  return put_prompt (self, plan, error);
}

static gboolean
change (KeelJournal *self, KeelPlan *plan, KeelPlan **before, gboolean *reminders, GError **error)
{
  g_autoptr (KeelPlan) was = NULL;
  gboolean deleted = FALSE;

  if (plan->uuid == NULL)
    plan->uuid = g_uuid_string_random ();
  else if (!find (self, plan->uuid, &was, &deleted, error))
    return FALSE;
  if (!settle_prompt (self, plan, was, reminders, error) || !write_plan (self, plan, error))
    return FALSE;
  if (!deleted)
    *before = g_steal_pointer (&was);
  return TRUE;
}

gboolean
keel_journal_set_plan (KeelJournal *self, KeelPlan *plan, KeelPlan **before, gboolean *reminders,
                       GError **error)
{
  g_autoptr (KeelPlan) was = NULL;
  gboolean is_new = plan->uuid == NULL;
  gboolean success;

  *reminders = FALSE;
  if (!keel_plan_is_possible (plan))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
                   "A plan says if what and then what, and what it is bound to");
      return FALSE;
    }
  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = change (self, plan, &was, reminders, error);
  if (!keel_journal_end_row (self, success, *reminders, error))
    {
      if (is_new)
        g_clear_pointer (&plan->uuid, g_free);
      return FALSE;
    }
  if (before != NULL)
    *before = g_steal_pointer (&was);
  return TRUE;
}

static gboolean
mark (KeelJournal *self, const char *uuid, gboolean deleted, gboolean *reminders, GError **error)
{
  g_autoptr (KeelPlan) plan = NULL;
  gboolean was_deleted = FALSE;

  if (!keel_journal_mark_or_miss (self,
                                  "UPDATE plan SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                  " WHERE uuid = ?1",
                                  uuid, deleted, "plan", error) ||
      !find (self, uuid, &plan, &was_deleted, error))
    return FALSE;
  if (plan == NULL || plan->prompt == NULL || !plan->remind)
    return TRUE;
  *reminders = TRUE;
  return deleted ? keel_journal_put_prompt_away (self, plan->prompt, error) : put_prompt (self, plan, error);
}

gboolean
keel_journal_set_plan_deleted (KeelJournal *self, const char *uuid, gboolean deleted, gboolean *reminders,
                               GError **error)
{
  gboolean success;

  *reminders = FALSE;
  if (!keel_database_begin (self->database, error))
    return FALSE;
  success = mark (self, uuid, deleted, reminders, error);
  return keel_journal_end_row (self, success, *reminders, error);
}
