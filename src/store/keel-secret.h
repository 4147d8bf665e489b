#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A passphrase or a recovery code: text that is overwritten before its memory is given back. */
typedef char KeelSecret;

void keel_secret_free (KeelSecret *self); /* nullable */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSecret, keel_secret_free)

/* One line, without what ends it, and not a byte more of @descriptor; not through the buffer of a stream.
 * NULL with an error of G_IO_ERROR: CLOSED at the end, INVALID_DATA for what is no text in UTF-8, and those
 * of the system. */
KeelSecret *keel_secret_read (int descriptor, GError **error);

G_END_DECLS
