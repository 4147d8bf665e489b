#pragma once

#include "content/keel-part-work.h"
#include "core/keel-progress.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* What is said of the parts of a program, and of what belongs to what. Those that return char * give it away.
 */

const char *keel_part_words_state (KeelPartState state); /* "Working on it" */
/* "Shared on 3 November with Sam"; NULL where it was with nobody (@at 0). @with is nullable. */
char *keel_part_words_shared (KeelSession *session, gint64 at, const char *with);
/* "Shared with my sponsor": @program is nullable, then it is the word of what was chosen. */
char *keel_part_words_share (KeelSession *session, const KeelProgram *program);
/* What an entry belongs to: "AA: Step 4 · Looking at myself", or the name of a meeting. NULL where it belongs
 * to nothing. */
char *keel_part_words_link (KeelSession *session, KeelEntryLink link, const char *target);
/* That, and with whom it was shared, as lists say it: "AA: Step 4 · Shared on 3 November". NULL: nothing. */
char *keel_part_words_ties (KeelSession *session, const KeelEntry *entry);

G_END_DECLS
