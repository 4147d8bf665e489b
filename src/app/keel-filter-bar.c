#include "config.h"

#include "keel-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "keel-filter-group.h"
#include "keel-filter-words.h"
#include "keel-wrap-box.h"

struct _KeelFilterBar
{
  AdwBin parent_instance;

  KeelFilterGroup *quick;
  GtkWidget *chosen_box;
  KeelWrapBox *chosen;

  KeelFilters *filters;
  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelFilterBar, keel_filter_bar, ADW_TYPE_BIN)

/* The chips of these stand in the first line and show themselves that they were chosen. */
static gboolean
is_quick (const KeelFilter *filter)
{
  return filter->kind == KEEL_FILTER_WHEN || filter->kind == KEEL_FILTER_WAY;
}

static void
lift_cb (GtkWidget *chip, KeelFilterBar *self)
{
  const KeelFilter *filter = g_object_get_data (G_OBJECT (chip), "keel-filter");

  /* The chip goes away with its filter. */
  gtk_widget_child_focus (GTK_WIDGET (self->quick), GTK_DIR_TAB_FORWARD);
  keel_filters_set (self->filters, filter->kind, filter->id, FALSE);
}

static GtkWidget *
make_chip (KeelFilterBar *self, const KeelFilter *filter)
{
  g_autofree char *name = keel_filter_words_full_name (self->filters, filter,
                                                       keel_session_get_content (self->session));
  g_autofree char *spoken = NULL;
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *cross = g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  /* Translators: a button that takes a filter away, e.g. "Do without “Tuesday”" */
  spoken = g_strdup_printf (_ ("Do without “%s”"), name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_tooltip_text (chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (chip, "keel-chip");
  gtk_widget_add_css_class (chip, "keel-chosen-filter");
  g_object_set_data (G_OBJECT (chip), "keel-filter", (gpointer) filter);
  g_signal_connect (chip, "clicked", G_CALLBACK (lift_cb), self);
  return chip;
}

static void
filters_changed_cb (KeelFilterBar *self)
{
  GPtrArray *chosen = keel_filters_get_chosen (self->filters);

  keel_wrap_box_clear (self->chosen);
  for (guint i = 0; i < chosen->len; i++)
    {
      if (!is_quick (chosen->pdata[i]))
        keel_wrap_box_append (self->chosen, make_chip (self, chosen->pdata[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chosen),
                          gtk_widget_get_first_child (GTK_WIDGET (self->chosen)) != NULL);
  gtk_widget_set_visible (self->chosen_box, chosen->len > 0);
}

static void
keel_filter_bar_dispose (GObject *object)
{
  g_clear_object (&KEEL_FILTER_BAR (object)->filters);
  g_clear_object (&KEEL_FILTER_BAR (object)->session);
  G_OBJECT_CLASS (keel_filter_bar_parent_class)->dispose (object);
}

static void
keel_filter_bar_class_init (KeelFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_filter_bar_dispose;

  g_type_ensure (KEEL_TYPE_FILTER_GROUP);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelFilterBar, quick);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterBar, chosen_box);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterBar, chosen);
}

static void
keel_filter_bar_init (KeelFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_filter_bar_bind (KeelFilterBar *self, KeelFilters *filters, KeelSession *session)
{
  g_set_object (&self->filters, filters);
  g_set_object (&self->session, session);
  keel_filter_group_bind (self->quick, filters, session);
  keel_filter_group_add (self->quick, KEEL_FILTER_WHEN, "now");
  keel_filter_group_add (self->quick, KEEL_FILTER_WHEN, "soon");
  keel_filter_group_add (self->quick, KEEL_FILTER_WAY, "online");
  keel_filter_group_add (self->quick, KEEL_FILTER_WAY, "in-person");
  g_signal_connect_object (filters, "changed", G_CALLBACK (filters_changed_cb), self, G_CONNECT_SWAPPED);
  filters_changed_cb (self);
}

void
keel_filter_bar_show_counts (KeelFilterBar *self, const KeelMeetingResults *results)
{
  keel_filter_group_show_counts (self->quick, results);
}
