#pragma once

#include "keel-strip.h"

G_BEGIN_DECLS

/* How text stands out from the body text. */
typedef struct
{
  double scale; /* of the base size; 0 is taken as 1 */
  PangoWeight weight;
  gboolean tabular; /* figures of one width, for columns */
} KeelTextStyle;

/*
 * KeelTypesetter: what a block is told of the document when it is laid out. Made by KeelPaper; all in points.
 */
typedef struct
{
  PangoContext *context;
  double width;       /* of the text area */
  double page_height; /* of the text area */
  double size;        /* of the body text */
  gboolean mirrored;  /* the document reads from right to left */
} KeelTypesetter;

/* Takes the family and the size of @font. @language is nullable. */
void keel_typesetter_init (KeelTypesetter *self, const PangoFontDescription *font, const char *language,
                           gboolean mirrored);
void keel_typesetter_clear (KeelTypesetter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelTypesetter, keel_typesetter_clear)

/* @text is taken as it is, never as markup, and wraps within @width, inside of a word if it must.
 * @attributes and @style are nullable. Returns: (transfer full): */
PangoLayout *keel_typesetter_set (const KeelTypesetter *self, const char *text, PangoAttrList *attributes,
                                  const KeelTextStyle *style, double width);

/* About how wide a letter of the body text is. */
double keel_typesetter_get_letter_width (const KeelTypesetter *self);

KeelStrip *keel_typesetter_new_strip (const KeelTypesetter *self);

G_END_DECLS
