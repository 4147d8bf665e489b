#pragma once

#include <gtk/gtk.h>

#include "keel-session-days.h"

G_BEGIN_DECLS

/* What lies behind, at the end of @box: the milestones that were reached, and the lapses; at most @limit of
 * each. Whoever presses a row sees more of it. Returns whether there are more. */
gboolean keel_days_sections_append (GtkBox *box, KeelSession *session, KeelDays *days, guint limit);

G_END_DECLS
