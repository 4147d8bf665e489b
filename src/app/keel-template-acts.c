#include "config.h"

#include "keel-template-acts.h"

#include <glib/gi18n-lib.h>

#include "keel-template-window.h"

static char *
describe (KeelOwnDeed deed, const char *name)
{
  switch (deed)
    {
    case KEEL_OWN_ADDED:
      /* Translators: %s is the name of a worksheet */
      return g_strdup_printf (_ ("“%s” is among your worksheets."), name);
    case KEEL_OWN_CHANGED:
      /* Translators: %s is the name of a worksheet */
      return g_strdup_printf (_ ("“%s” is changed. What you wrote with it stays as it is."), name);
    case KEEL_OWN_DELETED:
    default:
      /* Translators: %s is the name of a worksheet */
      return g_strdup_printf (_ ("“%s” is deleted. What you wrote with it stays."), name);
    }
}

const KeelOwnActs keel_template_acts = { &keel_template_rows, G_STRUCT_OFFSET (KeelWorksheet, name),
                                         describe };

void
keel_template_present_new (GtkWindow *parent, KeelSession *session)
{
  keel_template_window_present (parent, session, NULL);
}

char *
keel_template_trouble_describe (KeelSession *session)
{
  guint n_damaged = keel_session_get_n_damaged_templates (session);

  if (n_damaged == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u of your own worksheets could not be read and is not shown. It is kept as it is.",
                "%u of your own worksheets could not be read and are not shown. They are kept as they are.",
                n_damaged),
      n_damaged);
}
