#include "config.h"

#include "keel-region-choice.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-chooser.h"
#include "keel-window.h"

#define LIST_HEIGHT 320

struct _KeelRegionChoice
{
  AdwBin parent_instance;

  GtkWidget *rows;
  AdwActionRow *row;
  KeelChooser *chooser;

  KeelHelpRegion *region;
};

G_DEFINE_FINAL_TYPE (KeelRegionChoice, keel_region_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What one can see of it at once: the number that one would call. */
static char *
describe (KeelHelpRegion *region)
{
  g_autofree char *country = keel_help_region_describe (region);
  const KeelHelpLines *lines = keel_help_region_get_lines (region);
  const KeelEmergency *first;

  if (lines == NULL || keel_help_region_is_anywhere (region) || lines->emergency->len == 0)
    return g_steal_pointer (&country);
  first = lines->emergency->pdata[0];
  /* Translators: a country and the number to call there in an emergency: "France. Emergency number: 112" */
  return g_strdup_printf (_ ("%1$s. Emergency number: %2$s"), country, first->number);
}

static void
show (KeelRegionChoice *self)
{
  g_autofree char *words = describe (self->region);

  adw_action_row_set_subtitle (self->row, words);
}

static void
open_list (KeelRegionChoice *self, gboolean open)
{
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), open);
  gtk_widget_set_visible (self->rows, !open);
  if (open)
    keel_chooser_start (self->chooser);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
row_cb (KeelRegionChoice *self)
{
  open_list (self, TRUE);
}

static void
left_cb (KeelRegionChoice *self)
{
  open_list (self, FALSE);
}

static void
chosen_cb (KeelRegionChoice *self, const char *id)
{
  g_autofree char *chosen = g_strdup (id);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!keel_help_region_choose (self->region, chosen, &error))
    sentence = keel_sentence_for_error (error, NULL);
  open_list (self, FALSE);
  if (sentence != NULL)
    keel_say (GTK_WIDGET (self), sentence);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, chosen);
}

static void
keel_region_choice_dispose (GObject *object)
{
  g_clear_object (&KEEL_REGION_CHOICE (object)->region);
  G_OBJECT_CLASS (keel_region_choice_parent_class)->dispose (object);
}

static void
keel_region_choice_class_init (KeelRegionChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_region_choice_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
make_row (KeelRegionChoice *self)
{
  self->rows = gtk_list_box_new ();
  self->row = ADW_ACTION_ROW (adw_action_row_new ());
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Country"),
                                  -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Country"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_action_row_set_subtitle_lines (self->row, 0);
  adw_action_row_add_suffix (self->row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), TRUE);
  g_signal_connect_object (self->row, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), GTK_WIDGET (self->row));
}

static void
keel_region_choice_init (KeelRegionChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  make_row (self);
  self->chooser = g_object_new (KEEL_TYPE_CHOOSER, "visible", FALSE, "height-request", LIST_HEIGHT, NULL);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
keel_region_choice_set_region (KeelRegionChoice *self, KeelHelpRegion *region)
{
  g_return_if_fail (self->region == NULL);

  self->region = g_object_ref (region);
  keel_help_region_fill (region, self->chooser);
  g_signal_connect_object (region, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
