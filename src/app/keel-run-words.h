#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KeelRunWords: a few words in large type that have the focus when they come, and are read out then. (A
 * GtkLabel takes the focus only where one can select in it, and keys of its own with it.) */
#define KEEL_TYPE_RUN_WORDS (keel_run_words_get_type ())
G_DECLARE_FINAL_TYPE (KeelRunWords, keel_run_words, KEEL, RUN_WORDS, GtkWidget)

/* @class_name is the style of the letters. */
GtkWidget *keel_run_words_new (const char *text, const char *class_name);
void keel_run_words_set_text (KeelRunWords *self, const char *text);
const char *keel_run_words_get_text (KeelRunWords *self);

G_END_DECLS
