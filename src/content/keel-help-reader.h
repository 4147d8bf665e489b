#pragma once

/* Private to content. */

#include "keel-element.h"
#include "keel-help-line.h"

G_BEGIN_DECLS

/* The file of one country. NULL with a G_MARKUP_ERROR. */
KeelHelpLines *keel_help_lines_read (const KeelElement *element, GError **error);
void keel_help_lines_free (KeelHelpLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelHelpLines, keel_help_lines_free)

/* A day, a month or a year, as `checked` of @element has it; transfer full. @undated may be said of it. */
gboolean keel_help_read_checked (const KeelElement *element, char **checked, gboolean *undated,
                                 GError **error);

G_END_DECLS
