#pragma once

#include <gtk/gtk.h>

#include "content/keel-content.h"
#include "core/keel-series.h"

G_BEGIN_DECLS

/* What stands before a series wherever there is little room: a symbol that says what it is, in its colour. */
typedef struct
{
  const char *symbol;
  GdkRGBA colour; /* as chosen: keel_program_mark_make_readable () */
} KeelSeriesMark;

void keel_series_mark_read (KeelSeriesMark *self, KeelContent *content, KeelSeries *series);

/* That of all of its kind, whatever program or colour one has. */
void keel_series_mark_read_kind (KeelSeriesMark *self, KeelSeriesKind kind);

/* One of the palette that a person may choose from, by its number below KEEL_SERIES_COLOURS: "#0072B2". */
const char *keel_series_mark_get_colour (int colour);

G_END_DECLS
