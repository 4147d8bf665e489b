#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* libical takes 22 s for one line of 10 MB (facts/mechanics.md, Hostile input). */
#define KEEL_ICAL_MAX_LINE (1024 * 1024)

/*
 * KeelIcalLines: walks the content lines of iCalendar text (RFC 5545 §3.1): ended by CRLF, LF or CR,
 * unfolded. On the stack; the text must outlive it.
 */
typedef struct
{
  const char *data;
  gsize length;
  gsize position; /* behind the line */
  gsize start;    /* where the line began */
  GString *line;  /* without its end and without NUL bytes; not checked to be UTF-8 */
} KeelIcalLines;

void keel_ical_lines_init (KeelIcalLines *self, const char *data, gsize length);
void keel_ical_lines_clear (KeelIcalLines *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelIcalLines, keel_ical_lines_clear)

/* Takes the next line that is not empty. FALSE at the end, and with KEEL_FEED_ERROR_TOO_LARGE where a
 * line is too long. */
gboolean keel_ical_lines_next (KeelIcalLines *self, GError **error);

/* Whether the line's property has this name; case does not matter. */
gboolean keel_ical_line_is (const char *line, const char *name);
/* What stands behind the first colon outside of quotation marks; NULL where there is none. */
const char *keel_ical_line_get_value (const char *line);
/* A parameter's value without its quotation marks; NULL where it is missing or empty. */
char *keel_ical_line_get_parameter (const char *line, const char *name);

G_END_DECLS
