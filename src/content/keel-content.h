#pragma once

#include <glib-object.h>

#include "core/keel-type-table.h"

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

/* Loads everything from the GResource of this library. A file that does not parse is a bug: it aborts. */
KeelContent *keel_content_new (void);

guint keel_content_get_n_programs (KeelContent *self);
const KeelProgram *keel_content_get_program (KeelContent *self, guint position);
const KeelProgram *keel_content_find_program (KeelContent *self, const char *code); /* nullable */

/* Code tables in English, as readers need them. */
KeelTypeTable *keel_content_get_types (KeelContent *self); /* transfer none */

/* The name of a meeting type, as a reader left it in KeelMeeting.type_names, in the person's language;
 * names that only one server uses come back as they are. */
const char *keel_content_translate_type (KeelContent *self, const char *type_name);

G_END_DECLS
