#include "keel-reason-photo.h"

#include "core/keel-reason.h"

/* Enough to fill the width of a window, and little in the journal. */
#define MOST_PIXELS 1024
#define MOST_FILE_BYTES (64 * 1024 * 1024)
#define MOST_FILE_PIXELS (200 * 1000 * 1000)

GdkPaintable *
keel_reason_photo_load (GBytes *photo)
{
  GdkTexture *texture = photo != NULL ? gdk_texture_new_from_bytes (photo, NULL) : NULL;

  return texture != NULL ? GDK_PAINTABLE (texture) : NULL;
}

static gboolean
check_size (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= MOST_FILE_BYTES)
    return TRUE;
  g_set_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY, "The picture is too large");
  return FALSE;
}

/* Small pictures stay as they are; what claims to be enormous is not read at all. */
static void
size_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  double scale = MIN (1.0, (double) MOST_PIXELS / MAX (1, MAX (width, height)));

  if ((gint64) width * height > MOST_FILE_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (scale < 1.0)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

/* As the camera was held. */
static GdkPixbuf *
read_scaled (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  GdkPixbuf *picture;

  if (bytes == NULL)
    return NULL;
  loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), NULL);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  picture = gdk_pixbuf_loader_get_pixbuf (loader);
  if (picture != NULL)
    return gdk_pixbuf_apply_embedded_orientation (picture);
  g_set_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE, "There is no picture in it");
  return NULL;
}

/* JPEG has no transparency: what shows through is white, as paper. */
static GdkPixbuf *
flatten (GdkPixbuf *picture)
{
  if (!gdk_pixbuf_get_has_alpha (picture))
    return g_object_ref (picture);
  return gdk_pixbuf_composite_color_simple (picture, gdk_pixbuf_get_width (picture),
                                            gdk_pixbuf_get_height (picture), GDK_INTERP_NEAREST, 255, 64,
                                            0xffffffff, 0xffffffff);
}

static GBytes *
encode (GdkPixbuf *picture, GError **error)
{
  static const char *const qualities[] = { "85", "60", "30" };

  for (gsize i = 0; i < G_N_ELEMENTS (qualities); i++)
    {
      char *bytes = NULL;
      gsize size = 0;

      if (!gdk_pixbuf_save_to_buffer (picture, &bytes, &size, "jpeg", error, "quality", qualities[i], NULL))
        return NULL;
      if (size <= KEEL_REASON_PHOTO_MAX)
        return g_bytes_new_take (bytes, size);
      g_free (bytes);
    }
  g_set_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY, "The picture is too large");
  return NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = task_data;
  GError *error = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GdkPixbuf) flat = NULL;
  GBytes *photo = NULL;

  if (check_size (file, cancellable, &error))
    picture = read_scaled (file, cancellable, &error);
  if (picture != NULL)
    flat = flatten (picture);
  if (flat != NULL)
    photo = encode (flat, &error);
  if (photo != NULL)
    g_task_return_pointer (task, photo, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
keel_reason_photo_read_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

GBytes *
keel_reason_photo_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
