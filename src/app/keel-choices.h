#pragma once

#include "keel-chooser.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* Programs and time zones to choose from, and what was chosen in words. @none stands for no choice. */
void keel_choices_add_programs (KeelChooser *chooser, KeelContent *content, const char *none);
void keel_choices_add_zones (KeelChooser *chooser);
/* NULL where there is none to show: not known, not said, or "no program". */
const KeelProgram *keel_choices_find_program (KeelContent *content, const char *code);
const char *keel_choices_describe_program (KeelContent *content, const char *code, const char *none);
char *keel_choices_describe_zone (KeelSession *session, const char *zone, const char *none);

G_END_DECLS
