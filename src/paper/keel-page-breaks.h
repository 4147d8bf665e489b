#pragma once

#include "keel-strip.h"

G_BEGIN_DECLS

/* A strip and where it came to lie. */
typedef struct
{
  const KeelStrip *strip;
  guint page;        /* from 0 */
  double y;          /* points from the top of the text area */
  double scale;      /* under 1 only for a strip that is taller than a page */
  gboolean repeated; /* a header that stands on an earlier page as well */
} KeelPiece;

/*
 * Lays @strips (of KeelStrip, top to bottom) onto pages whose text area is @page_height points high. Every
 * strip comes to lie exactly once, in order; headers may be repeated besides, and blank strips are left out
 * where a page begins, unless they have a height, and where a page has no room for them. What must be kept
 * together stays together as long as it fits on one page. Pages are never empty.
 *
 * Returns: (transfer full): an array of KeelPiece, in the order of pages and from top to bottom
 */
GArray *keel_page_breaks_find (const GPtrArray *strips, double page_height);

G_END_DECLS
