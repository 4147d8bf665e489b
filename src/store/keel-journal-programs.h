#pragma once

#include "content/keel-program.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* KeelProgramChoice: the programs of a person's own, and which of all programs they chose. */
typedef struct
{
  GPtrArray *own;      /* of KeelProgram, in the order in which they were added; also those that are gone */
  guint n_damaged;     /* more of them, which cannot be read any more and are left where they are */
  char **chosen;       /* codes in their order, ended by NULL; also of programs that are gone or unknown */
  gboolean labels;     /* words that label a person may be used */
  GHashTable *colours; /* "aa/days-30" → "#C8102E": of milestones that have another than usual */
} KeelProgramChoice;

KeelProgramChoice *keel_program_choice_new (void); /* of nothing */
void keel_program_choice_free (KeelProgramChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelProgramChoice, keel_program_choice_free)
gboolean keel_program_choice_equal (const KeelProgramChoice *self, const KeelProgramChoice *other);

KeelProgramChoice *keel_journal_get_programs (KeelJournal *self, GError **error);

/* Replaces the choice, with nothing but codes that can be one (INVALID): each once, in this order. */
gboolean keel_journal_choose_programs (KeelJournal *self, const char *const *codes, GError **error);
/* One of them, behind the others, or no longer; the rest stays. "none" does not go with others: each takes
 * the other away. */
gboolean keel_journal_choose_program (KeelJournal *self, const char *code, gboolean chosen, GError **error);
gboolean keel_journal_set_labels (KeelJournal *self, gboolean labels, GError **error);

/* Of a milestone of the program @code, see keel_milestone_format (); @colour NULL: as usual. INVALID where it
 * can be no colour, or no program. */
gboolean keel_journal_set_milestone_colour (KeelJournal *self, const char *code, const char *milestone,
                                            const char *colour, GError **error);

/* Adds one of the person's own (code NULL) or puts it in the place of what it was; one that was gone is there
 * again. Names lose line breaks and the spaces around them, a missing short name is made of the name, what is
 * empty is left out. INVALID where it says more than it may. Returns it as it is kept. */
KeelProgram *keel_journal_save_program (KeelJournal *self, const KeelProgram *program, GError **error);
/* It is only marked, so that what was written for it keeps its name. NOT_FOUND where there is none. */
gboolean keel_journal_set_program_deleted (KeelJournal *self, const char *code, gboolean deleted,
                                           GError **error);

G_END_DECLS
