#include "config.h"

#include "keel-strategy-acts.h"

#include <glib/gi18n-lib.h>

static char *
describe (KeelOwnDeed deed, const char *name)
{
  switch (deed)
    {
    case KEEL_OWN_ADDED:
      /* Translators: %s is the name of a card */
      return g_strdup_printf (_ ("“%s” is among your cards."), name);
    case KEEL_OWN_CHANGED:
      /* Translators: %s is the name of a card */
      return g_strdup_printf (_ ("“%s” is changed."), name);
    case KEEL_OWN_DELETED:
    default:
      /* Translators: %s is the name of a card */
      return g_strdup_printf (_ ("“%s” is deleted."), name);
    }
}

const KeelOwnActs keel_strategy_acts = { &keel_strategy_rows, G_STRUCT_OFFSET (KeelStrategy, name),
                                         describe };

char *
keel_strategy_trouble_describe (KeelSession *session)
{
  guint n = keel_session_get_n_damaged_strategies (session);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u of your own cards could not be read and is not shown. It is kept as it is.",
                "%u of your own cards could not be read and are not shown. They are kept as they are.", n),
      n);
}
