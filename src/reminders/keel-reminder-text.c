#include "keel-reminder-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#define MOST_TIMES 6 /* in the body of a summary */

/* Characters. A title is one line on most screens, and begins with what matters most. */
#define MOST_IN_TITLE 60
#define MOST_IN_BODY 160
/* So far back a cut looks for the end of a word. */
#define LONGEST_WORD 20

/* What is between these two has a direction of its own, and leaves that of the rest alone. */
#define ISOLATE "\342\201\250"
#define END_ISOLATE "\342\201\251"

static gboolean
locale_has_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return *nl_langinfo (AM_STR) != '\0' && (strstr (format, "%r") != NULL || strstr (format, "%I") != NULL ||
                                           strstr (format, "%l") != NULL || strstr (format, "%p") != NULL);
}

static char *
format_time (GDateTime *moment)
{
  return g_date_time_format (moment, locale_has_twelve_hours () ? "%-I:%M %p" : "%H:%M");
}

/* Today is 0, tomorrow 1. */
static gint64
count_days (gint64 utc, const KeelReminderScene *scene)
{
  return keel_local_time_get_days (keel_local_time_from_utc (utc, scene->person)) -
         keel_local_time_get_days (keel_local_time_from_utc (scene->now, scene->person));
}

char *
keel_reminder_text_when (gint64 utc, const KeelReminderScene *scene)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (utc);
  g_autoptr (GDateTime) moment = g_date_time_to_timezone (instant, scene->person);
  g_autofree char *time = format_time (moment);
  g_autofree char *day = NULL;
  gint64 days = count_days (utc, scene);

  if (days == 0)
    return g_steal_pointer (&time);
  /* Translators: %s is a time of day, as in "Reminder: tomorrow, 19:00". */
  if (days == 1)
    return g_strdup_printf (_ ("tomorrow, %s"), time);
  /* Translators: %s is a time of day, as in "yesterday, 21:00", under the question "Did you go?". */
  if (days == -1)
    return g_strdup_printf (_ ("yesterday, %s"), time);

  day = g_date_time_format (moment, days > 1 && days < 7 ? "%A" : "%x");
  /* Translators: a weekday or a date, then a time of day, as in "Reminder: Friday, 19:00". */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, time);
}

/* One line, and nothing that turns the text around it. */
static char *
flatten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        continue;
      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  return g_strchomp (g_string_free (line, FALSE));
}

/* What belongs to the character before it: an accent, a variant, the rest of a family. */
static gboolean
is_joined (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_ismark (c) || c == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff) ||
         g_utf8_get_char (g_utf8_prev_char (p)) == 0x200d;
}

static void
cut (char *line, guint most)
{
  char *end = g_utf8_offset_to_pointer (line, most - 1); /* room for the dots */
  char *space;

  while (end > line && is_joined (end))
    end = g_utf8_prev_char (end);
  *end = '\0';
  space = strrchr (line, ' ');
  if (space != NULL && space > line && g_utf8_strlen (space, -1) <= LONGEST_WORD)
    *space = '\0';
}

char *
keel_reminder_text_quote (const char *text, guint most)
{
  g_autofree char *line = flatten (text);

  if (g_utf8_strlen (line, -1) <= most)
    return g_strconcat (ISOLATE, line, END_ISOLATE, NULL);
  cut (line, most);
  return g_strconcat (ISOLATE, line, "…", END_ISOLATE, NULL);
}

/* NULL where it may not be told, or there is none. */
static char *
quote_name (const KeelReminder *reminder, const KeelReminderScene *scene, guint most)
{
  const char *name = reminder->rule->name;

  if (reminder->rule->text < KEEL_REMINDER_NAME || name == NULL || *name == '\0' ||
      !keel_reminder_is_open (reminder, scene->alone))
    return NULL;
  return keel_reminder_text_quote (name, most);
}

static char *
quote_place (const KeelReminder *reminder, const KeelReminderScene *scene)
{
  const char *place = reminder->rule->place;

  if (reminder->rule->text < KEEL_REMINDER_FULL || place == NULL || *place == '\0' ||
      !keel_reminder_is_open (reminder, scene->alone))
    return NULL;
  return keel_reminder_text_quote (place, MOST_IN_BODY);
}

/* A snooze is another reminder: one may be on the way by then. */
static gboolean
is_time_to_leave (const KeelReminder *reminder, gint64 now)
{
  return reminder->rule->travel && reminder->lead == reminder->rule->lead && now < reminder->occurrence.start;
}

static char *
write_when_and_name (const char *when, const char *name)
{
  if (name == NULL)
    return g_strdup (when);
  /* Translators: when something begins, and its name, as in "tomorrow, 19:00 · Candle Corner". */
  return g_strdup_printf (C_ ("time and name", "%1$s · %2$s"), when, name);
}

char *
keel_reminder_text_title (const KeelReminder *reminder, const KeelReminderScene *scene)
{
  g_autofree char *when = keel_reminder_text_when (reminder->occurrence.start, scene);
  g_autofree char *name = quote_name (reminder, scene, MOST_IN_TITLE);

  if (keel_reminder_is_question (reminder))
    return g_strdup (_ ("Did you go?"));
  /* Translators: the title of a notification that others may see: %s is the time at which something begins.
   * Say no more than that. */
  if (is_time_to_leave (reminder, scene->now))
    return g_strdup_printf (_ ("Time to leave for %s"), when);
  if (name != NULL)
    return write_when_and_name (when, name);

  /* Translators: the title of a notification that others may see: %s is a time. Say no more than that. */
  return g_strdup_printf (_ ("Reminder: %s"), when);
}

static char *
write_zone (const KeelReminder *reminder, const KeelReminderScene *scene)
{
  g_autoptr (GDateTime) wall = NULL;
  g_autofree char *time = NULL;

  if (keel_local_time_from_utc (reminder->occurrence.start, scene->person) ==
      reminder->occurrence.local_start)
    return NULL;
  wall = g_date_time_new_from_unix_utc (reminder->occurrence.local_start * 60);
  time = format_time (wall);
  /* Translators: the same moment on the clocks of another time zone. No place is named, on purpose. */
  return g_strdup_printf (_ ("%s local time there"), time);
}

static char *
write_running (const KeelReminder *reminder, gint64 now)
{
  gint64 minutes = (now - reminder->occurrence.start) / 60;

  if (minutes < 1 || !reminder->rule->meeting || keel_reminder_is_over (reminder, now))
    return NULL;
  if (minutes < 60)
    return g_strdup_printf (ngettext ("Started %d minute ago. You can still join.",
                                      "Started %d minutes ago. You can still join.", (gulong) minutes),
                            (int) minutes);
  return g_strdup_printf (ngettext ("Started over %d hour ago. You can still join.",
                                    "Started over %d hours ago. You can still join.",
                                    (gulong) (minutes / 60)),
                          (int) (minutes / 60));
}

static char *
write_question (const KeelReminder *reminder, const KeelReminderScene *scene)
{
  g_autofree char *when = keel_reminder_text_when (reminder->occurrence.start, scene);
  g_autofree char *name = quote_name (reminder, scene, MOST_IN_BODY);

  return write_when_and_name (when, name);
}

/* Takes @line. */
static void
add_line (GString *body, char *line)
{
  if (line != NULL)
    g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "", line);
  g_free (line);
}

char *
keel_reminder_text_body (const KeelReminder *reminder, const KeelReminderScene *scene)
{
  g_autoptr (GString) body = g_string_new (NULL);

  if (keel_reminder_is_question (reminder))
    return write_question (reminder, scene);
  if (is_time_to_leave (reminder, scene->now))
    add_line (body, quote_name (reminder, scene, MOST_IN_BODY));
  add_line (body, write_running (reminder, scene->now));
  add_line (body, write_zone (reminder, scene));
  add_line (body, quote_place (reminder, scene));
  return body->len > 0 ? g_string_free (g_steal_pointer (&body), FALSE) : NULL;
}

char *
keel_reminder_text_summary_title (guint count)
{
  /* Translators: the title of a notification that others may see. Say no more than that. */
  return g_strdup_printf (ngettext ("%u reminder", "%u reminders", count), count);
}

char *
keel_reminder_text_summary_body (GArray *starts, const KeelReminderScene *scene)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < starts->len && i < MOST_TIMES; i++)
    add_line (body, keel_reminder_text_when (g_array_index (starts, gint64, i), scene));
  if (starts->len > MOST_TIMES)
    g_string_append (body, "\n…");
  return g_string_free (g_steal_pointer (&body), FALSE);
}
