#include "keel-series-mark.h"

#include "keel-choices.h"

/* What a person may choose from: Okabe and Ito's palette, which colour-blind eyes tell apart. */
static const char *const colours[KEEL_SERIES_COLOURS] = {
  "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442", "#000000",
};

static const struct
{
  const char *symbol;
  const char *colour;
} kinds[] = {
  [KEEL_SERIES_MEETING] = { "•", "#777777" },         [KEEL_SERIES_THERAPY] = { "△", "#E69F00" },
  [KEEL_SERIES_DOCTOR] = { "⊕", "#56B4E9" },          [KEEL_SERIES_PHARMACY] = { "⊞", "#009E73" },
  [KEEL_SERIES_CASE_MANAGEMENT] = { "▤", "#0072B2" }, [KEEL_SERIES_PEER_SUPPORT] = { "◈", "#CC79A7" },
  [KEEL_SERIES_COURT] = { "▥", "#777777" },           [KEEL_SERIES_OTHER] = { "▷", "#777777" },
};

void
keel_series_mark_read (KeelSeriesMark *self, KeelContent *content, KeelSeries *series)
{
  const KeelProgram *program = keel_choices_find_program (content, series->meeting->program);
  const char *colour = kinds[series->kind].colour;

  self->symbol = kinds[series->kind].symbol;
  if (program != NULL && !keel_series_is_appointment (series))
    {
      self->symbol = program->symbol;
      colour = program->colour;
    }
  if (series->colour >= 0 && series->colour < KEEL_SERIES_COLOURS)
    colour = colours[series->colour];
  gdk_rgba_parse (&self->colour, colour);
}

void
keel_series_mark_read_kind (KeelSeriesMark *self, KeelSeriesKind kind)
{
  self->symbol = kinds[kind].symbol;
  gdk_rgba_parse (&self->colour, kinds[kind].colour);
}

const char *
keel_series_mark_get_colour (int colour)
{
  return colours[colour];
}
