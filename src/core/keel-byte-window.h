#pragma once

#include <gio/gio.h>

#include "keel-row-splitter.h"
#include "keel-utf8-check.h"

G_BEGIN_DECLS

#define KEEL_NOTHING_KEPT G_MAXSIZE

/* What keel_byte_window_peek () gives where there is no byte. */
#define KEEL_AT_END (-1)
#define KEEL_AT_ERROR (-2)

/*
 * KeelByteWindow: the part of a stream that is looked at, from `pos` (or from `keep`, what must not be
 * thrown away) to `end`. Checks sizes and, unless told otherwise, UTF-8 while it reads. The first error is
 * kept: it ends all.
 */
typedef struct
{
  GInputStream *stream;
  guint8 *data;
  gsize capacity;
  gsize keep; /* or KEEL_NOTHING_KEPT */
  gsize pos, end;
  guint64 read;
  gboolean at_end;
  gboolean any_encoding; /* to be set before anything is read: bytes are given as they are */
  gboolean invalid;      /* what follows `end` is not UTF-8 */
  KeelUtf8Check utf8;

  GCancellable *cancellable; /* of the call that runs; not owned */
  GError *error;
} KeelByteWindow;

void keel_byte_window_init (KeelByteWindow *self, GInputStream *stream);
void keel_byte_window_clear (KeelByteWindow *self);

/* Reads one block. FALSE at the end (no error set) and on failure. */
gboolean keel_byte_window_fill (KeelByteWindow *self);

/* FALSE at the end and on failure. */
gboolean keel_byte_window_have (KeelByteWindow *self, gsize count);

/* Passes white space and returns what follows, as keel_byte_window_peek () does. */
int keel_byte_window_skip_space (KeelByteWindow *self);

/* What a converter of letters says of its input, as said of the file; other errors stay. Takes @error. */
GError *keel_byte_window_translate (GError *error);

/* Both return FALSE. */
gboolean keel_byte_window_fail (KeelByteWindow *self, KeelFeedError code, const char *message);
gboolean keel_byte_window_fail_at_end (KeelByteWindow *self);

/* The next byte, KEEL_AT_END or KEEL_AT_ERROR. */
static inline int
keel_byte_window_peek (KeelByteWindow *self)
{
  if (self->pos < self->end || keel_byte_window_fill (self))
    return self->data[self->pos];

  return self->error != NULL ? KEEL_AT_ERROR : KEEL_AT_END;
}

G_END_DECLS
