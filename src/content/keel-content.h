#pragma once

#include <glib-object.h>

#include "core/keel-type-table.h"
#include "keel-place.h"
#include "keel-worksheet.h"

G_BEGIN_DECLS

/* One program as data/content/programs describes it. Text is in the person's language. */
typedef struct
{
  const char *code;       /* "na" */
  const char *name;       /* "Narcotics Anonymous" */
  const char *short_name; /* "NA" */
  const char *symbol;     /* one character that goes with the colour, never alone */
  const char *colour;     /* "#0072B2", from the Okabe–Ito palette */
  gboolean family;        /* offered on family members' pages */
  gboolean member;        /* offered on members' pages; some are for both */
} KeelProgram;

/*
 * KeelContent: the XML of data/content as models in the person's language. Immutable once loaded; may be
 * used from any thread.
 */
#define KEEL_TYPE_CONTENT (keel_content_get_type ())
G_DECLARE_FINAL_TYPE (KeelContent, keel_content, KEEL, CONTENT, GObject)

/* Loads everything from the GResource of this library. A file that does not parse is a bug, which its tests
 * find: it is left out, and named by keel_content_get_problems (). */
KeelContent *keel_content_new (void);
const GPtrArray *keel_content_get_problems (KeelContent *self); /* of strings, in English: file and reason */

guint keel_content_get_n_programs (KeelContent *self);
const KeelProgram *keel_content_get_program (KeelContent *self, guint position);
const KeelProgram *keel_content_find_program (KeelContent *self, const char *code); /* nullable */

/* Code tables in English, as readers need them. */
KeelTypeTable *keel_content_get_types (KeelContent *self); /* transfer none */

/* The name of a meeting type, as a reader left it in KeelMeeting.type_names, in the person's language;
 * names that only one server uses come back as they are. */
const char *keel_content_translate_type (KeelContent *self, const char *type_name);

/* Where meetings can be found: of KeelPlace, those of programs first, then by name. Not every program has
 * one. Transfer none, as with all that follow. */
GPtrArray *keel_content_get_places (KeelContent *self);
const KeelPlace *keel_content_find_place (KeelContent *self, const char *program); /* nullable */
GPtrArray *keel_content_get_countries (KeelContent *self); /* of KeelCountry, by name: those with a site */
const KeelCountry *keel_content_find_country (KeelContent *self, const char *code); /* nullable */
GPtrArray *keel_content_get_tips (KeelContent *self); /* of KeelTip: who else may know of meetings */

const GPtrArray *keel_content_get_worksheets (KeelContent *self); /* of KeelWorksheet, in their order */
const KeelWorksheet *keel_content_find_worksheet (KeelContent *self, const char *id); /* nullable */

G_END_DECLS
