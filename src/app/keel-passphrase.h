#pragma once

#include "store/keel-secret.h"

#include "keel-session.h"

G_BEGIN_DECLS

/* A whole sentence for what came of a passphrase or of what it was to allow, with how long to wait for the
 * next try. Transfer full. */
char *keel_passphrase_describe_error (KeelSession *session, const GError *error);
/* Whether the passphrase itself was refused. */
gboolean keel_passphrase_is_refused (const GError *error);

G_END_DECLS
