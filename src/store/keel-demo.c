#include "keel-demo.h"

#include <glib/gi18n-lib.h>

#include "keel-data-dir.h"
#include "keel-demo-mark.h"
#include "keel-demo-year.h"
#include "keel-journal-preferences.h"
#include "keel-journal-days.h"
#include "keel-journal-entries.h"
#include "keel-journal-private.h"
#include "keel-journal-programs.h"

static const char *
get_name (KeelPageGroups pages)
{
  if (pages == KEEL_PAGES_FAMILY)
    return _ ("Demo for families (made up)");
  if (pages == (KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY))
    return _ ("Demo for both (made up)");
  return _ ("Demo (made up)");
}

void
keel_demo_year_go (KeelDemoYear *self, int ago, int minute)
{
  KeelLocalTime local = (self->today - ago) * KEEL_MINUTES_PER_DAY + minute;

  keel_demo_clock_set (self->clock, keel_local_time_to_utc (local, self->zone));
}

int
keel_demo_year_vary (int day, int salt, int below)
{
  guint32 mixed = (guint32) day * 2654435761u ^ (guint32) (salt + 1) * 2246822519u;

  mixed ^= mixed >> 15;
  mixed *= 2246822519u;
  mixed ^= mixed >> 13;
  return (int) (mixed % (guint32) below);
}

/* What is lost when the power goes meanwhile is made up: it need not reach the disk with each row. */
static gboolean
set_durable (KeelJournal *journal, gboolean durable, GError **error)
{
  return keel_database_execute (journal->database,
                                durable ? "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA"
                                        : "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF",
                                error);
}

static gboolean
choose_programs (KeelDemoYear *self, GError **error)
{
  const char *codes[6];
  guint n = 0;

  if (self->member)
    {
      codes[n++] = "aa";
      codes[n++] = "smart";
    }
  if (self->family)
    {
      codes[n++] = "al-anon";
      codes[n++] = "smartff";
    }
  codes[n++] = "therapy";
  codes[n] = NULL;
  keel_demo_year_go (self, KEEL_DEMO_FIRST_DAY, 9 * 60);
  return keel_journal_choose_programs (self->journal, codes, error);
}

/* Whether somebody went to a meeting that there is not. */
static gboolean
ask_nothing (KeelDemoYear *self, GError **error)
{
  KeelReminderPreferences preferences = KEEL_REMINDER_PREFERENCES_USUAL;

  preferences.ask_afterwards = FALSE;
  return keel_journal_set_reminder_preferences (self->journal, &preferences, error);
}

static gboolean
fill (KeelDemoYear *self, GError **error)
{
  return choose_programs (self, error) && ask_nothing (self, error) && keel_demo_add_meetings (self, error) &&
         keel_demo_add_people (self, error) && keel_demo_add_days (self, error) &&
         keel_demo_add_check_ins (self, error) && keel_demo_add_urges (self, error) &&
         keel_demo_add_care (self, error) && keel_demo_add_entries (self, error);
}

static gboolean
find_today (KeelDemoYear *self, GError **error)
{
  KeelDayOptions options;
  KeelLogicalNow now;

  if (!keel_journal_get_day_options (self->journal, &options, error) ||
      !keel_journal_get_logical_now (self->journal, &options, &now, NULL, error))
    return FALSE;
  self->today = now.day;
  return TRUE;
}

/* What was reached before today is no news. */
static gboolean
tell_milestones (KeelDemoYear *self, GError **error)
{
  g_autoptr (KeelDays) days = keel_journal_read_days (self->journal, self->content, error);

  return days != NULL && keel_journal_tell_reached (self->journal, days->untold, error);
}

/* reminders.db comes last, with all there is. */
static gboolean
finish (KeelDemoYear *self, GError **error)
{
  keel_demo_clock_set (self->clock, 0);
  return tell_milestones (self, error) && keel_journal_index_entries (self->journal, error) &&
         set_durable (self->journal, TRUE, error) && keel_profile_project (self->profile, error);
}

static void
clear_year (KeelDemoYear *self)
{
  for (guint i = 0; i < KEEL_DEMO_N_PEOPLE; i++)
    g_free (self->people[i]);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->profile);
  g_clear_object (&self->clock);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelDemoYear, clear_year)

static gboolean
live (const char *data_dir, const char *id, KeelPageGroups pages, KeelContent *content, KeelClock *clock,
      GError **error)
{
  g_auto (KeelDemoYear) self = { 0 };

  self.clock = keel_demo_clock_new (clock);
  self.zone = keel_clock_get_zone (clock);
  self.content = content;
  self.pages = pages;
  self.member = (pages & KEEL_PAGES_MEMBER) != 0;
  self.family = (pages & KEEL_PAGES_FAMILY) != 0;
  self.profile = keel_profile_open (data_dir, id, NULL, KEEL_CLOCK (self.clock), error);
  if (self.profile == NULL)
    return FALSE;
  self.journal = keel_profile_get_journal (self.profile);
  return find_today (&self, error) && set_durable (self.journal, FALSE, error) && fill (&self, error) &&
         finish (&self, error);
}

/**
 * keel_demo_create:
 * @pages: which pages it has; they decide what its year was like
 * @content: with the worksheets and strategies that it was filled with
 * @clock: what day it is
 *
 * A demo that cannot be finished is removed again. Errors are of KEEL_STORE_ERROR.
 */
char *
keel_demo_create (const char *data_dir, KeelPageGroups pages, KeelContent *content, KeelClock *clock,
                  GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (data_dir != NULL && pages != 0, NULL);
  g_return_val_if_fail (KEEL_IS_CONTENT (content) && KEEL_IS_CLOCK (clock), NULL);

  id = keel_profiles_create (data_dir, get_name (pages), pages, "weather-few-clouds", error);
  if (id == NULL)
    return NULL;
  folder = keel_data_dir_get_profile (data_dir, id);
  if (keel_demo_mark_set (folder, error) && live (data_dir, id, pages, content, clock, error))
    return g_steal_pointer (&id);
  keel_profiles_remove (data_dir, id, NULL);
  return NULL;
}

char *
keel_demo_find (const char *data_dir, KeelPageGroups pages)
{
  g_autoptr (GPtrArray) cards = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  cards = keel_profiles_list (data_dir);
  for (guint i = 0; i < cards->len; i++)
    {
      const KeelProfileCard *card = cards->pdata[i];

      if ((pages == 0 || card->settings->pages == pages) && keel_demo_mark_is_set (card->folder))
        return g_strdup (card->id);
    }
  return NULL;
}

gboolean
keel_demo_is (const char *data_dir, const char *id)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (data_dir != NULL && id != NULL, FALSE);

  folder = keel_data_dir_get_profile (data_dir, id);
  return keel_demo_mark_is_set (folder);
}

gboolean
keel_demo_remove (const char *data_dir, const char *id, GError **error)
{
  g_return_val_if_fail (data_dir != NULL && id != NULL, FALSE);

  if (keel_demo_is (data_dir, id))
    return keel_profiles_remove (data_dir, id, error);
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "“%s” is no demo", id);
  return FALSE;
}
