#include "config.h"

#include "keel-filter-group.h"

#include <glib/gi18n-lib.h>

#include "keel-filter-words.h"
#include "keel-toggle.h"
#include "keel-wrap-box.h"

struct _KeelFilterGroup
{
  GtkBox parent_instance;

  GtkLabel *heading;
  KeelWrapBox *box;

  KeelFilters *filters;
  KeelSession *session;
  GPtrArray *chips; /* of Chip */
};

typedef struct
{
  KeelFilter filter;
  GtkToggleButton *button;
  KeelFilterGroup *group;
} Chip;

G_DEFINE_FINAL_TYPE (KeelFilterGroup, keel_filter_group, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_HEADING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
chip_free (gpointer data)
{
  Chip *chip = data;

  g_free (chip->filter.id);
  g_free (chip);
}

static void
toggled_cb (GtkToggleButton *button, Chip *chip)
{
  keel_filters_set (chip->group->filters, chip->filter.kind, chip->filter.id,
                    gtk_toggle_button_get_active (button));
}

static void
filters_changed_cb (KeelFilterGroup *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = self->chips->pdata[i];

      g_signal_handlers_block_by_func (chip->button, toggled_cb, chip);
      gtk_toggle_button_set_active (chip->button,
                                    keel_filters_has (self->filters, chip->filter.kind, chip->filter.id));
      g_signal_handlers_unblock_by_func (chip->button, toggled_cb, chip);
    }
}

static void
show_count (Chip *chip, int count)
{
  KeelFilterGroup *self = chip->group;
  KeelContent *content = keel_session_get_content (self->session);
  g_autofree char *name = keel_filter_words_name (self->filters, &chip->filter, content);
  g_autofree char *full = keel_filter_words_full_name (self->filters, &chip->filter, content);
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  if (count >= 0)
    {
      text = g_strdup_printf (C_ ("filter and count", "%s %u"), name, (guint) count);
      spoken = g_strdup_printf (ngettext ("%s, %u meeting", "%s, %u meetings", (guint) count), full,
                                (guint) count);
    }
  gtk_button_set_label (GTK_BUTTON (chip->button), text != NULL ? text : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : full, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (chip->button), g_str_equal (name, full) ? NULL : full);
  if (count == 0)
    gtk_widget_add_css_class (GTK_WIDGET (chip->button), "keel-empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (chip->button), "keel-empty");
}

/* Where there is but one program, there is nothing to choose. */
static gboolean
is_worth_showing (KeelFilterGroup *self)
{
  const Chip *first = self->chips->len > 0 ? self->chips->pdata[0] : NULL;

  if (first == NULL)
    return FALSE;
  return first->filter.kind != KEEL_FILTER_PROGRAM || self->chips->len > 1 ||
         gtk_toggle_button_get_active (first->button);
}

static gboolean
offers (KeelFilterGroup *self, KeelFilterKind kind, const char *id)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = self->chips->pdata[i];

      if (chip->filter.kind == kind && g_str_equal (chip->filter.id, id))
        return TRUE;
    }
  return FALSE;
}

static void
keel_filter_group_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  KeelFilterGroup *self = KEEL_FILTER_GROUP (object);

  if (property == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_text (self->heading));
  else
    g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->heading)));
}

static void
keel_filter_group_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  KeelFilterGroup *self = KEEL_FILTER_GROUP (object);

  if (property == PROP_TITLE)
    {
      gtk_label_set_text (self->heading, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
    }
  else
    gtk_widget_set_visible (GTK_WIDGET (self->heading), g_value_get_boolean (value));
}

static void
keel_filter_group_dispose (GObject *object)
{
  KeelFilterGroup *self = KEEL_FILTER_GROUP (object);

  if (self->chips != NULL)
    keel_filter_group_forget (self);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_object (&self->filters);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_filter_group_parent_class)->dispose (object);
}

static void
keel_filter_group_class_init (KeelFilterGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = keel_filter_group_get_property;
  object_class->set_property = keel_filter_group_set_property;
  object_class->dispose = keel_filter_group_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADING] = g_param_spec_boolean ("heading", NULL, NULL, TRUE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
keel_filter_group_init (KeelFilterGroup *self)
{
  self->chips = g_ptr_array_new_with_free_func (chip_free);
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  self->box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));
}

void
keel_filter_group_bind (KeelFilterGroup *self, KeelFilters *filters, KeelSession *session)
{
  g_set_object (&self->filters, filters);
  g_set_object (&self->session, session);
  g_signal_connect_object (filters, "changed", G_CALLBACK (filters_changed_cb), self, G_CONNECT_SWAPPED);
}

void
keel_filter_group_add (KeelFilterGroup *self, KeelFilterKind kind, const char *id)
{
  Chip *chip = g_new0 (Chip, 1);
  GtkWidget *button = keel_toggle_new ("", GTK_ACCESSIBLE_ROLE_CHECKBOX);

  chip->filter.kind = kind;
  chip->filter.id = g_strdup (id);
  chip->button = GTK_TOGGLE_BUTTON (button);
  chip->group = self;
  g_ptr_array_add (self->chips, chip);

  gtk_widget_add_css_class (button, "keel-chip");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_toggle_button_set_active (chip->button, keel_filters_has (self->filters, kind, id));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), chip);
  show_count (chip, -1);
  keel_wrap_box_append (self->box, button);
}

void
keel_filter_group_forget (KeelFilterGroup *self)
{
  g_ptr_array_set_size (self->chips, 0);
  keel_wrap_box_clear (self->box);
}

void
keel_filter_group_show_names (KeelFilterGroup *self, KeelFilterKind kind, GPtrArray *counts)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const KeelFilterCount *count = counts->pdata[i];

      if (!offers (self, kind, count->name))
        keel_filter_group_add (self, kind, count->name);
    }
}

void
keel_filter_group_show_counts (KeelFilterGroup *self, const KeelMeetingResults *results)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = self->chips->pdata[i];

      show_count (chip, keel_filter_count (results, chip->filter.kind, chip->filter.id));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), is_worth_showing (self));
}
