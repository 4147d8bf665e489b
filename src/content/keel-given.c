#include "keel-given.h"

#include <glib/gi18n-lib.h>

#include "keel-sentences.h"

/* A date that is read later has its year, whatever year it is written in. */
#define NO_YEAR 0

KeelGiven *
keel_given_new (KeelWorksheet *worksheet, KeelAnswers *answers, const char *title)
{
  KeelGiven *self = g_new0 (KeelGiven, 1);

  self->worksheet = keel_worksheet_ref (worksheet);
  self->answers = keel_answers_ref (answers);
  self->title = g_strdup (title);
  self->day = KEEL_GIVEN_NO_DAY;
  return self;
}

void
keel_given_free (KeelGiven *self)
{
  keel_worksheet_unref (self->worksheet);
  keel_answers_unref (self->answers);
  g_free (self->title);
  g_free (self->program);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_free (self);
}

GPtrArray *
keel_given_read (const KeelGiven *self, const KeelGivenOptions *options)
{
  const KeelPieceChoice choice = { self->ids, options->initials };

  return keel_entry_pieces_new (self->worksheet, self->answers, &choice);
}

char *
keel_given_describe (const KeelGiven *self, const KeelGivenOptions *options)
{
  g_autofree char *date = NULL;
  const char *program = options->programs ? self->program : NULL;

  if (options->dates && self->day != KEEL_GIVEN_NO_DAY)
    date = keel_sentence_day (self->day, NO_YEAR);
  if (date != NULL && program != NULL)
    /* Translators: a date and the name of a program. */
    return g_strdup_printf (C_ ("date and program", "%1$s · %2$s"), date, program);
  return date != NULL ? g_steal_pointer (&date) : g_strdup (program);
}
