/*
 * bench-paper: an attendance journal of a thousand rows, laid out on pages and written as a PDF, beside Pango
 * and cairo doing nothing but setting and writing the same words. And one page of it, as a preview draws it.
 */

#include <stdio.h>

#include <cairo-pdf.h>

#include "keel-bench.h"
#include "paper/keel-paper.h"
#include "paper/keel-table-block.h"

#define N_ROWS 1000
#define N_COLUMNS 4
#define N_RUNS 7
#define COLUMN_WIDTH 110

static GStrv
make_row (guint i)
{
  GStrv cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup_printf ("2026-11-%02u", i % 28 + 1);
  cells[1] = g_strdup_printf ("Candlelight Group %u", i % 9);
  cells[2] = g_strdup (i % 3 == 0 ? "Left early" : "Went");
  cells[3] = g_strdup_printf ("Someone spoke about sleeping badly, and that it gets better. %u", i);
  return cells;
}

static KeelPaper *
make_paper (GPtrArray *rows)
{
  KeelPaper *paper = keel_paper_new ();
  KeelTableBlock *table = keel_table_block_new ();

  keel_table_block_add_column (table, "Date", 2, KEEL_ALIGN_START);
  keel_table_block_add_column (table, "Meeting", 3, KEEL_ALIGN_START);
  keel_table_block_add_column (table, "How it went", 2, KEEL_ALIGN_START);
  keel_table_block_add_column (table, "What I heard", 4, KEEL_ALIGN_START);
  for (guint i = 0; i < rows->len; i++)
    keel_table_block_add_row (table, g_ptr_array_index (rows, i));
  keel_paper_add (paper, KEEL_BLOCK (table));
  return paper;
}

static void
write_pdf (KeelPaper *paper)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  if (!keel_paper_write_pdf (paper, stream, NULL, &error))
    g_error ("%s", error->message);
}

static cairo_status_t
ignore_cb (void *closure, const unsigned char *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

/* The same words, one below the other, with new pages as often as Keel makes them. */
static double
time_bare (GPtrArray *rows, guint n_pages)
{
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (ignore_cb, NULL, KEEL_PAPER_A4_WIDTH,
                                                                  KEEL_PAPER_A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 10.5");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, COLUMN_WIDTH * PANGO_SCALE);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *cells = g_ptr_array_index (rows, i);

      for (guint c = 0; c < N_COLUMNS; c++)
        {
          cairo_move_to (cr, c * COLUMN_WIDTH, i % (rows->len / n_pages + 1) * 20);
          pango_layout_set_text (layout, cells[c], -1);
          pango_cairo_show_layout (cr, layout);
        }
      if (i % (rows->len / n_pages + 1) == 0)
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return keel_bench_get_ms (start);
}

static double
time_preview (KeelPaper *paper, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 850);
  cairo_t *cr = cairo_create (surface);
  gint64 start = g_get_monotonic_time ();

  keel_paper_draw_page (paper, page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return keel_bench_get_ms (start);
}

int
main (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  double layouts[N_RUNS], pdfs[N_RUNS], bare[N_RUNS], previews[N_RUNS], ratios[N_RUNS];
  guint n_pages = 1;

  for (guint i = 0; i < N_ROWS; i++)
    g_ptr_array_add (rows, make_row (i));
  time_bare (rows, 1); /* fonts are found once */
  for (guint run = 0; run < N_RUNS; run++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KeelPaper) paper = make_paper (rows);

      n_pages = keel_paper_get_n_pages (paper);
      layouts[run] = keel_bench_get_ms (start);
      start = g_get_monotonic_time ();
      write_pdf (paper);
      pdfs[run] = keel_bench_get_ms (start);
      previews[run] = time_preview (paper, n_pages / 2);
      bare[run] = time_bare (rows, n_pages);
      ratios[run] = (layouts[run] + pdfs[run]) / bare[run];
    }
  printf ("Paper, a table of %u rows on %u pages (median of %u):\n", N_ROWS, n_pages, N_RUNS);
  printf (
      "  laid out %.1f ms, as a PDF %.1f ms; Pango and cairo alone %.1f ms, ratio %.2f; one page drawn %.1f ms\n",
      keel_bench_median (layouts, N_RUNS), keel_bench_median (pdfs, N_RUNS), keel_bench_median (bare, N_RUNS),
      keel_bench_median (ratios, N_RUNS), keel_bench_median (previews, N_RUNS));
  return 0;
}
