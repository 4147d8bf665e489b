/* Pictures of reasons: scaled down to what the journal takes, as the camera was held, without what the file
 * says beside; small ones as they are; what is no picture is refused. */

#include "app/keel-reason-photo.h"

#include <glib/gstdio.h>

#include "core/keel-reason.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("keel-photo-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "Private Name.jpg", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GBytes *
read_photo (Fixture *fixture, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GAsyncResult) result = NULL;

  keel_reason_photo_read_async (file, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return keel_reason_photo_read_finish (result, error);
}

static GdkPixbuf *
open_photo (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  GdkPixbuf *picture = gdk_pixbuf_new_from_stream (stream, NULL, NULL);

  g_assert_nonnull (picture);
  return picture;
}

/* What cannot be pressed together: noise. */
static GdkPixbuf *
make_picture (int width, int height, gboolean alpha)
{
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  guchar *pixels = gdk_pixbuf_get_pixels (picture);
  gsize size = gdk_pixbuf_get_byte_length (picture);
  guint32 state = 1;

  for (gsize i = 0; i < size; i++)
    {
      state = state * 1664525 + 1013904223;
      pixels[i] = (guchar) (state >> 24);
    }
  return picture;
}

static void
assert_size (GBytes *bytes, int width, int height)
{
  g_autoptr (GdkPixbuf) picture = open_photo (bytes);

  g_assert_cmpuint (g_bytes_get_size (bytes), <=, KEEL_REASON_PHOTO_MAX);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, height);
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) picture = make_picture (2400, 1800, FALSE);
  g_autoptr (GBytes) photo = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gdk_pixbuf_save (picture, fixture->path, "jpeg", NULL, "quality", "95", NULL));
  photo = read_photo (fixture, &error);
  g_assert_no_error (error);
  assert_size (photo, 1024, 768);
}

/* Nothing is invented; what shows through is white. */
static void
test_small (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 40, 30);
  g_autoptr (GdkPixbuf) read = NULL;
  g_autoptr (GBytes) photo = NULL;

  gdk_pixbuf_fill (picture, 0x00000000);
  g_assert_true (gdk_pixbuf_save (picture, fixture->path, "png", NULL, NULL));
  photo = read_photo (fixture, NULL);
  assert_size (photo, 40, 30);
  read = open_photo (photo);
  g_assert_cmpint (gdk_pixbuf_read_pixels (read)[0], >, 250);
}

/* Orientation 6 of EXIF: the camera was held upright; and a comment that tells too much. */
static const guchar exif[] = { 0xff, 0xe1, 0x00, 0x22, 'E', 'x', 'i', 'f',  0,    0,   'M',  'M',  0,
                               42,   0,    0,    0,    8,   0,   1,   0x01, 0x12, 0,   3,    0,    0,
                               0,    1,    0,    6,    0,   0,   0,   0,    0,    0,   0xff, 0xfe, 0x00,
                               0x0c, 'M',  'y',  ' ',  's', 't', 'r', 'e',  'e',  't', '!' };

static gboolean
contains (GBytes *bytes, const char *words)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, words, strlen (words)) != NULL;
}

static void
test_as_it_was_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) picture = make_picture (60, 40, FALSE);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GBytes) photo = NULL;
  g_autoptr (GBytes) written = NULL;
  char *bytes = NULL;
  gsize size;

  g_assert_true (gdk_pixbuf_save_to_buffer (picture, &bytes, &size, "jpeg", NULL, NULL));
  g_byte_array_append (file, (guchar *) bytes, 2);
  g_byte_array_append (file, exif, sizeof exif);
  g_byte_array_append (file, (guchar *) bytes + 2, (guint) size - 2);
  g_free (bytes);
  written = g_bytes_new (file->data, file->len);
  g_assert_true (contains (written, "My street"));
  g_assert_true (g_file_set_contents (fixture->path, (char *) file->data, file->len, NULL));
  photo = read_photo (fixture, NULL);
  assert_size (photo, 40, 60);
  g_assert_false (contains (photo, "My street"));
  g_assert_false (contains (photo, "Exif"));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", "no picture", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, texts[i], -1, NULL));
      g_assert_null (read_photo (fixture, &error));
      g_assert_nonnull (error);
    }
  g_unlink (fixture->path);
  g_assert_null (read_photo (fixture, NULL));
}

#define ADD(name, test) g_test_add ("/app/reason-photo/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("large", test_large);
  ADD ("small", test_small);
  ADD ("as-it-was-held", test_as_it_was_held);
  ADD ("refused", test_refused);
  return g_test_run ();
}
