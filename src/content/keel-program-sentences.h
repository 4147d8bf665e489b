#pragma once

#include "keel-program.h"

G_BEGIN_DECLS

/* What pages say of a program. Those that return char * give it away. */

/* What it says of medicine itself, and what Keel always says of it: the three sentences and nothing more.
 * @program is nullable: those three. Transfer full. */
char *keel_program_describe_medicine (const KeelProgram *program);

char *keel_sentence_kinds (KeelProgramKinds kinds);                    /* "secular and for families" */
char *keel_sentence_structure (KeelStructureKind kind, guint n_parts); /* "12 steps" */
char *keel_sentence_part (KeelStructureKind kind, guint number);       /* "Step 4" */
char *keel_sentence_milestone (const KeelMilestone *milestone);        /* "6 months" */
/* What a key of words stands for, for whoever writes words of their own: "A person who guides you". NULL of
 * what is no key. */
const char *keel_sentence_word_key (const char *key);

G_END_DECLS
