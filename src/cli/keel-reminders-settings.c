#include "keel-reminders-settings.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "keel-json-output.h"
#include "store/keel-autostart.h"

/* What one word of the person changes. FALSE where it is none that can be meant. */
typedef gboolean (*Change) (KeelReminderPreferences *preferences, const char *value);

static gboolean
parse_switch (const char *value, gboolean *on)
{
  *on = g_str_equal (value, "on");
  return *on || g_str_equal (value, "off");
}

/* "22:00" or "22"; a day ends at 24:00, which is its beginning. */
static gboolean
parse_minute (const char *text, int *minute)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  guint64 hours;
  guint64 minutes = 0;

  if (parts[0] == NULL || !g_ascii_string_to_unsigned (parts[0], 10, 0, 24, &hours, NULL) ||
      (parts[1] != NULL && !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minutes, NULL)) ||
      (hours == 24 && minutes > 0))
    return FALSE;
  *minute = (int) (hours * 60 + minutes) % KEEL_MINUTES_PER_DAY;
  return TRUE;
}

static gboolean
change_quiet (KeelReminderPreferences *preferences, const char *value)
{
  g_auto (GStrv) ends = g_strsplit (value, "-", 2);

  if (g_str_equal (value, "off"))
    {
      preferences->quiet_from = -1;
      preferences->quiet_to = -1;
      return TRUE;
    }
  return ends[0] != NULL && ends[1] != NULL && parse_minute (ends[0], &preferences->quiet_from) &&
         parse_minute (ends[1], &preferences->quiet_to) && preferences->quiet_from != preferences->quiet_to;
}

static gboolean
change_sound (KeelReminderPreferences *preferences, const char *value)
{
  gboolean on;

  if (!parse_switch (value, &on))
    return FALSE;
  preferences->silent = !on;
  return TRUE;
}

static gboolean
change_ask (KeelReminderPreferences *preferences, const char *value)
{
  return parse_switch (value, &preferences->ask_afterwards);
}

static KeelExit
refuse_switch (KeelInvocation *invocation, const char *value)
{
  return keel_invocation_refuse (invocation, _ ("Say on or off, not “%s”."), value);
}

static void
add_quiet_hours (JsonBuilder *builder, const KeelReminderPreferences *preferences)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  json_builder_set_member_name (builder, "quiet");
  if (!keel_reminder_preferences_has_quiet_hours (preferences))
    {
      json_builder_add_null_value (builder);
      return;
    }
  from = g_strdup_printf ("%02d:%02d", preferences->quiet_from / 60, preferences->quiet_from % 60);
  to = g_strdup_printf ("%02d:%02d", preferences->quiet_to / 60, preferences->quiet_to % 60);
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "from", from);
  keel_json_add_text (builder, "to", to);
  json_builder_end_object (builder);
}

static KeelExit
answer (KeelInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  KeelReminderPreferences preferences;

  if (!keel_profile_get_reminder_preferences (invocation->profile, &preferences, &error))
    return keel_invocation_fail (invocation, error, NULL);
  if (!invocation->json)
    {
      keel_invocation_print_reminder_preferences (invocation, &preferences);
      return KEEL_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  keel_json_add_reminder_preferences (builder, invocation, &preferences);
  json_builder_end_object (builder);
  keel_json_print (builder);
  return KEEL_EXIT_DONE;
}

static gboolean
apply (KeelInvocation *invocation, Change change, const char *value, GError **error)
{
  KeelReminderPreferences preferences;

  if (!keel_profile_get_reminder_preferences (invocation->profile, &preferences, error))
    return FALSE;
  change (&preferences, value);
  return keel_profile_set_reminder_preferences (invocation->profile, &preferences, error);
}

/* @value can be meant: that was seen before the profile was opened. */
static KeelExit
set (KeelInvocation *invocation, Change change, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  if (value != NULL && !apply (invocation, change, value, &error))
    return keel_invocation_fail (invocation, error, NULL);
  return answer (invocation);
}

KeelExit
keel_reminders_settings_quiet (KeelInvocation *invocation, const char *value)
{
  KeelReminderPreferences tried;

  if (value != NULL && !change_quiet (&tried, value))
    return keel_invocation_refuse (invocation,
                                   _ ("“%s” are no quiet hours. Say them as 22:00-07:00, or off."), value);
  return set (invocation, change_quiet, value);
}

KeelExit
keel_reminders_settings_sound (KeelInvocation *invocation, const char *value)
{
  KeelReminderPreferences tried;

  if (value != NULL && !change_sound (&tried, value))
    return refuse_switch (invocation, value);
  return set (invocation, change_sound, value);
}

KeelExit
keel_reminders_settings_ask (KeelInvocation *invocation, const char *value)
{
  KeelReminderPreferences tried;

  if (value != NULL && !change_ask (&tried, value))
    return refuse_switch (invocation, value);
  return set (invocation, change_ask, value);
}

static void
print_autostart (KeelInvocation *self)
{
  if (keel_autostart_is_on (self->data_dir))
    keel_invocation_print (self, "%s", _ ("keel-reminders starts when you log in."));
  else
    keel_invocation_print (self, "%s",
                           _ ("keel-reminders does not start when you log in. “keelctl reminders autostart "
                              "on” changes that."));
}

/* It is the same for all profiles, so none is opened. */
KeelExit
keel_reminders_settings_autostart (KeelInvocation *invocation, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean on;

  if (value != NULL && !parse_switch (value, &on))
    return refuse_switch (invocation, value);
  if (value != NULL && !keel_autostart_set (invocation->data_dir, on, &error))
    return keel_invocation_fail (invocation, error, NULL);
  if (!invocation->json)
    {
      print_autostart (invocation);
      return KEEL_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  keel_json_add_truth (builder, "autostart", keel_autostart_is_on (invocation->data_dir));
  json_builder_end_object (builder);
  keel_json_print (builder);
  return KEEL_EXIT_DONE;
}

void
keel_json_add_reminder_preferences (JsonBuilder *builder, KeelInvocation *invocation,
                                    const KeelReminderPreferences *preferences)
{
  add_quiet_hours (builder, preferences);
  keel_json_add_truth (builder, "sound", !preferences->silent);
  keel_json_add_truth (builder, "ask_afterwards", preferences->ask_afterwards);
  keel_json_add_truth (builder, "autostart", keel_autostart_is_on (invocation->data_dir));
}

static void
print_quiet_hours (KeelInvocation *self, const KeelReminderPreferences *preferences)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!keel_reminder_preferences_has_quiet_hours (preferences))
    {
      keel_invocation_print (self, "%s", _ ("There are no quiet hours."));
      return;
    }
  from = keel_sentence_clock_time (preferences->quiet_from * 60, utc);
  to = keel_sentence_clock_time (preferences->quiet_to * 60, utc);
  /* Translators: two times of day. */
  keel_invocation_print (self,
                         _ ("Quiet hours: %1$s to %2$s. Only reminders that you marked as important come "
                            "then; the others wait."),
                         from, to);
}

void
keel_invocation_print_reminder_preferences (KeelInvocation *self, const KeelReminderPreferences *preferences)
{
  print_quiet_hours (self, preferences);
  if (preferences->silent)
    keel_invocation_print (self, "%s", _ ("Reminders make no sound."));
  if (preferences->ask_afterwards)
    keel_invocation_print (self, "%s", _ ("After a meeting Keel asks whether you went."));
  else
    keel_invocation_print (self, "%s", _ ("Keel does not ask whether you went."));
  print_autostart (self);
}
