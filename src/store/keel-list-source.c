#include "keel-list-source.h"

#include "core/keel-feed-reader.h"

static gboolean
check_kind (GFileInfo *info, GError **error)
{
  GFileType type = g_file_info_get_file_type (info);

  if (type == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "%s is a folder",
                   g_file_info_get_display_name (info));
      return FALSE;
    }
  /* Opening a pipe would wait for whoever writes to it. */
  if (type != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s is no ordinary file",
                   g_file_info_get_display_name (info));
      return FALSE;
    }
  if ((guint64) g_file_info_get_size (info) > KEEL_MAX_FILE_SIZE)
    {
      g_set_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE, "%s is too large",
                   g_file_info_get_display_name (info));
      return FALSE;
    }
  return TRUE;
}

void
keel_list_source_free (KeelListSource *self)
{
  if (!self)
    return;
  g_clear_object (&self->stream);
  g_free (self->name);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

char *
keel_list_source_dup_address (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return uri && keel_fetch_is_address (uri) ? g_steal_pointer (&uri) : NULL;
}

KeelListSource *
keel_list_source_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (KeelListSource) self = g_new0 (KeelListSource, 1);

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                           "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (!info || !check_kind (info, error))
    return NULL;
  self->name = g_strdup (g_file_info_get_display_name (info));
  self->size = (guint64) g_file_info_get_size (info);
  self->stream = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  return self->stream ? g_steal_pointer (&self) : NULL;
}

KeelListSource *
keel_list_source_fetch (const char *address, const KeelFetchOptions *options, KeelFetchProgress progress,
                        gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (KeelFetched) fetched = keel_fetch (address, options, progress, data, cancellable, error);
  KeelListSource *self;

  if (!fetched)
    return NULL;
  self = g_new0 (KeelListSource, 1);
  self->name = g_strdup (address);
  self->stream = g_steal_pointer (&fetched->stream);
  self->size = fetched->size;
  self->etag = g_steal_pointer (&fetched->etag);
  self->last_modified = g_steal_pointer (&fetched->last_modified);
  return self;
}
