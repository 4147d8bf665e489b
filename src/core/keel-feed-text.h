#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What is kept of one field; more is cut off with an ellipsis. */
#define KEEL_FEED_LINE_BYTES 1024
#define KEEL_FEED_LINES_BYTES (16 * 1024)

/* Text as a person may read it: valid UTF-8, entities and line-break tags of HTML resolved, no control
 * or invisible characters, white space collapsed. @lines keeps line ends, else they become spaces. NULL
 * where nothing is left. */
char *keel_feed_clean (const char *text, gboolean lines);

/* The cleaned text of a member: texts, numbers, and arrays of them (joined with commas). NULL where it is
 * missing, null, empty or anything else. */
char *keel_feed_get_line (JsonObject *row, const char *member);
char *keel_feed_get_lines (JsonObject *row, const char *member);

/* Of the first member that has any; ends with NULL. */
char *keel_feed_get_first_line (JsonObject *row, ...) G_GNUC_NULL_TERMINATED;

char *keel_feed_get_node_line (JsonNode *node); /* of a text or a number */

/* Latitude and longitude in degrees; FALSE where they are missing, off the globe or both 0. */
gboolean keel_feed_get_position (JsonObject *row, double *latitude, double *longitude);

/* Adds @line (nullable, consumed) to @lines unless it is there already. */
void keel_feed_add_line (GPtrArray *lines, char *line);
/* both or one, with a space */
void keel_feed_add_pair (GPtrArray *lines, const char *first, const char *second);
/* consumes @lines; NULL where there are none */
char *keel_feed_join (GPtrArray *lines, const char *separator);

G_END_DECLS
