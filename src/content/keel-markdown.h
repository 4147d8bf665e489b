#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to content: what a person typed, so that it is read as it was typed. */

/* Lines and paragraphs stay; white space at the beginning of a line, which means something else there, does
 * not. */
void keel_markdown_append_text (GString *markdown, const char *text);
/* In one line: a heading, an item of a list. What is a line end becomes a space. */
void keel_markdown_append_line (GString *markdown, const char *text);
/* In a cell of a table: line ends become <br>. */
void keel_markdown_append_cell (GString *markdown, const char *text);

G_END_DECLS
