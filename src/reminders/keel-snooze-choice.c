#include "keel-snooze-choice.h"

#define MINUTE 60

/* Seconds; 0: until the start. */
static gint64
get_length (KeelAnswer answer)
{
  switch ((int) answer)
    {
    case KEEL_ANSWER_SNOOZE_SHORT:
      return 5 * MINUTE;
    case KEEL_ANSWER_SNOOZE_LONG:
      return 30 * MINUTE;
    case KEEL_ANSWER_SNOOZE_START:
      return 0;
    default:
      return 10 * MINUTE;
    }
}

gint64
keel_snooze_choose (KeelAnswer answer, gint64 start, gint64 end, gint64 now)
{
  gboolean ahead = start >= now + MINUTE;
  gint64 length = get_length (answer);
  gint64 until;

  if (length == 0 && ahead)
    until = start;
  else
    until = now + (length != 0 ? length : get_length (KEEL_ANSWER_SNOOZE));
  if (ahead)
    until = MIN (until, start);
  return until < end ? until : 0;
}

gboolean
keel_snooze_is_offered (KeelAnswer answer, gint64 start, gint64 end, gint64 now, gboolean meeting)
{
  gint64 length = get_length (answer);

  if (answer == KEEL_ANSWER_SNOOZE)
    return now < MAX (start, end);
  if (length == 0)
    return meeting && start > now + 10 * MINUTE;
  if (start > now)
    return now + length < start;
  return now + length < end;
}
