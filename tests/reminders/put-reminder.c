/* Puts reminders in place as following a meeting does, for tests with real processes.
 *
 * usage: put-reminder FOLDER SERIES START LEAD UNTIL LINK
 *   START: seconds UTC, on a full minute; LEAD: minutes; UNTIL: seconds UTC of a snooze, or 0; LINK may be
 *   empty. Says nothing but the time; all buttons.
 * usage: put-reminder FOLDER <KEY-FILE
 *   Any number of groups [rule N] with series, start (local, 2026-03-29T02:30), and where they are not the
 *   usual ones zone (UTC), minutes (60), repeat, lead (0), since (0), name, link, place, map, text (0; 1:
 * name, 2: full), reach (0; 1: alone, 2: always), silent, important, travel (0), meeting (1); of groups
 * [snooze N] with series, occurrence (as start) and until (seconds UTC); and a group [preferences] with
 * silent (0), quiet-from, quiet-to (-1: minutes of the day), ask (1).
 *
 * Both add to the rules that are there; the preferences are replaced. */
#include <stdlib.h>

#include "store/keel-data-dir.h"
#include "store/keel-reminder-file.h"

static gboolean
project (KeelReminderFile *file, GPtrArray *rules, KeelReminderPreferences preferences, GError **error)
{
  const KeelProjected projected = { rules, NULL, preferences, 1 };

  return keel_reminder_file_project (file, &projected, error);
}

static KeelReminderRule *
make_rule (char **argv, GError **error)
{
  KeelLocalTime start = g_ascii_strtoll (argv[3], NULL, 10) / 60;
  g_autoptr (KeelSchedule) schedule = keel_schedule_new (start, "UTC", 60, NULL, error);
  KeelReminderRule *rule;

  if (schedule == NULL)
    return NULL;
  rule = keel_reminder_rule_new (argv[2], atoi (argv[4]), schedule, start * 60 - 7 * 24 * 60 * 60);
  rule->name = g_strdup ("A name that nobody may see");
  rule->link = *argv[6] != '\0' ? g_strdup (argv[6]) : NULL;
  rule->reach = KEEL_REACH_ALWAYS;
  return rule;
}

static int
get_number (GKeyFile *keys, const char *group, const char *key, int usual)
{
  return g_key_file_has_key (keys, group, key, NULL) ? g_key_file_get_integer (keys, group, key, NULL)
                                                     : usual;
}

static gboolean
read_local (GKeyFile *keys, const char *group, const char *key, KeelLocalTime *local, GError **error)
{
  g_autofree char *text = g_key_file_get_string (keys, group, key, error);

  if (text == NULL)
    return FALSE;
  if (keel_local_time_parse (text, local))
    return TRUE;
  g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "no local time: %s", text);
  return FALSE;
}

static KeelSchedule *
read_schedule (GKeyFile *keys, const char *group, GError **error)
{
  g_autofree char *zone = g_key_file_get_string (keys, group, "zone", NULL);
  g_autofree char *repeat = g_key_file_get_string (keys, group, "repeat", NULL);
  KeelLocalTime start;

  if (!read_local (keys, group, "start", &start, error))
    return NULL;
  if (zone == NULL)
    zone = g_strdup ("UTC");
  return keel_schedule_new (start, g_str_equal (zone, "floating") ? NULL : zone,
                            (guint) get_number (keys, group, "minutes", 60), repeat, error);
}

static KeelReminderRule *
read_rule (GKeyFile *keys, const char *group, GError **error)
{
  g_autofree char *series = g_key_file_get_string (keys, group, "series", error);
  g_autoptr (KeelSchedule) schedule = series != NULL ? read_schedule (keys, group, error) : NULL;
  KeelReminderRule *rule;

  if (schedule == NULL)
    return NULL;
  rule = keel_reminder_rule_new (series, get_number (keys, group, "lead", 0), schedule,
                                 g_key_file_get_int64 (keys, group, "since", NULL));
  rule->name = g_key_file_get_string (keys, group, "name", NULL);
  rule->link = g_key_file_get_string (keys, group, "link", NULL);
  rule->place = g_key_file_get_string (keys, group, "place", NULL);
  rule->map = g_key_file_get_string (keys, group, "map", NULL);
  rule->text = (KeelReminderText) get_number (keys, group, "text", KEEL_REMINDER_DISCREET);
  rule->reach = (KeelReminderReach) get_number (keys, group, "reach", KEEL_REACH_DISCREET);
  rule->silent = get_number (keys, group, "silent", FALSE);
  rule->important = get_number (keys, group, "important", FALSE);
  rule->travel = get_number (keys, group, "travel", FALSE);
  rule->meeting = get_number (keys, group, "meeting", TRUE);
  return rule;
}

static KeelReminderPreferences
read_preferences (GKeyFile *keys)
{
  const char *group = "preferences";

  return (KeelReminderPreferences){ .silent = get_number (keys, group, "silent", FALSE),
                                    .quiet_from = get_number (keys, group, "quiet-from", -1),
                                    .quiet_to = get_number (keys, group, "quiet-to", -1),
                                    .ask_afterwards = get_number (keys, group, "ask", TRUE) };
}

static gboolean
put_snooze (KeelReminderFile *file, GKeyFile *keys, const char *group, GError **error)
{
  g_autofree char *series = g_key_file_get_string (keys, group, "series", error);
  KeelLocalTime occurrence;

  return series != NULL && read_local (keys, group, "occurrence", &occurrence, error) &&
         keel_reminder_file_snooze (file, series, occurrence,
                                    g_key_file_get_int64 (keys, group, "until", NULL), g_get_real_time (),
                                    error);
}

static gboolean
put_groups (KeelReminderFile *file, GPtrArray *rules, GKeyFile *keys, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      KeelReminderRule *rule;

      if (!g_str_has_prefix (groups[i], "rule "))
        continue;
      if ((rule = read_rule (keys, groups[i], error)) == NULL)
        return FALSE;
      g_ptr_array_add (rules, rule);
    }
  if (!project (file, rules, read_preferences (keys), error))
    return FALSE;
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], "snooze ") && !put_snooze (file, keys, groups[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
put_key_file (KeelReminderFile *file, GPtrArray *rules, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autofree char *text = NULL;
  gsize length;

  return g_io_channel_read_to_end (input, &text, &length, error) == G_IO_STATUS_NORMAL &&
         g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, error) &&
         put_groups (file, rules, keys, error);
}

static gboolean
put_one (KeelReminderFile *file, GPtrArray *rules, char **argv, GError **error)
{
  KeelReminderRule *rule = make_rule (argv, error);
  KeelLocalTime occurrence = g_ascii_strtoll (argv[3], NULL, 10) / 60;
  gint64 until = g_ascii_strtoll (argv[5], NULL, 10);

  if (rule == NULL)
    return FALSE;
  g_ptr_array_add (rules, rule);
  return project (file, rules, KEEL_REMINDER_PREFERENCES_USUAL, error) &&
         (until == 0 ||
          keel_reminder_file_snooze (file, argv[2], occurrence, until, g_get_real_time (), error));
}

static gboolean
put (int argc, char **argv, GError **error)
{
  g_autoptr (KeelReminderFile) file = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  if (!keel_data_dir_make_folder (argv[1], error) ||
      (file = keel_reminder_file_open (argv[1], error)) == NULL ||
      (rules = keel_reminder_file_get_rules (file, error)) == NULL)
    return FALSE;
  return argc == 2 ? put_key_file (file, rules, error) : put_one (file, rules, argv, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 2 && argc != 7)
    return 2;
  if (put (argc, argv, &error))
    return 0;
  g_printerr ("put-reminder: %s\n", error->message);
  return 1;
}
