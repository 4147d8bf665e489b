#include "config.h"

#include "keel-page-bar.h"

#include <glib/gi18n-lib.h>

#include "keel-names.h"

#define ICON 16
#define PADDING 8 /* around a word, see style.css */
#define LEAST_WIDTH 240

typedef enum
{
  EVEN,  /* all tabs of one width */
  OWN,   /* each as wide as its word */
  ICONS, /* no words */
} Fit;

struct _KeelPageBar
{
  GtkWidget parent_instance;

  AdwViewSwitcherBar *bar;
  GtkWidget *switcher; /* inside @bar */
  Fit fit;
  guint source; /* 0: nothing is to be changed */
};

G_DEFINE_FINAL_TYPE (KeelPageBar, keel_page_bar, GTK_TYPE_WIDGET)

static GtkWidget *
find_inside (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_inside (child, type);
  return found;
}

/* The word of @tab below its icon. */
static GtkWidget *
find_word (GtkWidget *tab)
{
  GtkWidget *box = gtk_widget_get_first_child (gtk_widget_get_first_child (tab));
  GtkWidget *word;

  while (box != NULL && !gtk_widget_has_css_class (box, "narrow"))
    box = gtk_widget_get_next_sibling (box);
  word = box != NULL ? gtk_widget_get_last_child (box) : NULL;
  return GTK_IS_LABEL (word) ? word : NULL;
}

/* What is hidden is measured, too. */
static int
measure_word (GtkWidget *word)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (word,
                                                                   gtk_label_get_text (GTK_LABEL (word)));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return MAX (ICON, width) + PADDING;
}

static Fit
find_fit (KeelPageBar *self, int width)
{
  int sum = 0, widest = 0, count = 0;

  for (GtkWidget *tab = gtk_widget_get_first_child (self->switcher); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      GtkWidget *word = find_word (tab);
      int needed = word != NULL ? measure_word (word) : 0;

      sum += needed;
      widest = MAX (widest, needed);
      count++;
    }
  if (count * widest <= width)
    return EVEN;
  return sum <= width ? OWN : ICONS;
}

static void
let_be_even (GtkWidget *switcher, gboolean even)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (switcher);

  if (GTK_IS_BOX_LAYOUT (layout))
    gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), even);
}

static void
show_fit (KeelPageBar *self)
{
  let_be_even (self->switcher, self->fit != OWN);
  for (GtkWidget *tab = gtk_widget_get_first_child (self->switcher); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      GtkWidget *word = find_word (tab);

      if (word == NULL)
        continue;
      gtk_widget_set_visible (word, self->fit != ICONS);
      gtk_widget_set_size_request (tab, self->fit == OWN ? measure_word (word) : -1, -1);
      gtk_widget_set_tooltip_text (tab, self->fit == ICONS ? gtk_label_get_text (GTK_LABEL (word)) : NULL);
    }
}

static gboolean
show_fit_cb (gpointer data)
{
  KeelPageBar *self = KEEL_PAGE_BAR (data);

  self->source = 0;
  show_fit (self);
  return G_SOURCE_REMOVE;
}

/* Wide words do not keep the window from becoming narrow: they go then. */
static void
keel_page_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (KEEL_PAGE_BAR (widget)->bar), orientation, -1, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

/* Nothing may be hidden while places are given out. */
static void
keel_page_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KeelPageBar *self = KEEL_PAGE_BAR (widget);
  Fit fit = find_fit (self, width);
  int least;

  gtk_widget_measure (GTK_WIDGET (self->bar), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->bar), MAX (width, least), height, baseline, NULL);
  if (fit == self->fit)
    return;
  self->fit = fit;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_fit_cb, self, NULL);
}

static void
keel_page_bar_dispose (GObject *object)
{
  KeelPageBar *self = KEEL_PAGE_BAR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->bar != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->bar));
  self->bar = NULL;
  G_OBJECT_CLASS (keel_page_bar_parent_class)->dispose (object);
}

static void
keel_page_bar_class_init (KeelPageBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_page_bar_dispose;
  GTK_WIDGET_CLASS (klass)->measure = keel_page_bar_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = keel_page_bar_size_allocate;
}

static void
keel_page_bar_init (KeelPageBar *self)
{
  self->bar = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "keel-page-bar");
  self->switcher = find_inside (GTK_WIDGET (self->bar), ADW_TYPE_VIEW_SWITCHER);
  gtk_widget_set_margin_start (self->switcher, 0);
  gtk_widget_set_margin_end (self->switcher, 0);
}

void
keel_page_bar_set_stack (KeelPageBar *self, AdwViewStack *stack)
{
  adw_view_switcher_bar_set_stack (self->bar, stack);
  keel_names_mend_tabs (self->switcher, _ ("Pages"));
}

void
keel_page_bar_set_reveal (KeelPageBar *self, gboolean reveal)
{
  gtk_widget_set_visible (GTK_WIDGET (self), reveal);
  adw_view_switcher_bar_set_reveal (self->bar, reveal);
}

void
keel_page_bar_dress_switcher (AdwViewSwitcher *switcher, AdwViewStack *stack)
{
  adw_view_switcher_set_stack (switcher, stack);
  keel_names_mend_tabs (GTK_WIDGET (switcher), _ ("Pages"));
  gtk_widget_add_css_class (GTK_WIDGET (switcher), "keel-page-tabs");
  let_be_even (GTK_WIDGET (switcher), FALSE);
}
