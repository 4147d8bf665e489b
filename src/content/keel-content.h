#pragma once

#include <glib-object.h>

#include "core/keel-type-table.h"
#include "keel-place.h"
#include "keel-program.h"
#include "keel-safety-page.h"
#include "keel-strategy.h"
#include "keel-worksheet.h"

G_BEGIN_DECLS

/*
 * KeelContent: the XML of data/content as models in the person's language. Immutable once loaded, but for
 * what a person adds; may be used from any thread.
 */
#define KEEL_TYPE_CONTENT (keel_content_get_type ())
G_DECLARE_FINAL_TYPE (KeelContent, keel_content, KEEL, CONTENT, GObject)

/* Loads everything from the GResource of this library. A file that does not parse is a bug, which its tests
 * find: it is left out, and named by keel_content_get_problems (). */
KeelContent *keel_content_new (void);
const GPtrArray *keel_content_get_problems (KeelContent *self); /* of strings, in English: file and reason */

/* Those that came with Keel, then those of the person's own that are not gone. */
guint keel_content_get_n_programs (KeelContent *self);
const KeelProgram *keel_content_get_program (KeelContent *self, guint position);
/* Nullable; also one that is gone, so that what was written for it still has a name. */
const KeelProgram *keel_content_find_program (KeelContent *self, const char *code);

/* Those of a person's own, of KeelProgram, in the place of what was there. Only in the main thread; what was
 * there before lives as long as @self, so that pointers stay valid. */
void keel_content_set_own_programs (KeelContent *self, GPtrArray *programs);
/* A symbol that no program has, or the first of all, for a new one. */
const char *keel_content_pick_symbol (KeelContent *self);

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
/* Puts those of a person's own among them, in the place of those before: of KeelWorksheet, whose ids are
 * keel_worksheet_is_own (). In the main thread only. What was found before stays readable as long as the
 * content is there. */
void keel_content_set_own_worksheets (KeelContent *self, GPtrArray *worksheets);

/* Of an ISO 3166 code in any case, or KEEL_HELP_ANYWHERE; nullable. */
const KeelHelpLines *keel_content_get_help_lines (KeelContent *self, const char *country);
/* Of KeelHelpLines, by name; without KEEL_HELP_ANYWHERE. */
const GPtrArray *keel_content_get_help_countries (KeelContent *self);
const GPtrArray *keel_content_get_safety_pages (KeelContent *self); /* of KeelSafetyPage, in their order */
const KeelSafetyPage *keel_content_find_safety_page (KeelContent *self, const char *id); /* nullable */

const GPtrArray *
keel_content_get_strategies (KeelContent *self); /* of KeelStrategy: in their order, own ones last */
const KeelStrategy *keel_content_find_strategy (KeelContent *self, const char *id); /* nullable */
/* Puts those of a person's own among them, as the worksheets above. */
void keel_content_set_own_strategies (KeelContent *self, GPtrArray *strategies);

G_END_DECLS
