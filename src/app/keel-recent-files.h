#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on this program does not write the list of recent files. */
void keel_recent_files_leave_alone (void);

G_END_DECLS
