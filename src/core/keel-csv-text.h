#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * KeelCsvText: turns the bytes of a spreadsheet into UTF-8. What is UTF-8 stays; other bytes are letters of
 * Windows-1252 (which holds all of Latin-1) or of Mac Roman, whichever makes better words of the first ones
 * that are seen. Start with all zero.
 */
typedef struct
{
  const char *charset; /* its name, once it is decided; NULL while all was UTF-8 */
  gunichar letters[128];
} KeelCsvText;

/* Decides for good by these bytes, where there is anything in them to decide by. */
void keel_csv_text_learn (KeelCsvText *self, const char *bytes, gsize length);

/* As UTF-8; (transfer full). *@converted becomes TRUE where something was not. */
char *keel_csv_text_decode (KeelCsvText *self, const char *bytes, gboolean *converted);

G_END_DECLS
