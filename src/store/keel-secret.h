#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Passphrases and recovery codes on their way in. None of them goes through the buffer of a stream, and what
 * was read is zeroed. */

/* One line, without what ends it, and not a byte more of @descriptor. NULL with an error of G_IO_ERROR:
 * CLOSED at the end, INVALID_DATA for what is no text in UTF-8, and those of the system. */
char *keel_secret_read (int descriptor, GError **error);
void keel_secret_free (char *secret);

typedef char KeelSecret;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSecret, keel_secret_free)

G_END_DECLS
