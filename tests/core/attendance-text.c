#include "attendance-text.h"

#include "core/keel-series.h"

static char *
read_text (const char *word)
{
  return strcmp (word, "-") == 0 ? NULL : g_strdup (word);
}

KeelAttendance *
attendance_from_text (const char *text)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit (text, " ", -1) : NULL;
  KeelAttendance *attendance;

  if (words == NULL)
    return NULL;
  attendance = keel_attendance_new ("a", 100, 6000, KEEL_ATTENDANCE_WENT);
  attendance->state = (KeelAttendanceState) keel_word_find (keel_attendance_words, words[0]);
  attendance->heard = read_text (words[1]);
  attendance->note = read_text (words[2]);
  attendance->mood_before = atoi (words[3]);
  attendance->mood_after = atoi (words[4]);
  return attendance;
}
