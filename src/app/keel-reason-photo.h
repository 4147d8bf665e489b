#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pictures of reasons. What is kept is a copy, scaled down and without anything that the file says of where
 * and when it was taken. */

/* NULL for none, and for one that cannot be shown. Transfer full. */
GdkPaintable *keel_reason_photo_load (GBytes *photo);

/* Reads @file in a thread and makes a JPEG of at most KEEL_REASON_PHOTO_MAX bytes of it. */
void keel_reason_photo_read_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data);
GBytes *keel_reason_photo_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
