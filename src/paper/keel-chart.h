#pragma once

#include "keel-wheel.h"

G_BEGIN_DECLS

/* What stands in a chart. */
typedef enum
{
  KEEL_CHART_LINE, /* how it was: between a lowest and a highest value */
  KEEL_CHART_BARS, /* how often it was */
} KeelChartKind;

/* None of its places. */
#define KEEL_CHART_NOWHERE (-1)

/*
 * KeelChart: how something was over time, one place for each day, week or month. Screen, print and PDF draw
 * the same. The first place stands where reading begins.
 *
 * Finished when it is handed on, and does not change afterwards; counted references.
 */
typedef struct _KeelChart KeelChart;

KeelChart *keel_chart_new (KeelChartKind kind);
KeelChart *keel_chart_ref (KeelChart *self);
void keel_chart_unref (KeelChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelChart, keel_chart_unref)

/* The ends of the values of a line, in numbers and words; @low under @high. */
void keel_chart_set_ends (KeelChart *self, double low, const char *low_words, double high,
                          const char *high_words);

/* @value: NAN: nothing is known of it. @tick (nullable) stands below it, where there is room; @name is what
 * the place is called, @said (nullable) its value in words. */
void keel_chart_add (KeelChart *self, double value, const char *tick, const char *name, const char *said);

guint keel_chart_get_n_places (const KeelChart *self);
const char *keel_chart_get_name (const KeelChart *self, guint place);
const char *keel_chart_get_said (const KeelChart *self, guint place); /* NULL where nothing is known */
gboolean keel_chart_has_value (const KeelChart *self, guint place);

/* Whether something is known of it, and in bars whether there is any. */
gboolean keel_chart_has_any (const KeelChart *self, guint place);
/* The last place that has any. */
int keel_chart_find_last (const KeelChart *self);

/* The place at @x of a chart that is drawn @width wide. */
int keel_chart_find (const KeelChart *self, PangoContext *context, double width, double x);

/* Into a rectangle that begins at 0, 0. Letters are those of @context, and its direction that of the chart.
 * @chosen: the place that stands out, or KEEL_CHART_NOWHERE. */
void keel_chart_draw (const KeelChart *self, cairo_t *cr, PangoContext *context, double width, double height,
                      const KeelWheelColour *text, const KeelWheelColour *accent, int chosen);

G_END_DECLS
