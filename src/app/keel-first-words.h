#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* What the window says when the profile is open; transfer full. */
char *keel_first_words (KeelSession *session);
/* NULL where there is none. */
char *keel_first_words_of_trouble (KeelSession *session);

G_END_DECLS
