#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* What the window says when the profile is open; transfer full. */
char *keel_first_words (KeelSession *session);
/* NULL where there is none. */
char *keel_first_words_of_trouble (KeelSession *session);
/* That nobody has written the recovery code down; NULL where somebody has. */
char *keel_first_words_of_code (KeelSession *session);
/* That what was being typed could not be kept; @reason as in KeelStartOptions, NULL for 0. */
char *keel_first_words_of_loss (int reason);

G_END_DECLS
