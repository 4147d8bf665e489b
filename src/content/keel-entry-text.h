#pragma once

#include "keel-given.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_TEXT_PLAIN,
  KEEL_TEXT_MARKDOWN, /* CommonMark, with the tables of GitHub */
} KeelTextKind;

/* @given: of KeelGiven, one after the other. Ends with a line end. Transfer full. */
char *keel_entry_text_write (GPtrArray *given, const KeelGivenOptions *options, KeelTextKind kind);

/* All that was written, question by question, as plain text to be read. Transfer full. */
char *keel_entry_text_describe (const KeelWorksheet *worksheet, const KeelAnswers *answers);

/* Private to content: what keel-entry-plain.c and keel-entry-markdown.c have. */
void keel_entry_plain_append (GString *text, const KeelPiece *piece);
void keel_entry_plain_append_head (GString *text, const KeelGiven *given, const char *line);
void keel_entry_markdown_append (GString *text, const KeelPiece *piece);
void keel_entry_markdown_append_head (GString *text, const KeelGiven *given, const char *line);

G_END_DECLS
