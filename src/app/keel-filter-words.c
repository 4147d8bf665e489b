#include "config.h"

#include "keel-filter-words.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-week.h"

#define KM_PER_MILE 1.609344

static const double kilometres[] = { 2, 5, 10, 25, 50, 100, 0 };
static const double miles[] = {
  KM_PER_MILE * 1, KM_PER_MILE * 3, KM_PER_MILE * 6, KM_PER_MILE * 15, KM_PER_MILE * 30, KM_PER_MILE * 60, 0
};

static const char *const access_names[KEEL_N_ACCESS] = {
  N_ ("Wheelchair access"),
  N_ ("Sign language"),
  N_ ("Children welcome"),
};

static const char *const part_names[KEEL_N_PARTS] = {
  NC_ ("part of the day", "Morning"),
  NC_ ("part of the day", "Afternoon"),
  NC_ ("part of the day", "Evening"),
  NC_ ("part of the day", "Night"),
};

static gsize
get_place (const KeelFilter *filter, gsize places)
{
  return MIN (g_ascii_strtoull (filter->id, NULL, 10), places - 1);
}

static char *
describe_near (KeelFilters *filters)
{
  const KeelTown *town = keel_filters_get_near (filters);
  double km = keel_filters_get_within (filters);
  g_autofree char *radius = NULL;

  if (town == NULL)
    return g_strdup (_ ("Near a place"));
  if (km <= 0)
    /* Translators: a filter: meetings with their distance from a town */
    return g_strdup_printf (_ ("From %s"), town->name);
  radius = keel_filter_words_radius (km);
  /* Translators: a filter: how far at most, and from which town: "10 km around Saltmarsh" */
  return g_strdup_printf (_ ("%s around %s"), radius, town->name);
}

static char *
describe_program (const KeelFilter *filter, KeelContent *content, gboolean full)
{
  const KeelProgram *program = keel_content_find_program (content, filter->id);

  if (program == NULL)
    return g_strdup (filter->id);
  return g_strdup (full ? program->name : program->short_name);
}

static char *
describe (KeelFilters *filters, const KeelFilter *filter, KeelContent *content, gboolean full)
{
  switch (filter->kind)
    {
    case KEEL_FILTER_WHEN:
      return g_strdup (g_str_equal (filter->id, "now") ? _ ("Happening now") : _ ("Within 2 hours"));
    case KEEL_FILTER_WAY:
      return g_strdup (g_str_equal (filter->id, "online") ? _ ("Online") : _ ("In person"));
    case KEEL_FILTER_DAY:
      return full ? keel_sentence_weekday ((int) get_place (filter, 7))
                  : g_strdup (keel_week_get_short_name ((int) get_place (filter, 7)));
    case KEEL_FILTER_PART:
      return g_strdup (
          g_dpgettext2 (GETTEXT_PACKAGE, "part of the day", part_names[get_place (filter, KEEL_N_PARTS)]));
    case KEEL_FILTER_NEED:
      if (g_str_equal (filter->id, "open"))
        return g_strdup (_ ("Open to all"));
      return g_strdup (_ (access_names[get_place (filter, KEEL_N_ACCESS)]));
    case KEEL_FILTER_PROGRAM:
      return describe_program (filter, content, full);
    case KEEL_FILTER_LANGUAGE:
    case KEEL_FILTER_TYPE:
      return g_strdup (keel_content_translate_type (content, filter->id));
    case KEEL_FILTER_NEAR:
    default:
      return describe_near (filters);
    }
}

char *
keel_filter_words_name (KeelFilters *filters, const KeelFilter *filter, KeelContent *content)
{
  return describe (filters, filter, content, FALSE);
}

char *
keel_filter_words_full_name (KeelFilters *filters, const KeelFilter *filter, KeelContent *content)
{
  return describe (filters, filter, content, TRUE);
}

char *
keel_filter_words_town (const KeelTown *town)
{
  if (town->region == NULL || *town->region == '\0')
    return g_strdup (town->name);
  /* Translators: a town and the region that it is in */
  return g_strdup_printf (C_ ("town in a region", "%s, %s"), town->name, town->region);
}

char *
keel_filter_words_radius (double km)
{
  guint whole;

  if (keel_sentence_uses_miles ())
    {
      whole = (guint) (km / KM_PER_MILE + 0.5);
      return g_strdup_printf (ngettext ("%u mile", "%u miles", whole), whole);
    }
  /* Translators: a whole number of kilometres */
  return g_strdup_printf (_ ("%u km"), (guint) (km + 0.5));
}

const double *
keel_filter_words_radii (void)
{
  return keel_sentence_uses_miles () ? miles : kilometres;
}
