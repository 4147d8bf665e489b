#pragma once

/* Private to store: where a list comes from, opened: a file, or the answer of an address. */

#include "keel-fetch.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;           /* of the file, to be shown, or the address */
  GInputStream *stream; /* NULL: it has not changed since it was last fetched */
  guint64 size;
  char *etag; /* nullable, as is the next: only of an address */
  char *last_modified;
} KeelListSource;

void keel_list_source_free (KeelListSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelListSource, keel_list_source_free)

/* The address that @file stands for, as far as it is one that is fetched; transfer full, nullable. */
char *keel_list_source_dup_address (GFile *file);

KeelListSource *keel_list_source_open (GFile *file, GCancellable *cancellable, GError **error);
KeelListSource *keel_list_source_fetch (const char *address, const KeelFetchOptions *options,
                                        KeelFetchProgress progress, gpointer data, GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
