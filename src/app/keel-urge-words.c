#include "config.h"

#include "keel-urge-words.h"

#include <glib/gi18n-lib.h>

const char *
keel_urge_words_question (const char *stage)
{
  if (g_str_equal (stage, "strength"))
    return _ ("How strong is the urge?");
  if (g_str_equal (stage, "tags"))
    return _ ("What is going on?");
  if (g_str_equal (stage, "offers"))
    return _ ("Choose one of these.");
  if (g_str_equal (stage, "safe"))
    return _ ("Are you safe?");
  if (g_str_equal (stage, "someone"))
    return _ ("Be with someone.");
  if (g_str_equal (stage, "after"))
    return _ ("How strong is it now?");
  return _ ("It is in your urge log.");
}

char *
keel_urge_words_note (const char *stage, const KeelUrge *urge)
{
  if (g_str_equal (stage, "strength"))
    return g_strdup (_ ("A digit is enough. You need not explain anything."));
  if (g_str_equal (stage, "tags"))
    return g_strdup (_ ("Only if you want to. Enter goes on."));
  if (g_str_equal (stage, "offers"))
    return g_strdup (_ ("The keys 1, 2 and 3 choose, too."));
  if (g_str_equal (stage, "done") && urge->after != KEEL_STRENGTH_NONE)
    /* Translators: of an urge, 0 to 10, before and after something was done about it */
    return g_strdup_printf (_ ("It was %1$d, and it is %2$d now."), urge->strength, urge->after);
  return g_strdup ("");
}
