#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define KEEL_STRIP_HAIRLINE 0.6 /* points */

/* What a mark is drawn with. Paper is white, whatever the window looks like. */
typedef enum
{
  KEEL_INK_TEXT,
  KEEL_INK_QUIET,  /* still 4.5:1 on white and on the tint */
  KEEL_INK_LINE,   /* hairlines */
  KEEL_INK_ACCENT, /* 4.5:1 as well */
  KEEL_INK_TINT,   /* a surface to write on */
} KeelInk;

void keel_ink_get_rgb (KeelInk ink, double *red, double *green, double *blue);

typedef enum
{
  KEEL_ALIGN_NATURAL, /* as the text itself is written */
  KEEL_ALIGN_START,   /* as the document is written */
  KEEL_ALIGN_CENTER,
  KEEL_ALIGN_END,
} KeelAlign;

typedef enum
{
  KEEL_SHAPE_FILL,  /* the whole rectangle */
  KEEL_SHAPE_FRAME, /* its outline, inside of it */
  KEEL_SHAPE_DISC,  /* the ellipse that touches its sides */
  KEEL_SHAPE_TICK,  /* a tick that fills it */
} KeelShape;

/* Draws into a rectangle that begins at 0, 0, with the ink that was asked for already set. Must leave no
 * path; everything else is restored. */
typedef void (*KeelDrawing) (cairo_t *cr, double width, double height, gpointer data);

/*
 * KeelStrip: the smallest piece of a block that a page break never cuts, as wide as the text area: a line of
 * a paragraph, a row of a table, a week of a month.
 *
 * It is a list of marks. Positions are in points, down from its top and inwards from the side where reading
 * begins; a mirrored strip turns them round, so that blocks need not think of it.
 */
typedef struct _KeelStrip KeelStrip;

struct _KeelStrip
{
  double height;
  double space_before;     /* dropped where a page begins */
  gboolean keep_with_next; /* never the last of a page */
  gboolean is_blank;       /* space or a rule: what is kept with it is kept with what follows */
  gboolean starts_page;
  KeelStrip *header; /* nullable: an earlier strip of the same block, repeated where a page begins here */

  /*< private >*/
  double width;
  gboolean mirrored;
  GArray *marks;
};

KeelStrip *keel_strip_new (double width, gboolean mirrored);
void keel_strip_free (KeelStrip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelStrip, keel_strip_free)

/* One line of @layout, its baseline at @baseline, within @width from @x. A line that is wider (a single
 * letter can be) is drawn smaller. Keeps references. */
void keel_strip_add_line (KeelStrip *self, PangoLayout *layout, PangoLayoutLine *line, double x,
                          double baseline, double width, KeelAlign align, KeelInk ink);

/* Every line of @layout from @y on. Returns: its height. */
double keel_strip_add_layout (KeelStrip *self, PangoLayout *layout, double x, double y, double width,
                              KeelAlign align, KeelInk ink);
void keel_strip_add_shape (KeelStrip *self, KeelShape shape, double x, double y, double width, double height,
                           KeelInk ink);

/* @description (nullable) is what keel_strip_append_text () says of it. Takes @data, freed with @destroy. */
void keel_strip_add_drawing (KeelStrip *self, double x, double y, double width, double height, KeelInk ink,
                             const char *description, KeelDrawing drawing, gpointer data,
                             GDestroyNotify destroy);

void keel_strip_draw (const KeelStrip *self, cairo_t *cr);

/* The words in reading order: a tab between cells, no line end after the last. */
void keel_strip_append_text (const KeelStrip *self, GString *text);

G_END_DECLS
