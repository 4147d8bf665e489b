#pragma once

/* Private to content: makes a worksheet of an element. */

#include "keel-element.h"
#include "keel-worksheet.h"

G_BEGIN_DECLS

/* NULL with a G_MARKUP_ERROR. */
KeelWorksheet *keel_worksheet_read (const KeelElement *element, GError **error);

/* The same, and also what keel_worksheet_to_unfinished_xml () wrote. */
KeelWorksheet *keel_worksheet_read_unfinished (const KeelElement *element, GError **error);
/* As keel_worksheet_to_xml (), of one in which words, options or fields may be missing. Transfer full. */
char *keel_worksheet_to_unfinished_xml (const KeelWorksheet *self);
/* One of its own of everything, to be changed. Transfer full. */
KeelWorksheet *keel_worksheet_copy (const KeelWorksheet *self);

/* A new one without anything in it; private to the reader and keel-worksheet.c. */
KeelWorksheet *keel_worksheet_new_empty (void);
KeelField *keel_field_new_empty (void);
void keel_field_free (KeelField *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelField, keel_field_free)
KeelSection *keel_section_new_empty (void);
void keel_section_free (KeelSection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelSection, keel_section_free)
KeelOption *keel_option_new (const char *id, const char *label);
KeelCondition *keel_condition_new (const char *field, const char *option);
KeelCell *keel_cell_new (const char *column, const char *text);
GPtrArray *keel_cells_new (void); /* for KeelCell */

G_END_DECLS
