#include "keel-meeting-draft.h"

void
keel_meeting_draft_save (const KeelTypedMeeting *typed, GVariantDict *draft)
{
  g_variant_dict_insert (draft, "kind", "s", keel_series_kind_words[typed->kind]);
  g_variant_dict_insert (draft, "name", "s", typed->name);
  g_variant_dict_insert (draft, "place", "s", typed->place);
  g_variant_dict_insert (draft, "link", "s", typed->link);
  g_variant_dict_insert (draft, "phone", "s", typed->phone);
  g_variant_dict_insert (draft, "note", "s", typed->note);
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
  const char *kind = NULL;

  typed->program = NULL;
  typed->zone = NULL;
  g_variant_lookup (draft, "kind", "&s", &kind);
  g_variant_lookup (draft, "name", "&s", &typed->name);
  g_variant_lookup (draft, "place", "&s", &typed->place);
  g_variant_lookup (draft, "link", "&s", &typed->link);
  g_variant_lookup (draft, "phone", "&s", &typed->phone);
  g_variant_lookup (draft, "note", "&s", &typed->note);
  g_variant_lookup (draft, "program", "&s", &typed->program);
  g_variant_lookup (draft, "zone", "&s", &typed->zone);
  if (keel_word_find (keel_series_kind_words, kind) >= 0)
    typed->kind = (KeelSeriesKind) keel_word_find (keel_series_kind_words, kind);
}

const char *
keel_meeting_draft_get_before (GVariant *draft)
{
  const char *uuid = NULL;

  g_variant_lookup (draft, "before", "&s", &uuid);
  return uuid;
}
