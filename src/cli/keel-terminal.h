#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The terminal that a person sits at, wherever standard input and output lead. */

/* Shows paragraphs, with an empty line after each, and breaks their lines between words. */
void keel_terminal_say (const char *const *paragraphs);

/* Shows @prompt and reads a line; where it is @hidden, what is typed does not show. A signal that stops or
 * ends the program finds the terminal as it was. NULL with an error of G_IO_ERROR: NOT_FOUND without a
 * terminal, CLOSED when the person ended the input, and those of keel_secret_read (). Free with
 * keel_secret_free (). */
char *keel_terminal_ask (const char *prompt, gboolean hidden, GError **error);

G_END_DECLS
