/* The PDF: what it says, what it keeps to itself, and what happens when it cannot be written. */

#include <string.h>

#include "keel-paper-samples.h"
#include "paper/keel-text-block.h"

static GBytes *
write_pdf (KeelPaper *paper)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (keel_paper_write_pdf (paper, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* What a program of Poppler says of the PDF; NULL if it is not here. */
static char *
ask (const char *program, GBytes *pdf)
{
  g_autofree char *path = g_find_program_in_path (program);
  const char *read[] = { path, "-", "-", NULL };
  const char *describe[] = { path, "-", NULL };
  const char *const *command = g_str_equal (program, "pdftotext") ? read : describe;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = NULL;

  if (path == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

static void
test_says_nothing_of_itself (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_agenda (20);
  g_autoptr (GBytes) first = write_pdf (paper);
  g_autoptr (GBytes) second = write_pdf (paper);

  g_assert_true (contains (first, "%PDF-"));
  g_assert_false (contains (first, "CreationDate"));
  g_assert_false (contains (first, "ModDate"));
  g_assert_false (contains (first, "Author"));
  g_assert_false (contains (first, "Creator"));
  g_assert_false (contains (first, "/Title"));
  g_assert_true (g_bytes_equal (first, second));

  keel_paper_set_title (paper, "Plans");
  g_clear_pointer (&second, g_bytes_unref);
  second = write_pdf (paper);
  g_assert_true (contains (second, "/Title (Plans)"));
}

static void
test_can_be_read (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_attendance (60, FALSE);
  g_autoptr (GBytes) pdf = write_pdf (paper);
  g_autofree char *text = ask ("pdftotext", pdf);
  g_auto (GStrv) pages = NULL;

  if (text == NULL)
    return;
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, keel_paper_get_n_pages (paper) + 1); /* each ends with one */
  for (guint i = 0; i < keel_paper_get_n_pages (paper); i++)
    {
      g_autofree char *foot = g_strdup_printf ("Page %u of %u", i + 1, keel_paper_get_n_pages (paper));

      g_assert_nonnull (strstr (pages[i], foot));
      g_assert_nonnull (strstr (pages[i], "What I heard that helps"));
      g_assert_nonnull (strstr (pages[i], "Attendance journal"));
      g_assert_nonnull (strstr (pages[i], "Candlelight Group"));
    }
  g_assert_nonnull (strstr (pages[0], "Nothing but their word stands behind these lines."));
}

static void
test_letters_survive (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  keel_paper_add (paper, keel_paragraph_new ("fi ffl ß Ångström naïve Ελλάδα Москва 19:00 – “quoted” + 2"));
  pdf = write_pdf (paper);
  text = ask ("pdftotext", pdf);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "fi ffl ß Ångström naïve Ελλάδα Москва 19:00 – “quoted” + 2"));
}

static void
test_page_size (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  keel_paper_set_size (paper, KEEL_PAPER_LETTER_WIDTH, KEEL_PAPER_LETTER_HEIGHT);
  pdf = write_pdf (paper);
  text = ask ("pdfinfo", pdf);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "612 x 792 pts (letter)"));
  g_assert_nonnull (strstr (text, "Pages:           1\n"));
}

/* A disk that is full after some bytes: the reason is told, whenever it comes. */
static void
test_full_disk (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_agenda (30);
  g_autoptr (GBytes) whole = write_pdf (paper);
  gsize sizes[] = { 1, 1000, g_bytes_get_size (whole) / 2, g_bytes_get_size (whole) - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *space = g_malloc (sizes[i]);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new (space, sizes[i], NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (keel_paper_write_pdf (paper, stream, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (KeelPaper) paper = keel_paper_samples_agenda (30);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (keel_paper_write_pdf (paper, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/pdf/says-nothing-of-itself", test_says_nothing_of_itself);
  g_test_add_func ("/paper/pdf/can-be-read", test_can_be_read);
  g_test_add_func ("/paper/pdf/letters-survive", test_letters_survive);
  g_test_add_func ("/paper/pdf/page-size", test_page_size);
  g_test_add_func ("/paper/pdf/full-disk", test_full_disk);
  g_test_add_func ("/paper/pdf/cancelled", test_cancelled);
  return g_test_run ();
}
