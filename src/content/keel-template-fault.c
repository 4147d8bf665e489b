#include "keel-template-fault.h"

#include <glib/gi18n-lib.h>

#include "keel-phrases.h"
#include "keel-template-file.h"
#include "keel-worksheet.h"

void
keel_template_fault_set (KeelTemplateFault *self, KeelTemplateFaultKind kind, const char *words)
{
  keel_template_fault_clear (self);
  self->kind = kind;
  self->words = g_strdup (words);
}

void
keel_template_fault_clear (KeelTemplateFault *self)
{
  g_clear_object (&self->place);
  g_clear_pointer (&self->words, g_free);
  self->kind = KEEL_TEMPLATE_FAULT_NONE;
  self->line = 0;
}

/* Of what a person is making. NULL: it is about a file. */
static const char *
say_missing (const KeelTemplateFault *self)
{
  switch (self->kind)
    {
    case KEEL_TEMPLATE_FAULT_NO_NAME:
      return _ ("The worksheet has no name yet. Give it one, so that you find it again.");
    case KEEL_TEMPLATE_FAULT_NOBODY:
      return _ ("The worksheet is on nobody’s pages. Choose members, family or both.");
    case KEEL_TEMPLATE_FAULT_NO_FIELDS:
      return _ ("There is no question yet. Add one first.");
    case KEEL_TEMPLATE_FAULT_EMPTY_SECTION:
      /* Translators: %s are words of the person's own, as in those that follow */
      return _ ("The part “%s” has no questions. Add one, or remove the part.");
    case KEEL_TEMPLATE_FAULT_NO_LABEL:
      return self->words != NULL ? _ ("A column of “%s” has no name yet. Give it one, or remove it.")
                                 : _ ("A question has no words yet. Write them, or remove it.");
    case KEEL_TEMPLATE_FAULT_NO_COLUMNS:
      return _ ("The table “%s” has no columns yet. Add one.");
    case KEEL_TEMPLATE_FAULT_FEW_OPTIONS:
      return _ ("“%s” needs at least two answers to choose from.");
    case KEEL_TEMPLATE_FAULT_NO_OPTION_WORDS:
      return _ ("“%s” has an empty line. Write something there, or remove it.");
    case KEEL_TEMPLATE_FAULT_NO_RANGE:
      return _ ("In “%s” the lowest number must be smaller than the highest.");
    default:
      return NULL;
    }
}

/* Of a file, where the line is named after it. */
static const char *
say_unreadable (const KeelTemplateFault *self)
{
  switch (self->kind)
    {
    case KEEL_TEMPLATE_FAULT_TOO_BIG:
      return _ ("This file is larger than a worksheet can be. Nothing was changed.");
    case KEEL_TEMPLATE_FAULT_NOT_TEXT:
      return _ ("This file is not text, so it is no worksheet. Nothing was changed.");
    case KEEL_TEMPLATE_FAULT_NOT_XML:
      return _ ("This file is damaged, or it is no worksheet. Nothing was changed. Get it again.");
    case KEEL_TEMPLATE_FAULT_NOT_WORKSHEET:
      return _ (
          "There is no worksheet in this file. Nothing was changed. Choose a file that Keel has saved.");
    case KEEL_TEMPLATE_FAULT_UNKNOWN_TYPE:
      /* Translators: %s is a word from the file */
      return _ ("This worksheet has a kind of answer that Keel does not know: “%s”. Nothing was changed. "
                "It may be made for a newer Keel.");
    case KEEL_TEMPLATE_FAULT_TWICE:
      return _ ("Two questions of this worksheet have the same id, “%s”: their answers would be mixed up. "
                "Nothing was changed.");
    case KEEL_TEMPLATE_FAULT_NO_CONDITION:
      return _ ("A question of this worksheet waits for another one that is not there: “%s”. "
                "Nothing was changed.");
    case KEEL_TEMPLATE_FAULT_OTHER:
    default:
      return _ ("This worksheet could not be read. Nothing was changed.");
    }
}

/* The same for both. Transfer full, nullable. */
static char *
say_limit (const KeelTemplateFault *self)
{
  if (self->kind == KEEL_TEMPLATE_FAULT_TOO_MANY)
    return g_strdup_printf (
        ngettext ("A worksheet can have %d question, columns included. More is not possible.",
                  "A worksheet can have %d questions, columns included. More is not possible.",
                  KEEL_WORKSHEET_MAX_FIELDS),
        KEEL_WORKSHEET_MAX_FIELDS);
  if (self->kind == KEEL_TEMPLATE_FAULT_TOO_LONG)
    return g_strdup (_ ("A text is too long: about 4,000 letters are possible. Make it shorter."));
  return NULL;
}

char *
keel_template_fault_describe (const KeelTemplateFault *self)
{
  const char *text;
  char *limit;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  limit = say_limit (self);
  if (limit != NULL)
    return limit;
  text = say_missing (self);
  sentence = keel_phrase_fill (text != NULL ? text : say_unreadable (self), "%s",
                               self->words != NULL ? self->words : "");
  if (self->line <= 0)
    return g_steal_pointer (&sentence);
  /* Translators: a sentence about a file, and in which line of it that is */
  return g_strdup_printf (_ ("%s (Line %d.)"), sentence, self->line);
}
