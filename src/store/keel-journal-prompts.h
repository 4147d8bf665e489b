#pragma once

/* Private to store: the journal's table of prompts. */

#include "core/keel-prompt.h"
#include "keel-journal.h"

G_BEGIN_DECLS

/* @prompt's uuid is filled in where it has none. */
gboolean keel_journal_set_prompt (KeelJournal *self, KeelPrompt *prompt, GError **error);
gboolean keel_journal_drop_prompt (KeelJournal *self, const char *uuid, GError **error);
/* Both within a change of the caller's. The first wants a UUID. */
gboolean keel_journal_put_prompt (KeelJournal *self, const KeelPrompt *prompt, GError **error);
gboolean keel_journal_put_prompt_away (KeelJournal *self, const char *uuid, GError **error);
/* Puts @delay (nullable) in the place of every KEEL_PROMPT_PRACTICE that there is. Its uuid is filled in. */
gboolean keel_journal_set_delay (KeelJournal *self, KeelPrompt *delay, GError **error);
/* Of KeelPrompt. One whose schedule cannot be read is left out with a warning. @since (nullable, of gint64)
 * gets for each since when it is asked for. */
GPtrArray *keel_journal_get_prompts (KeelJournal *self, GArray *since, GError **error);

G_END_DECLS
