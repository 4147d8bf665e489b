#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What two texts have in common for somebody who looks for one of them: without accents and case, and one
 * space for whatever stands between words. @text is valid UTF-8. Transfer full. */
char *keel_fold (const char *text);

G_END_DECLS
