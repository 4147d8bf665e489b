#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* KeelBenchMonth: the month of the calendar in a real window, with many series followed. */
typedef struct _KeelBenchMonth KeelBenchMonth;

/* NULL where there is no screen. @series: of KeelSeries without UUIDs. */
KeelBenchMonth *keel_bench_month_new (GPtrArray *series);
void keel_bench_month_free (KeelBenchMonth *self);

/* Goes to the month of @day (days since 1970-01-01). Returns the work of this thread in milliseconds: for
 * the model and the widgets, and in @painted until it stands on the screen. */
double keel_bench_month_go (KeelBenchMonth *self, gint64 day, double *painted);
G_END_DECLS
