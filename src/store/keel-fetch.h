#pragma once

#include <gio/gio.h>

#include "keel-fetch-error.h"

G_BEGIN_DECLS

/*
 * Fetching a list from an address that the person gave, at the moment they asked for it: the one place of
 * Keel that uses the network. No cookies, no referrer, no sign-in, nothing that tells who asks.
 */

typedef struct
{
  guint connect_ms; /* until a server has taken the connection, with its name found and its keys checked */
  guint idle_ms;    /* without a byte */
  guint redirects;
  guint64 size; /* bytes, also of what was packed */
} KeelFetchLimits;

extern const KeelFetchLimits keel_fetch_usual_limits;

typedef struct
{
  const char *folder;        /* nullable: where the answer waits, in a file without a name; NULL: in memory */
  const char *etag;          /* nullable: of the answer that is kept already */
  const char *last_modified; /* nullable: the same */
  const KeelFetchLimits *limits; /* nullable: the usual ones */
  GTlsDatabase *authorities;     /* nullable: those of the system */
} KeelFetchOptions;

typedef struct
{
  GInputStream *stream; /* at its beginning; NULL where nothing has changed since the last time */
  guint64 size;
  char *etag;          /* nullable */
  char *last_modified; /* nullable */
} KeelFetched;

void keel_fetched_free (KeelFetched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelFetched, keel_fetched_free)

/* Called in the calling thread. @total is 0 where the server does not say. */
typedef void (*KeelFetchProgress) (guint64 bytes, guint64 total, gpointer data);

/* The address in @text as it will be fetched; KEEL_FETCH_ERROR_ADDRESS or NOT_SECURE where it may not be. */
char *keel_fetch_check_address (const char *text, GError **error);
/* Whether @text begins like an address that is fetched, good or not. */
gboolean keel_fetch_is_address (const char *text);

/* Errors are of KEEL_FETCH_ERROR, or G_IO_ERROR (cancelled; no space for the answer). */
KeelFetched *keel_fetch (const char *address, const KeelFetchOptions *options, KeelFetchProgress progress,
                         gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
