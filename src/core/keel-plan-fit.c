#include "keel-plan-fit.h"

#include <string.h>

#include "keel-fold.h"

/* What is shorter fits by chance. */
#define LEAST_LETTERS 3

/* Folded texts have one space between words. */
static gboolean
has_words (const char *text, const char *words)
{
  g_autofree char *all = g_strconcat (" ", text, " ", NULL);
  g_autofree char *wanted = g_strconcat (" ", words, " ", NULL);

  return strstr (all, wanted) != NULL;
}

static gboolean
fits (const char *wanted, const char *text)
{
  g_autofree char *words = wanted != NULL ? keel_fold (wanted) : NULL;
  g_autofree char *folded = text != NULL ? keel_fold (text) : NULL;

  if (words == NULL || folded == NULL || *words == '\0')
    return FALSE;
  return g_utf8_strlen (words, -1) < LEAST_LETTERS ? g_str_equal (words, folded) : has_words (folded, words);
}

gboolean
keel_plan_fits_meeting (const KeelPlan *self, const char *series, const KeelMeeting *meeting)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (meeting != NULL, FALSE);

  if (self->bind == KEEL_PLAN_PLACE)
    return fits (self->target, meeting->location) || fits (self->target, meeting->address);
  if (self->bind != KEEL_PLAN_MEETING)
    return FALSE;
  return (series != NULL && g_strcmp0 (self->target, series) == 0) || fits (self->target, meeting->name);
}

gboolean
keel_plan_fits_person (const KeelPlan *self, const KeelPerson *person)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (person != NULL, FALSE);

  if (self->bind != KEEL_PLAN_PERSON)
    return FALSE;
  return (person->uuid != NULL && g_strcmp0 (self->target, person->uuid) == 0) ||
         fits (self->target, person->name) || fits (person->name, self->target);
}
