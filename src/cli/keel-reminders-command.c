#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-prompt-sentences.h"
#include "content/keel-reminder-sentences.h"
#include "content/keel-sentences.h"
#include "keel-json-output.h"
#include "keel-reminder-service.h"
#include "keel-reminders-settings.h"
#include "store/keel-profile-prompts.h"
#include "store/keel-reminder-process.h"

#define DEFAULT_LOG_LINES 50
/* How far back a problem is looked for. */
#define PROBLEM_LOG_LINES 500

/* What `reminders status` found out. */
typedef struct
{
  KeelReminderStatus process;
  KeelReminderService service;
  KeelReminderPreferences preferences;
  const KeelReminderRule *next_rule; /* nullable; in @rules */
  gint64 next_due;                   /* seconds UTC */
  KeelOccurrence next;
  GPtrArray *rules; /* of KeelReminderRule */
  GPtrArray *log;   /* of KeelReminderEvent, newest first */
} Findings;

static void
clear_findings (Findings *findings)
{
  keel_reminder_service_clear (&findings->service);
  g_clear_pointer (&findings->rules, g_ptr_array_unref);
  g_clear_pointer (&findings->log, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Findings, clear_findings)

/* Many in a row that were all settled are no calendar. */
#define MOST_SETTLED 100

/* The first instant after now, and not before the reminder was asked for, at which @rule is due. What is
 * asked afterwards is no reminder, and of what is settled there comes none. */
static gboolean
find_due (KeelReminderFile *file, const KeelReminderRule *rule, gint64 now, GTimeZone *zone, gint64 *due,
          KeelOccurrence *occurrence)
{
  gint64 lead = (gint64) rule->lead * 60;
  gint64 after = MAX (now, rule->since - 1) + lead;

  for (guint i = 0; rule->lead >= 0 && i < MOST_SETTLED; i++)
    {
      gboolean settled = FALSE;

      if (!keel_schedule_next (rule->schedule, after, zone, occurrence))
        return FALSE;
      *due = occurrence->start - lead;
      if (!keel_reminder_file_is_settled (file, rule->series, occurrence->original, &settled, NULL) ||
          !settled)
        return TRUE;
      after = occurrence->start;
    }
  return FALSE;
}

static void
find_next_due (KeelInvocation *invocation, KeelReminderFile *file, Findings *findings)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  gint64 now = keel_invocation_get_now (invocation);
  guint i;

  for (i = 0; i < findings->rules->len; i++)
    {
      const KeelReminderRule *rule = g_ptr_array_index (findings->rules, i);
      KeelOccurrence occurrence;
      gint64 due;

      if (!find_due (file, rule, now, zone, &due, &occurrence))
        continue;
      if (findings->next_rule != NULL && due >= findings->next_due)
        continue;
      findings->next_rule = rule;
      findings->next_due = due;
      findings->next = occurrence;
    }
}

static const KeelReminderEvent *
find_problem (GPtrArray *log)
{
  guint i;

  for (i = 0; i < log->len; i++)
    {
      const KeelReminderEvent *event = g_ptr_array_index (log, i);

      if (event->outcome == KEEL_OUTCOME_MISSED || event->outcome == KEEL_OUTCOME_FAILED)
        return event;
    }
  return NULL;
}

static gboolean
gather_findings (KeelInvocation *invocation, Findings *findings, GError **error)
{
  KeelReminderFile *file = keel_profile_get_reminder_file (invocation->profile);

  if (!keel_reminder_process_get_status (invocation->data_dir, &findings->process, error) ||
      !keel_profile_get_reminder_preferences (invocation->profile, &findings->preferences, error))
    return FALSE;
  findings->rules = keel_reminder_file_get_rules (file, error);
  if (findings->rules == NULL)
    return FALSE;
  findings->log = keel_reminder_file_get_log (file, PROBLEM_LOG_LINES, error);
  if (findings->log == NULL)
    return FALSE;
  find_next_due (invocation, file, findings);
  if (findings->process.running)
    keel_reminder_service_ask (invocation->data_dir, &findings->service);
  return TRUE;
}

static char *
find_prompt (KeelInvocation *invocation, const char *uuid)
{
  g_autoptr (GPtrArray) prompts = keel_profile_get_prompts (invocation->profile, NULL);
  guint i;

  for (i = 0; prompts != NULL && i < prompts->len; i++)
    {
      const KeelPrompt *prompt = g_ptr_array_index (prompts, i);

      if (g_str_equal (prompt->uuid, uuid))
        return keel_sentence_prompt (prompt);
    }
  return NULL;
}

/* NULL where it is followed no more. */
static char *
find_name (KeelInvocation *invocation, const char *uuid)
{
  g_autoptr (KeelSeries) series = keel_journal_find_series (keel_profile_get_journal (invocation->profile),
                                                            uuid, NULL);

  return series != NULL ? g_strdup (series->meeting->name) : find_prompt (invocation, uuid);
}

static void
add_event (JsonBuilder *builder, const KeelReminderEvent *event)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", event->series);
  keel_json_add_local (builder, "occurrence", event->occurrence);
  keel_json_add_instant (builder, "due", event->due);
  keel_json_add_moment (builder, "shown", event->shown);
  keel_json_add_count (builder, "late_ms",
                       event->shown != 0 ? MAX (event->shown - event->due * G_USEC_PER_SEC, 0) / 1000 : -1);
  keel_json_add_text (builder, "outcome", keel_reminder_outcome_to_string (event->outcome));
  keel_json_add_text (builder, "reason", event->reason);
  json_builder_end_object (builder);
}

static void
add_next_due (JsonBuilder *builder, const Findings *findings)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", findings->next_rule->series);
  keel_json_add_local (builder, "occurrence", findings->next.original);
  keel_json_add_instant (builder, "due", findings->next_due);
  keel_json_add_instant (builder, "start", findings->next.start);
  json_builder_end_object (builder);
}

static void
answer_status_as_json (KeelInvocation *invocation, const Findings *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const KeelReminderEvent *problem = find_problem (findings->log);
  const GError *delay = NULL;

  json_builder_begin_object (builder);
  keel_json_add_truth (builder, "running", findings->process.running);
  keel_json_add_count (builder, "pid", findings->process.running ? findings->process.pid : -1);
  keel_json_add_instant (builder, "since", findings->process.running ? findings->process.since : 0);
  keel_json_add_text (builder, "server", findings->service.server);
  json_builder_set_member_name (builder, "next");
  if (findings->next_rule != NULL)
    add_next_due (builder, findings);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "problem");
  if (problem != NULL)
    add_event (builder, problem);
  else
    json_builder_add_null_value (builder);
  keel_json_add_reminder_preferences (builder, invocation, &findings->preferences);
  keel_json_add_instant (builder, "quiet_until", findings->service.quiet_until);
  keel_json_add_truth (builder, "do_not_disturb", findings->service.do_not_disturb);
  keel_profile_is_behind (invocation->profile, &delay);
  keel_json_add_text (builder, "behind", delay != NULL ? delay->message : NULL);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static char *
describe_instant (KeelInvocation *invocation, gint64 utc)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);

  return keel_sentence_moment (utc, zone, keel_invocation_get_now (invocation));
}

static void
print_held_back (KeelInvocation *invocation, const KeelReminderService *service)
{
  g_autofree char *until = NULL;

  if (service->quiet_until != 0)
    {
      until = describe_instant (invocation, service->quiet_until);
      /* Translators: %s is a day and a time. */
      keel_invocation_print (invocation, _ ("Your quiet hours hold reminders back until %s."), until);
    }
  if (service->do_not_disturb)
    keel_invocation_print (
        invocation, "%s",
        _ ("Your desktop is set not to disturb you: only important reminders show at once."));
}

static void
print_process (KeelInvocation *invocation, const Findings *findings)
{
  g_autofree char *since = NULL;

  if (!findings->process.running)
    {
      keel_invocation_print (invocation, "%s",
                             _ ("keel-reminders does not run: no reminder will be shown. “keelctl follow”, "
                                "“keelctl reminders test” and Keel itself start it."));
      return;
    }
  since = describe_instant (invocation, findings->process.since);
  /* Translators: the number of a process, then a day and a time. */
  keel_invocation_print (invocation, _ ("keel-reminders runs (process %d, since %s)."), findings->process.pid,
                         since);
  if (findings->service.server != NULL)
    /* Translators: the name of a program that shows notifications. */
    keel_invocation_print (invocation, _ ("Notifications are shown by %s."), findings->service.server);
  else
    keel_invocation_print (invocation, _ ("Nothing shows notifications here: %s"),
                           keel_sentence_reason (findings->service.trouble));
  print_held_back (invocation, &findings->service);
}

static void
print_next_due (KeelInvocation *invocation, const Findings *findings)
{
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;

  if (findings->next_rule == NULL)
    {
      keel_invocation_print (invocation, "%s", _ ("No reminder is planned."));
      return;
    }
  when = describe_instant (invocation, findings->next_due);
  name = find_name (invocation, findings->next_rule->series);
  /* Translators: when a reminder comes, and the name of its meeting. */
  keel_invocation_print (invocation, _ ("Next reminder: %s, for %s."), when,
                         name != NULL ? name : _ ("a meeting that you no longer follow"));
}

static char *
describe_event (KeelInvocation *invocation, const KeelReminderEvent *event)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  g_autofree char *name = find_name (invocation, event->series);

  return keel_sentence_for_event (event, name, zone, keel_invocation_get_now (invocation));
}

static void
print_problem (KeelInvocation *invocation, const Findings *findings)
{
  const KeelReminderEvent *problem = find_problem (findings->log);
  g_autofree char *text = NULL;

  if (problem == NULL)
    return;
  text = describe_event (invocation, problem);
  keel_invocation_print (invocation, _ ("Last problem: %s"), text);
}

static void
print_delay (KeelInvocation *invocation)
{
  const GError *reason = NULL;

  if (keel_profile_is_behind (invocation->profile, &reason))
    /* Translators: %s is why, such as "there is no room left where Keel keeps them". */
    keel_invocation_print (invocation, _ ("What you changed last is not among the reminders yet: %s."),
                           keel_sentence_delay (reason));
}

static KeelExit
show_status (KeelInvocation *invocation)
{
  g_auto (Findings) findings = { 0 };
  g_autoptr (GError) error = NULL;

  if (!gather_findings (invocation, &findings, &error))
    return keel_invocation_fail (invocation, error, NULL);
  if (invocation->json)
    {
      answer_status_as_json (invocation, &findings);
      if (findings.service.trouble != NULL)
        keel_invocation_warn (invocation, _ ("Nothing shows notifications here: %s"),
                              keel_sentence_reason (findings.service.trouble));
      return KEEL_EXIT_DONE;
    }
  print_process (invocation, &findings);
  print_next_due (invocation, &findings);
  print_delay (invocation);
  print_problem (invocation, &findings);
  keel_invocation_print_reminder_preferences (invocation, &findings.preferences);
  return KEEL_EXIT_DONE;
}

static void
print_log_as_json (GPtrArray *log)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < log->len; i++)
    add_event (builder, g_ptr_array_index (log, i));
  json_builder_end_array (builder);
  keel_json_print (builder);
}

static KeelExit
show_log (KeelInvocation *invocation, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = NULL;
  guint i;

  log = keel_reminder_file_get_log (keel_profile_get_reminder_file (invocation->profile), limit, &error);
  if (log == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  if (invocation->json)
    {
      print_log_as_json (log);
      return KEEL_EXIT_DONE;
    }
  if (log->len == 0)
    keel_invocation_warn (invocation, "%s", _ ("No reminder has been due yet."));
  for (i = 0; i < log->len; i++)
    {
      g_autofree char *text = describe_event (invocation, g_ptr_array_index (log, i));

      keel_invocation_print (invocation, "%s", text);
    }
  return KEEL_EXIT_DONE;
}

static KeelExit
fail_test (KeelInvocation *invocation, const GError *error)
{
  /* Translators: %s is what the computer said, in English. */
  keel_invocation_warn (invocation,
                        _ ("The notification could not be shown, so reminders cannot be shown either: %s"),
                        keel_sentence_reason (error->message));
  return KEEL_EXIT_COULD_NOT;
}

static KeelExit
test_reminders (KeelInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *server = NULL;

  if (!keel_reminder_process_ensure (invocation->data_dir, &error))
    return fail_test (invocation, error);
  server = keel_reminder_service_show_test (invocation->data_dir, &error);
  if (server == NULL)
    return fail_test (invocation, error);

  if (!invocation->json)
    {
      keel_invocation_print (invocation, _ ("%s took the notification. It should be on your screen now."),
                             server);
      return KEEL_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "server", server);
  json_builder_end_object (builder);
  keel_json_print (builder);
  return KEEL_EXIT_DONE;
}

static const struct
{
  const char *name;
  KeelExit (*set) (KeelInvocation *invocation, const char *value);
} settings[] = {
  { "quiet", keel_reminders_settings_quiet },
  { "sound", keel_reminders_settings_sound },
  { "ask", keel_reminders_settings_ask },
  { "autostart", keel_reminders_settings_autostart },
};

static KeelExit
show (KeelInvocation *invocation, const char *action, guint limit)
{
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  if (g_str_equal (action, "log"))
    return show_log (invocation, limit);
  return g_str_equal (action, "test") ? test_reminders (invocation) : show_status (invocation);
}

static KeelExit
run (KeelInvocation *invocation, char **words, guint n_words, guint limit)
{
  static const char *const actions[] = { "status", "log", "test", NULL };
  const char *action = n_words > 0 ? words[0] : "status";
  guint i;

  for (i = 0; i < G_N_ELEMENTS (settings); i++)
    if (n_words <= 2 && g_str_equal (action, settings[i].name))
      return settings[i].set (invocation, n_words == 2 ? words[1] : NULL);
  if (n_words <= 1 && g_strv_contains (actions, action))
    return show (invocation, action, limit);
  return keel_invocation_refuse (
      invocation, _ ("reminders takes one of status, log, test, quiet, sound, ask and autostart, not “%s”."),
      words[n_words - 1]);
}

KeelExit
keel_reminders_command_run (KeelInvocation *invocation, char ***arguments)
{
  int limit = DEFAULT_LOG_LINES;
  const GOptionEntry entries[] = { { "limit", 0, 0, G_OPTION_ARG_INT, &limit,
                                     N_ ("With log: show at most this many lines (50)"), N_ ("N") },
                                   { NULL } };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  if (limit < 1)
    return keel_invocation_refuse (invocation, "%s", _ ("--limit takes a number from 1 up."));
  return run (invocation, *arguments + 1, g_strv_length (*arguments) - 1, limit);
}
