#include "keel-schedule-private.h"

#include <string.h>

/*
 * The text form, one line:
 *
 *   (1, [('2026-01-05T19:00', 'Europe/Berlin', 60, 'FREQ=WEEKLY')],
 *    [('2026-02-02T19:00', 'move', '2026-02-03T19:00', 60)])
 *
 * A version, the segments (start, zone or '' for floating, minutes, rule or '' for once) and the
 * overrides (key, what is done, start, minutes).
 */
#define TEXT_TYPE "(ua(ssus)a(sssu))"
#define TEXT_VERSION 1
#define MAX_TEXT_SIZE (2 * 1024 * 1024)

static const char *const kind_names[] = { "move", "cancel", "add" };

static gboolean
refuse_text (GError **error, const char *reason)
{
  g_set_error (error, KEEL_SCHEDULE_ERROR, KEEL_SCHEDULE_ERROR_FORMAT, "This is no schedule: %s", reason);
  return FALSE;
}

static GVariant *
write_segment (const KeelSegment *segment)
{
  g_autofree char *start = keel_local_time_format (segment->start);
  g_autofree char *rule = segment->recurrence != NULL ? keel_recurrence_to_string (segment->recurrence)
                                                      : NULL;

  return g_variant_new ("(ssus)", start, segment->zone_name != NULL ? segment->zone_name : "",
                        segment->duration, rule != NULL ? rule : "");
}

static GVariant *
write_override (const KeelOverride *override)
{
  g_autofree char *original = keel_local_time_format (override->original);
  g_autofree char *start = keel_local_time_format (override->start);

  return g_variant_new ("(sssu)", original, kind_names[override->kind], start, override->duration);
}

/* Schedules that are equal give equal texts. */
char *
keel_schedule_to_string (KeelSchedule *self)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder segments, overrides;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&segments, G_VARIANT_TYPE ("a(ssus)"));
  for (guint i = 0; i < self->segments->len; i++)
    g_variant_builder_add_value (&segments, write_segment (keel_schedule_segment (self, i)));
  g_variant_builder_init (&overrides, G_VARIANT_TYPE ("a(sssu)"));
  for (guint i = 0; i < self->overrides->len; i++)
    g_variant_builder_add_value (&overrides, write_override (keel_schedule_override (self, i)));
  variant = g_variant_ref_sink (g_variant_new (TEXT_TYPE, TEXT_VERSION, &segments, &overrides));
  return g_variant_print (variant, FALSE);
}

static gboolean
read_segments (KeelSchedule *self, GVariant *segments, GError **error)
{
  GVariantIter iter;
  const char *start_text, *zone, *rule;
  guint32 duration;

  g_variant_iter_init (&iter, segments);
  while (g_variant_iter_next (&iter, "(&s&su&s)", &start_text, &zone, &duration, &rule))
    {
      guint n = self->segments->len;
      KeelLocalTime start;

      if (!keel_local_time_parse (start_text, &start))
        return refuse_text (error, "a start is no local time");
      if (n > 0 && keel_schedule_segment (self, n - 1)->start >= keel_schedule_get_midnight (start))
        return refuse_text (error, "its segments are not in order");
      if (!keel_schedule_append_segment (self, start, *zone != '\0' ? zone : NULL, duration,
                                         *rule != '\0' ? rule : NULL, error))
        return FALSE;
    }
  return self->segments->len > 0 || refuse_text (error, "it has no segment");
}

static gboolean
find_kind (const char *name, KeelOverrideKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (strcmp (name, kind_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_overrides (KeelSchedule *self, GVariant *overrides, GError **error)
{
  GVariantIter iter;
  const char *original, *kind, *start;
  KeelOverride override;

  g_variant_iter_init (&iter, overrides);
  while (g_variant_iter_next (&iter, "(&s&s&su)", &original, &kind, &start, &override.duration))
    {
      guint n = self->overrides->len;

      if (!keel_local_time_parse (original, &override.original) ||
          !keel_local_time_parse (start, &override.start))
        return refuse_text (error, "a changed date is no local time");
      if (!find_kind (kind, &override.kind))
        return refuse_text (error, "a date is neither moved nor cancelled nor added");
      if (n > 0 && keel_schedule_override (self, n - 1)->original >= override.original)
        return refuse_text (error, "its changed dates are not in order");
      if (!keel_schedule_put_override (self, &override, error))
        return FALSE;
    }
  return TRUE;
}

/* Reads what keel_schedule_to_string () wrote. Safe for text from anywhere. */
KeelSchedule *
keel_schedule_from_string (const char *text, GError **error)
{
  g_autoptr (KeelSchedule) self = keel_schedule_alloc ();
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) segments = NULL;
  g_autoptr (GVariant) overrides = NULL;
  g_autoptr (GError) parse_error = NULL;
  guint32 version;

  g_return_val_if_fail (text != NULL, NULL);

  if (strnlen (text, MAX_TEXT_SIZE + 1) > MAX_TEXT_SIZE || !g_utf8_validate (text, -1, NULL))
    {
      refuse_text (error, "it is too long or is not text");
      return NULL;
    }
  variant = g_variant_parse (G_VARIANT_TYPE (TEXT_TYPE), text, NULL, NULL, &parse_error);
  if (variant == NULL)
    {
      refuse_text (error, parse_error->message);
      return NULL;
    }
  g_variant_get (variant, "(u@a(ssus)@a(sssu))", &version, &segments, &overrides);
  if (version != TEXT_VERSION)
    {
      refuse_text (error, "it comes from another version of Keel");
      return NULL;
    }
  if (!read_segments (self, segments, error) || !read_overrides (self, overrides, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
keel_schedule_equal (KeelSchedule *a, KeelSchedule *b)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  text_a = keel_schedule_to_string (a);
  text_b = keel_schedule_to_string (b);
  return strcmp (text_a, text_b) == 0;
}
