#include "config.h"

#include "keel-part-words.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"
#include "content/keel-sentences.h"
#include "content/keel-wording.h"

#include "keel-session-programs.h"

const char *
keel_part_words_state (KeelPartState state)
{
  switch (state)
    {
    case KEEL_PART_WORKING:
      return C_ ("part of a program", "Working on it");
    case KEEL_PART_DONE:
      return C_ ("part of a program", "Done");
    case KEEL_PART_OPEN:
    default:
      return C_ ("part of a program", "Open");
    }
}

char *
keel_part_words_shared (KeelSession *session, gint64 at, const char *with)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);
  KeelLocalTime now = keel_local_time_from_utc (keel_session_get_now (session), zone);
  g_autofree char *day = NULL;

  if (at == 0)
    return NULL;
  day = keel_sentence_day (keel_local_time_get_days (keel_local_time_from_utc (at, zone)),
                           keel_local_time_get_days (now));
  if (with == NULL)
    /* Translators: %s is a day: "Tuesday 3 November" */
    return g_strdup_printf (_ ("Shared on %s"), day);
  /* Translators: %1$s is a day, %2$s with whom something written was shared, as the person wrote it. */
  return g_strdup_printf (_ ("Shared on %1$s: %2$s"), day, with);
}

char *
keel_part_words_share (KeelSession *session, const KeelProgram *program)
{
  const char *guide;

  guide = program != NULL ? keel_wording_get_for (keel_session_get_content (session), program,
                                                  keel_session_uses_labels (session), "guide")
                          : keel_session_get_word (session, "guide");
  /* Translators: %s is what a program calls the one who guides: "sponsor", "therapist", "supporter". */
  return g_strdup_printf (C_ ("guide", "Shared with my %s…"), guide != NULL ? guide : "");
}

static char *
describe_part (KeelSession *session, const char *target)
{
  KeelPartPlace place;
  g_autofree char *part = NULL;

  if (!keel_part_place_parse (keel_session_get_content (session), target, &place))
    return g_strdup (_ ("A part of a program that is gone"));
  part = keel_part_place_describe (&place);
  /* Translators: %1$s is the short name of a program, %2$s a part of it: "AA: Step 4 · Looking at myself" */
  return g_strdup_printf (C_ ("part of a program", "%1$s: %2$s"), place.program->short_name, part);
}

/* One of the person's own may be gone, and what was written for it stays. */
static char *
describe_strategy (KeelSession *session, const char *target)
{
  const KeelStrategy *strategy = keel_content_find_strategy (keel_session_get_content (session), target);

  return g_strdup (strategy != NULL ? strategy->name : _ ("A card that is not there any more"));
}

char *
keel_part_words_link (KeelSession *session, KeelEntryLink link, const char *target)
{
  KeelSeries *series;

  if (target == NULL)
    return NULL;
  switch (link)
    {
    case KEEL_ENTRY_LINK_PART:
      return describe_part (session, target);
    case KEEL_ENTRY_LINK_SERIES:
      series = keel_session_find_series (session, target);
      return g_strdup (series != NULL ? series->meeting->name : _ ("A meeting that you no longer follow"));
    case KEEL_ENTRY_LINK_STRATEGY:
      return describe_strategy (session, target);
    case KEEL_ENTRY_LINK_NONE:
    default:
      return NULL;
    }
}

/* Without its topic. */
static char *
name_part (KeelSession *session, const char *target)
{
  KeelPartPlace place;
  g_autofree char *number = NULL;

  if (!keel_part_place_parse (keel_session_get_content (session), target, &place))
    return describe_part (session, target);
  number = keel_part_place_describe_number (&place);
  /* Translators: %1$s is the short name of a program, %2$s a part of it: "AA: Step 4" */
  return g_strdup_printf (C_ ("part of a program", "%1$s: %2$s"), place.program->short_name, number);
}

char *
keel_part_words_ties (KeelSession *session, const KeelEntry *entry)
{
  g_autofree char *shared = keel_part_words_shared (session, entry->shared_at, entry->shared_with);
  g_autofree char *link = NULL;

  if (entry->link == KEEL_ENTRY_LINK_PART && entry->target != NULL)
    link = name_part (session, entry->target);
  else
    link = keel_part_words_link (session, entry->link, entry->target);
  if (link == NULL)
    return g_steal_pointer (&shared);
  if (shared == NULL)
    return g_steal_pointer (&link);
  return g_strdup_printf ("%s · %s", link, shared);
}
