#include "keel-recent-files.h"

#include <gtk/gtk.h>

static void
keep_nothing (GtkRecentManager *recent)
{
}

/* GTK's file dialog notes what was chosen in it, in a list that every program reads and many show. GTK's own
 * setting against it would empty that list, with what other programs noted; so what writes it is taken out.
 */
void
keel_recent_files_leave_alone (void)
{
  GtkRecentManagerClass *klass = g_type_class_ref (GTK_TYPE_RECENT_MANAGER);

  klass->changed = keep_nothing;
}
