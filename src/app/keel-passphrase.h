#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person typed to unlock something. It is overwritten before its memory is given back. */
typedef char KeelPassphrase;

void keel_passphrase_free (KeelPassphrase *self); /* nullable */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPassphrase, keel_passphrase_free)

G_END_DECLS
