#include "keel-window-drafts.h"

#include "keel-add-meeting-dialog.h"
#include "keel-attendance-dialog.h"
#include "keel-date-dialog.h"
#include "keel-draft.h"
#include "keel-import-dialog.h"
#include "keel-program-dialog.h"
#include "keel-rhythm-dialog.h"
#include "keel-strategy-dialog.h"
#include "keel-template-window.h"
#include "keel-urge-draft.h"
#include "keel-window.h"

static gboolean
resume_urge (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  keel_foreground_resume_urge (keel_window_get_foreground (KEEL_WINDOW (parent)), session, draft);
  return TRUE;
}

static gboolean
restore_draft (GtkWindow *parent, KeelSession *session, const char *name, GVariant *draft)
{
  GtkWindow *window = NULL;

  if (strcmp (name, KEEL_DATE_DRAFT) == 0)
    return keel_date_dialog_present_draft (parent, session, draft);
  if (strcmp (name, KEEL_RHYTHM_DRAFT) == 0)
    return keel_rhythm_dialog_present_draft (parent, session, draft);
  if (strcmp (name, KEEL_TEMPLATE_DRAFT) == 0)
    return keel_template_window_present_draft (parent, session, draft);
  if (strcmp (name, KEEL_PROGRAM_DRAFT) == 0)
    return keel_program_dialog_present_draft (parent, session, draft);
  if (strcmp (name, KEEL_STRATEGY_DRAFT) == 0)
    return keel_strategy_dialog_present_draft (parent, session, draft);
  if (strcmp (name, KEEL_URGE_DRAFT_NAME) == 0)
    return resume_urge (parent, session, draft);
  if (strcmp (name, KEEL_MEETING_DRAFT) == 0)
    window = GTK_WINDOW (keel_add_meeting_dialog_new_from_draft (parent, session, draft));
  else if (strcmp (name, KEEL_ATTENDANCE_DRAFT) == 0)
    return keel_attendance_dialog_present_draft (parent, session, draft);
  else if (strcmp (name, KEEL_IMPORT_DRAFT) == 0)
    window = GTK_WINDOW (keel_import_dialog_new_from_draft (parent, session, draft));
  if (window != NULL)
    gtk_window_present (window);
  return window != NULL;
}

gboolean
keel_window_drafts_restore (GtkWindow *parent, KeelSession *session)
{
  GVariant *drafts = keel_session_get_drafts (session);
  gboolean some = FALSE;
  GVariantIter kinds, windows;
  const char *name;
  GVariant *kind, *draft;

  g_variant_iter_init (&kinds, drafts);
  while (g_variant_iter_loop (&kinds, "{&sv}", &name, &kind))
    {
      if (!g_variant_is_of_type (kind, G_VARIANT_TYPE ("aa{sv}")))
        continue;
      g_variant_iter_init (&windows, kind);
      while (g_variant_iter_loop (&windows, "@a{sv}", &draft))
        {
          if (restore_draft (parent, session, name, draft))
            some = TRUE;
          else
            keel_draft_set_aside (session, name, draft);
        }
    }
  return some;
}
