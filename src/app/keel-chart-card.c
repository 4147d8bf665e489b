#include "config.h"

#include "keel-chart-card.h"

#include <glib/gi18n-lib.h>

#include "keel-chart-view.h"
#include "keel-toggle.h"

#define MOST_OF_TABLE 320 /* pixels; what is more is scrolled */
#define ROW 34

struct _KeelChartCard
{
  AdwBin parent_instance;

  KeelChart *chart;
  char *title;
  KeelChartView *view;
  GtkLabel *value;
  GtkBox *box;
  GtkWidget *table; /* NULL: nobody has asked for it */
};

G_DEFINE_FINAL_TYPE (KeelChartCard, keel_chart_card, ADW_TYPE_BIN)

static char *
describe_place (KeelChartCard *self, guint place)
{
  const char *said = keel_chart_get_said (self->chart, place);

  /* Translators: what a chart says of a day, a week or a month: "Tuesday 24 November: Good". */
  return g_strdup_printf (C_ ("chart", "%1$s: %2$s"), keel_chart_get_name (self->chart, place),
                          said != NULL ? said : _ ("nothing is written down"));
}

/* Where nothing stands out, what was last. */
static void
told_cb (KeelChartCard *self, int place)
{
  int shown = place != KEEL_CHART_NOWHERE ? place : keel_chart_find_last (self->chart);
  g_autofree char *words = shown >= 0 ? describe_place (self, (guint) shown) : g_strdup ("");

  gtk_label_set_text (self->value, words);
  keel_chart_view_say (self->view,
                       place != KEEL_CHART_NOWHERE ? words : _ ("The arrow keys tell each value."));
}

/* --- The table --- */

static GtkWidget *
make_label (const char *text, float align, gboolean grows)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, grows);
  return label;
}

static GtkWidget *
make_row (KeelChartCard *self, guint place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = describe_place (self, place);

  gtk_box_append (GTK_BOX (box), make_label (keel_chart_get_name (self->chart, place), 0, TRUE));
  gtk_box_append (GTK_BOX (box), make_label (keel_chart_get_said (self->chart, place), 1, FALSE));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

/* The newest first: of that one wants to know. */
static GtkWidget *
make_table (KeelChartCard *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  int n_rows = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "keel-numbers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  for (guint i = keel_chart_get_n_places (self->chart); i-- > 0;)
    {
      if (keel_chart_get_said (self->chart, i) == NULL)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, i));
      n_rows++;
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              MIN (n_rows * ROW, MOST_OF_TABLE));
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  gtk_widget_add_css_class (scroller, "keel-rounded");
  return scroller;
}

static void
table_toggled_cb (GtkToggleButton *button, KeelChartCard *self)
{
  gboolean shown = gtk_toggle_button_get_active (button);

  if (shown && self->table == NULL)
    {
      self->table = make_table (self);
      gtk_box_append (self->box, self->table);
    }
  if (self->table != NULL)
    gtk_widget_set_visible (self->table, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->view), !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->value), !shown);
}

static GtkWidget *
make_head (KeelChartCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = make_label (self->title, 0, TRUE);
  GtkWidget *button = keel_toggle_new (_ ("As a table"), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  /* Translators: a button; %s is what a chart is of: "Mood as a table". */
  g_autofree char *name = g_strdup_printf (_ ("%s as a table"), self->title);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (button, "keel-chip");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (table_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

static void
keel_chart_card_finalize (GObject *object)
{
  KeelChartCard *self = KEEL_CHART_CARD (object);

  g_clear_pointer (&self->chart, keel_chart_unref);
  g_free (self->title);
  G_OBJECT_CLASS (keel_chart_card_parent_class)->finalize (object);
}

static void
keel_chart_card_class_init (KeelChartCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_chart_card_finalize;
}

static void
keel_chart_card_init (KeelChartCard *self)
{
}

GtkWidget *
keel_chart_card_new (const char *title, KeelChart *chart)
{
  KeelChartCard *self = g_object_new (KEEL_TYPE_CHART_CARD, NULL);
  /* Translators: what a chart is called by those who listen; %s is what it is of. */
  g_autofree char *name = g_strdup_printf (_ ("Chart: %s"), title);

  self->title = g_strdup (title);
  self->chart = chart;
  self->view = keel_chart_view_new (chart, name);
  self->value = GTK_LABEL (make_label ("", 0, FALSE));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "keel-numbers");
  gtk_box_append (self->box, make_head (self));
  gtk_box_append (self->box, GTK_WIDGET (self->view));
  gtk_box_append (self->box, GTK_WIDGET (self->value));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "keel-card");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  g_signal_connect_object (self->view, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  told_cb (self, KEEL_CHART_NOWHERE);
  return GTK_WIDGET (self);
}
