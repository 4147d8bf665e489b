#include "keel-template-place.h"

G_DEFINE_FINAL_TYPE (KeelTemplatePlace, keel_template_place, G_TYPE_OBJECT)

static void
keel_template_place_finalize (GObject *object)
{
  KeelTemplatePlace *self = KEEL_TEMPLATE_PLACE (object);

  g_free (self->field);
  g_free (self->column);
  G_OBJECT_CLASS (keel_template_place_parent_class)->finalize (object);
}

static void
keel_template_place_class_init (KeelTemplatePlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_template_place_finalize;
}

static void
keel_template_place_init (KeelTemplatePlace *self)
{
  self->section = -1;
}

KeelTemplatePlace *
keel_template_place_new (void)
{
  return g_object_new (KEEL_TYPE_TEMPLATE_PLACE, NULL);
}

KeelTemplatePlace *
keel_template_place_new_section (guint section)
{
  KeelTemplatePlace *self = keel_template_place_new ();

  self->section = (int) section;
  return self;
}

KeelTemplatePlace *
keel_template_place_new_field (const char *field, const char *column)
{
  KeelTemplatePlace *self = keel_template_place_new ();

  self->field = g_strdup (field);
  self->column = g_strdup (column);
  return self;
}

gboolean
keel_template_place_equal (const KeelTemplatePlace *self, const KeelTemplatePlace *other)
{
  return self->section == other->section && g_strcmp0 (self->field, other->field) == 0 &&
         g_strcmp0 (self->column, other->column) == 0;
}
