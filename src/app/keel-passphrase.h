#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* What a person typed to unlock something. It is overwritten before its memory is given back. */
typedef char KeelPassphrase;

void keel_passphrase_free (KeelPassphrase *self); /* nullable */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPassphrase, keel_passphrase_free)

/* A whole sentence for what came of a passphrase or of what it was to allow, with how long to wait for the
 * next try. Transfer full. */
char *keel_passphrase_describe_error (KeelSession *session, const GError *error);
/* Whether the passphrase itself was refused. */
gboolean keel_passphrase_is_refused (const GError *error);

G_END_DECLS
