#include "config.h"

#include "keel-reminder-answers.h"

#include <glib/gi18n-lib.h>

#include "keel-date-words.h"

static const char *
describe_reply (KeelReply reply)
{
  switch (reply)
    {
    case KEEL_REPLY_WENT:
      return keel_date_words_attendance (KEEL_ATTENDANCE_WENT);
    case KEEL_REPLY_NOT:
      return keel_date_words_attendance (KEEL_ATTENDANCE_NOT);
    case KEEL_REPLY_GOING:
      break;
    }
  return _ ("You are going");
}

static char *
describe_one (KeelSession *session, const KeelReminderAnswer *answer)
{
  KeelSeries *series = keel_session_find_series (session, answer->series);

  /* Translators: what was answered on a notification, and of which meeting: "Went: Tuesday Group" */
  return g_strdup_printf (C_ ("answer", "%1$s: %2$s"), describe_reply (answer->reply),
                          series != NULL ? series->meeting->name : _ ("a meeting that you no longer follow"));
}

char *
keel_reminder_answers_describe (KeelSession *session, GPtrArray *answers)
{
  GString *sentence = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      g_autofree char *one = describe_one (session, answers->pdata[i]);

      g_string_append_printf (sentence, "%s%s.", i > 0 ? " " : "", one);
    }
  return g_string_free (sentence, FALSE);
}
