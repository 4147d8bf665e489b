#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * KeelTemplatePlace: what in a template is meant: all of it (no section), a section, a field, or a column of
 * a table. Fields and columns are found by their ids, wherever they are moved.
 */
#define KEEL_TYPE_TEMPLATE_PLACE (keel_template_place_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplatePlace, keel_template_place, KEEL, TEMPLATE_PLACE, GObject)

struct _KeelTemplatePlace
{
  GObject parent_instance;

  int section;  /* -1: none */
  char *field;  /* nullable, as the column */
  char *column; /* in @field */
};

KeelTemplatePlace *keel_template_place_new (void); /* all of it */
KeelTemplatePlace *keel_template_place_new_section (guint section);
KeelTemplatePlace *keel_template_place_new_field (const char *field, const char *column);
gboolean keel_template_place_equal (const KeelTemplatePlace *self, const KeelTemplatePlace *other);

G_END_DECLS
