#pragma once

#include "keel-invocation.h"

G_BEGIN_DECLS

/* What stands behind an option. FALSE where it is not possible; says so. */

/* @word (nullable: *@found stays) is one of @words. */
gboolean keel_invocation_read_word (KeelInvocation *invocation, const char *const *words, const char *word,
                                    int *found);
/* A day since 1970-01-01. */
gboolean keel_invocation_read_day (KeelInvocation *invocation, const char *text, gint64 *day);

G_END_DECLS
