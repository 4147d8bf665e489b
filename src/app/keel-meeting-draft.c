#include "keel-meeting-draft.h"

void
keel_meeting_draft_save (const KeelTypedMeeting *typed, GVariantDict *draft)
{
  g_variant_dict_insert (draft, "name", "s", typed->name);
  g_variant_dict_insert (draft, "day", "i", typed->day);
  g_variant_dict_insert (draft, "time", "s", typed->time);
  g_variant_dict_insert (draft, "repeat", "i", (int) typed->repeat);
  g_variant_dict_insert (draft, "date", "s", typed->date);
  g_variant_dict_insert (draft, "place", "s", typed->place);
  g_variant_dict_insert (draft, "link", "s", typed->link);
  if (typed->program != NULL)
    g_variant_dict_insert (draft, "program", "s", typed->program);
  if (typed->zone != NULL)
    g_variant_dict_insert (draft, "zone", "s", typed->zone);
  if (typed->before != NULL)
    g_variant_dict_insert (draft, "before", "s", typed->before->uuid);
}

void
keel_meeting_draft_restore (GVariant *draft, KeelTypedMeeting *typed)
{
  int day = -1;
  int repeat = -1;

  typed->program = NULL;
  typed->zone = NULL;
  g_variant_lookup (draft, "name", "&s", &typed->name);
  g_variant_lookup (draft, "day", "i", &day);
  g_variant_lookup (draft, "time", "&s", &typed->time);
  g_variant_lookup (draft, "repeat", "i", &repeat);
  g_variant_lookup (draft, "date", "&s", &typed->date);
  g_variant_lookup (draft, "place", "&s", &typed->place);
  g_variant_lookup (draft, "link", "&s", &typed->link);
  g_variant_lookup (draft, "program", "&s", &typed->program);
  g_variant_lookup (draft, "zone", "&s", &typed->zone);
  if (day >= 0 && day < 7)
    typed->day = day;
  if (repeat >= KEEL_REPEAT_WEEKLY && repeat <= KEEL_REPEAT_ONCE)
    typed->repeat = (KeelRepeat) repeat;
}

const char *
keel_meeting_draft_get_before (GVariant *draft)
{
  const char *uuid = NULL;

  g_variant_lookup (draft, "before", "&s", &uuid);
  return uuid;
}
