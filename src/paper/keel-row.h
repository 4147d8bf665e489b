#pragma once

#include "keel-typesetter.h"

G_BEGIN_DECLS

typedef struct
{
  KeelTextStyle text;
  KeelAlign align;
  KeelInk ink;
  PangoAttrList *attributes; /* nullable */
} KeelCellStyle;

/*
 * KeelRow: texts beside each other, line by line on common baselines. A paragraph is a row of one cell, a
 * bullet and its words are one of two. Made on the stack: `g_auto (KeelRow) row = KEEL_ROW_INIT;`
 */
typedef struct
{
  double space_before;
  double padding_above, padding_below;
  double leading;    /* times the height of a line */
  double split_from; /* points: a row that is at least this tall may break between its lines */
  gboolean keep_with_next;
  double rule; /* thickness of the line under it; 0 for none */
  KeelInk rule_ink;
  KeelStrip *header; /* nullable */

  double baseline; /* set by keel_row_set (): of the first line, from the top of the first strip */
  GArray *cells;
} KeelRow;

#define KEEL_ROW_INIT                                                                                        \
  {                                                                                                          \
    .leading = 1.0, .split_from = 0, .rule_ink = KEEL_INK_LINE                                               \
  }

void keel_row_clear (KeelRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelRow, keel_row_clear)

/* The next cell, from @x to @x + @width. A word that is longer than several lines begins a line of its own.
 */
void keel_row_add (KeelRow *self, const KeelTypesetter *typesetter, const char *text,
                   const KeelCellStyle *style, double x, double width);

/* The same for what is set already. Takes @layout. */
void keel_row_add_layout (KeelRow *self, PangoLayout *layout, double x, double width, KeelAlign align,
                          KeelInk ink);

/* Appends the strips of the row to @strips: one, or one for each line. Neither the first line nor the last of
 * three or more stands alone. Returns: the first of them, for what is drawn beside the text. */
KeelStrip *keel_row_set (KeelRow *self, const KeelTypesetter *typesetter, GPtrArray *strips);

G_END_DECLS
