/*
 * write-samples: the sample documents as PDF and as pictures of their first three pages, to be looked at.
 * usage: write-samples FOLDER
 */

#include "keel-entry-samples.h"
#include "keel-paper-samples.h"

static void
write_picture (KeelPaper *paper, guint page, const char *path)
{
  const double scale = 1.6;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) (keel_paper_get_width (paper) * scale),
                                                         (int) (keel_paper_get_height (paper) * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  keel_paper_draw_page (paper, page, cr);
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s could not be written", path);
  cairo_surface_destroy (surface);
}

static void
write_sample (const char *folder, const char *name, KeelPaper *paper)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_build_filename (folder, name, NULL);
  g_autofree char *pdf = g_strconcat (base, ".pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (pdf);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);

  if (stream == NULL || !keel_paper_write_pdf (paper, G_OUTPUT_STREAM (stream), NULL, &error) ||
      !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    g_error ("%s", error->message);
  for (guint page = 0; page < MIN (keel_paper_get_n_pages (paper), 3); page++)
    {
      g_autofree char *png = g_strdup_printf ("%s-%u.png", base, page + 1);

      write_picture (paper, page, png);
    }
  g_print ("%s: %u pages\n", name, keel_paper_get_n_pages (paper));
  g_object_unref (paper);
}

int
main (int argc, char *argv[])
{
  const KeelGivenOptions options = { .initials = TRUE, .dates = TRUE };
  KeelPaper *large;

  if (argc != 2)
    {
      g_printerr ("usage: write-samples FOLDER\n");
      return 2;
    }
  write_sample (argv[1], "month", keel_paper_samples_month (FALSE));
  write_sample (argv[1], "month-rtl", keel_paper_samples_month (TRUE));
  write_sample (argv[1], "agenda", keel_paper_samples_agenda (30));
  write_sample (argv[1], "agenda-empty", keel_paper_samples_agenda (0));
  write_sample (argv[1], "attendance", keel_paper_samples_attendance (40, FALSE));
  write_sample (argv[1], "attendance-rtl", keel_paper_samples_attendance (40, TRUE));
  write_sample (argv[1], "every-block", keel_paper_samples_every_block (FALSE));
  write_sample (argv[1], "every-block-rtl", keel_paper_samples_every_block (TRUE));
  write_sample (argv[1], "entries", keel_entry_samples_paper (12, FALSE, &options));
  write_sample (argv[1], "entries-rtl", keel_entry_samples_paper (12, TRUE, &options));

  large = keel_paper_samples_agenda (10);
  keel_paper_set_font (large, "Sans", 21);
  write_sample (argv[1], "agenda-large", large);
  large = keel_paper_samples_every_block (FALSE);
  keel_paper_set_font (large, "Sans", 21);
  write_sample (argv[1], "every-block-large", large);
  return 0;
}
