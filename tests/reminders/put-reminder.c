/* Puts a reminder in place as following a meeting does, for tests with real processes.
 * usage: put-reminder FOLDER SERIES START LEAD UNTIL LINK
 * START: seconds UTC, on a full minute; LEAD: minutes; UNTIL: seconds UTC of a snooze, or 0; LINK may be
 * empty. */
#include <stdlib.h>

#include "store/keel-data-dir.h"
#include "store/keel-reminder-file.h"

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
  return rule;
}

static gboolean
put (char **argv, GError **error)
{
  g_autoptr (KeelReminderFile) file = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  KeelReminderRule *rule = make_rule (argv, error);
  KeelLocalTime occurrence = g_ascii_strtoll (argv[3], NULL, 10) / 60;
  gint64 until = g_ascii_strtoll (argv[5], NULL, 10);

  if (rule == NULL || !keel_data_dir_make_folder (argv[1], error) ||
      (file = keel_reminder_file_open (argv[1], error)) == NULL ||
      (rules = keel_reminder_file_get_rules (file, error)) == NULL)
    return FALSE;
  g_ptr_array_add (rules, rule);
  return keel_reminder_file_project (file, rules, 1, error) &&
         (until == 0 ||
          keel_reminder_file_snooze (file, argv[2], occurrence, until, g_get_real_time (), error));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 7)
    return 2;
  if (put (argv, &error))
    return 0;
  g_printerr ("put-reminder: %s\n", error->message);
  return 1;
}
