#include "config.h"

#include "keel-today-first.h"

#include <glib/gi18n-lib.h>

#include "keel-today-invitation.h"

/* Three minutes against fear, with nothing to read first; for members and families. */
#define COPING "c39"

GtkWidget *
keel_today_first_coping_new (KeelSession *session)
{
  const KeelStrategy *strategy = keel_content_find_strategy (keel_session_get_content (session), COPING);
  GtkWidget *self = keel_today_invitation_new (strategy != NULL ? strategy->name : _ ("Coping"),
                                               strategy != NULL ? strategy->when : "");

  if (strategy != NULL)
    keel_today_invitation_add (KEEL_TODAY_INVITATION (self), C_ ("strategy", "Start"),
                               "app.run-strategy::" COPING);
  keel_today_invitation_add (KEEL_TODAY_INVITATION (self), _ ("What Else Helps"), "win.go::coping");
  gtk_widget_set_visible (self, FALSE);
  return self;
}

GtkWidget *
keel_today_first_help_new (void)
{
  GtkWidget *self = keel_today_invitation_new (
      _ ("Help now"), _ ("Emergency numbers, help lines, and what to do when someone is in danger. It is "
                         "always at the top of the window, too."));

  /* Translators: a button that opens “Help now”: emergency numbers and help lines */
  keel_today_invitation_add (KEEL_TODAY_INVITATION (self), _ ("Show Help"), "app.help-now");
  gtk_widget_set_visible (self, FALSE);
  return self;
}
