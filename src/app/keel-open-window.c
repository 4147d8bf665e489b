#include "keel-open-window.h"

KeelWindow *
keel_open_window_find (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      if (KEEL_IS_WINDOW (l->data) && keel_window_get_shell (l->data) != NULL &&
          keel_session_is_open (keel_window_get_session (l->data)))
        return l->data;
    }
  return NULL;
}
