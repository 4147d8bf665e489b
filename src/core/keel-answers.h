#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one answer may hold, in bytes: a long book. */
#define KEEL_ANSWERS_MAX_TEXT (4 * 1024 * 1024)
/* Rows of a table, and lines of a list. */
#define KEEL_ANSWERS_MAX_ROWS 10000

#define KEEL_ANSWERS_ERROR (keel_answers_error_quark ())
GQuark keel_answers_error_quark (void);

typedef enum
{
  KEEL_ANSWERS_ERROR_INVALID,  /* no document of answers */
  KEEL_ANSWERS_ERROR_TOO_LONG, /* more than KEEL_ANSWERS_MAX_TEXT or KEEL_ANSWERS_MAX_ROWS */
  KEEL_ANSWERS_ERROR_TEXT,     /* a NUL, or no UTF-8 */
} KeelAnswersError;

/*
 * KeelAnswers: what a person wrote into a worksheet: a document keyed by the ids of its fields, or of the
 * columns of one row. It knows no template: what a field once held stays when its template has changed.
 * Belongs to one thread at a time; counted.
 *
 * As JSON (design.md, What lasts): text "…", a rating or number 7, a tick true, a choice ["id", …], a list
 * ["…", …], a table [{column: …}, …], dates as text "2026-11-22" and "2026-11-22T19:00" (local).
 */
typedef struct _KeelAnswers KeelAnswers;

KeelAnswers *keel_answers_new (void);
KeelAnswers *keel_answers_new_from_json (const char *json, GError **error);
KeelAnswers *keel_answers_ref (KeelAnswers *self);
void keel_answers_unref (KeelAnswers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelAnswers, keel_answers_unref)

/* One line, members in the order they came; the same answers give the same text. Transfer full. */
char *keel_answers_to_json (const KeelAnswers *self);
KeelAnswers *keel_answers_copy (const KeelAnswers *self);
gboolean keel_answers_equal (const KeelAnswers *a, const KeelAnswers *b);

/* Nothing is written: no text but white space, no number, no tick, no choice. */
gboolean keel_answers_is_empty (const KeelAnswers *self);
gboolean keel_answers_has (const KeelAnswers *self, const char *id); /* that answer is not empty */
void keel_answers_clear (KeelAnswers *self, const char *id);
/* That answer becomes a copy of the one of @other, of whatever kind it is. */
void keel_answers_set_same (KeelAnswers *self, const char *id, const KeelAnswers *other);

/* What is of another kind than asked for is as if it was not there, and stays until it is set. */
const char *keel_answers_get_text (const KeelAnswers *self, const char *id); /* nullable */
/* @text is kept as it is, to the byte; NULL and "" clear. FALSE with TOO_LONG or TEXT: nothing was changed.
 */
gboolean keel_answers_set_text (KeelAnswers *self, const char *id, const char *text, GError **error);

gboolean keel_answers_get_number (const KeelAnswers *self, const char *id, double *number);
void keel_answers_set_number (KeelAnswers *self, const char *id, double number);

gboolean keel_answers_get_tick (const KeelAnswers *self, const char *id);
void keel_answers_set_tick (KeelAnswers *self, const char *id, gboolean tick);

/* Of choices (ids of options) and lists (texts): transfer full, never NULL. */
GStrv keel_answers_get_texts (const KeelAnswers *self, const char *id);
/* Empty ones at the end of a list are left out. */
gboolean keel_answers_set_texts (KeelAnswers *self, const char *id, const char *const *texts, GError **error);

/* The rows of a table, each a document of its own: to change a row changes the table. */
guint keel_answers_get_n_rows (const KeelAnswers *self, const char *id);
KeelAnswers *keel_answers_get_row (const KeelAnswers *self, const char *id, guint place); /* transfer full */
/* A new empty one at @place (or at the end); NULL with TOO_LONG. Transfer full. */
KeelAnswers *keel_answers_insert_row (KeelAnswers *self, const char *id, guint place, GError **error);
void keel_answers_remove_row (KeelAnswers *self, const char *id, guint place);
void keel_answers_move_row (KeelAnswers *self, const char *id, guint from, guint to);

/* All that was written in words, in order: for search, and to count. @id is the innermost one. */
typedef void (*KeelAnswersFunc) (const char *id, const char *text, gpointer data);
void keel_answers_foreach_text (const KeelAnswers *self, KeelAnswersFunc function, gpointer data);

/* Runs of letters and digits; what is written without spaces between its words counts as one. */
guint keel_count_words (const char *text);

G_END_DECLS
