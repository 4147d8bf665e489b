/* Where pages end: nothing but heights and a few rules, so that a table of tests can hold all of it. */

#include "keel-page-breaks.h"

#define ROUNDING 0.01 /* what sums of heights may be wrong by */
#define HEADER_SHARE                                                                                         \
  0.4 /* of a page: a repeated header that is taller would leave too little for what it heads */

typedef struct
{
  const GPtrArray *strips;
  double page_height;
  GArray *pieces;
  guint page;
  double y;
} KeelPageFill;

static const KeelStrip *
get_strip (const KeelPageFill *fill, guint i)
{
  return g_ptr_array_index (fill->strips, i);
}

static gboolean
is_at_top (const KeelPageFill *fill)
{
  return fill->y <= 0;
}

/* The header that has to be repeated if @i begins a page. */
static const KeelStrip *
get_header (const KeelPageFill *fill, guint i)
{
  const KeelStrip *strip = get_strip (fill, i);
  const KeelStrip *header = strip->header;

  if (header == NULL || header->height > fill->page_height * HEADER_SHARE ||
      header->height + strip->space_before + strip->height > fill->page_height + ROUNDING)
    return NULL;
  return header;
}

/* One after the last strip that must lie on the same page as @first. */
static guint
find_end_of_chain (const KeelPageFill *fill, guint first)
{
  gboolean kept = get_strip (fill, first)->keep_with_next;
  guint end = first + 1;

  for (; kept && end < fill->strips->len; end++)
    {
      const KeelStrip *strip = get_strip (fill, end);

      if (strip->starts_page)
        break;
      kept = strip->keep_with_next || strip->is_blank;
    }
  return end;
}

/* What strips @first to @end need from where the page is filled to. */
static double
measure (const KeelPageFill *fill, guint first, guint end)
{
  const KeelStrip *header = is_at_top (fill) ? get_header (fill, first) : NULL;
  double y = header != NULL ? header->height : fill->y;

  for (guint i = first; i < end; i++)
    {
      const KeelStrip *strip = get_strip (fill, i);

      y += (y > 0 ? strip->space_before : 0) + strip->height;
    }
  return y - fill->y;
}

static void
put_piece (KeelPageFill *fill, const KeelStrip *strip, gboolean repeated)
{
  KeelPiece piece = { .strip = strip, .page = fill->page, .scale = 1.0, .repeated = repeated };

  if (strip->height > fill->page_height)
    piece.scale = fill->page_height / strip->height;
  if (!is_at_top (fill))
    fill->y += strip->space_before;
  piece.y = fill->y;
  fill->y += strip->height * piece.scale;
  g_array_append_val (fill->pieces, piece);
}

static void
put (KeelPageFill *fill, guint i)
{
  const KeelStrip *header = is_at_top (fill) ? get_header (fill, i) : NULL;

  if (header != NULL)
    put_piece (fill, header, TRUE);
  put_piece (fill, get_strip (fill, i), FALSE);
}

static void
turn_page (KeelPageFill *fill)
{
  if (is_at_top (fill))
    return;
  fill->page++;
  fill->y = 0;
}

static gboolean
fits (const KeelPageFill *fill, guint first, guint end)
{
  return fill->y + measure (fill, first, end) <= fill->page_height + ROUNDING;
}

/* What is kept together but is taller than a page breaks where the page is full. */
static void
put_too_long_chain (KeelPageFill *fill, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      if (!fits (fill, i, i + 1))
        turn_page (fill);
      put (fill, i);
    }
}

static void
put_blank (KeelPageFill *fill, guint i)
{
  const KeelStrip *strip = get_strip (fill, i);

  if (strip->starts_page)
    turn_page (fill);
  if (fits (fill, i, i + 1) && (!is_at_top (fill) || strip->height > 0))
    put (fill, i);
}

static guint
put_chain (KeelPageFill *fill, guint first)
{
  guint end;

  if (get_strip (fill, first)->is_blank)
    {
      put_blank (fill, first);
      return first + 1;
    }
  end = find_end_of_chain (fill, first);
  if (get_strip (fill, first)->starts_page || !fits (fill, first, end))
    turn_page (fill);
  if (fits (fill, first, end))
    for (guint i = first; i < end; i++)
      put (fill, i);
  else
    put_too_long_chain (fill, first, end);
  return end;
}

GArray *
keel_page_breaks_find (const GPtrArray *strips, double page_height)
{
  KeelPageFill fill = { .strips = strips, .page_height = page_height };

  fill.pieces = g_array_new (FALSE, FALSE, sizeof (KeelPiece));
  for (guint i = 0; i < strips->len;)
    i = put_chain (&fill, i);
  return fill.pieces;
}
