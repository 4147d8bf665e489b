#include "config.h"

#include "keel-filter-panel.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-filter-group.h"
#include "keel-town-choice.h"
#include "keel-week.h"
#include "keel-window.h"

struct _KeelFilterPanel
{
  AdwBin parent_instance;

  KeelTownChoice *town;
  KeelFilterGroup *days;
  KeelFilterGroup *parts;
  KeelFilterGroup *programs;
  KeelFilterGroup *needs;
  KeelFilterGroup *languages;
  KeelFilterGroup *types;
  KeelChipChoice *order;
  GtkWidget *placeless;

  KeelFilters *filters;
};

G_DEFINE_FINAL_TYPE (KeelFilterPanel, keel_filter_panel, ADW_TYPE_BIN)

static const struct
{
  const char *id;
  KeelMeetingOrder order;
} orders[] = {
  { "start", KEEL_ORDER_NEXT_START },
  { "distance", KEEL_ORDER_DISTANCE },
  { "name", KEEL_ORDER_NAME },
};

static void
order_chosen_cb (KeelFilterPanel *self, const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (g_str_equal (orders[i].id, id))
        keel_filters_set_order (self->filters, orders[i].order);
    }
}

/* Without a place there is no distance. */
static void
filters_changed_cb (KeelFilterPanel *self)
{
  gboolean lost = keel_filters_get_order (self->filters) == KEEL_ORDER_DISTANCE &&
                  keel_filters_get_near (self->filters) == NULL;

  if (lost && !gtk_widget_get_visible (self->placeless))
    keel_say (GTK_WIDGET (self), gtk_label_get_text (GTK_LABEL (self->placeless)));
  gtk_widget_set_visible (self->placeless, lost);
}

static void
add_numbered (KeelFilterGroup *group, KeelFilterKind kind, int number)
{
  char id[12];

  g_snprintf (id, sizeof id, "%d", number);
  keel_filter_group_add (group, kind, id);
}

static void
add_filters (KeelFilterPanel *self)
{
  int first = keel_week_get_first_day ();

  for (int i = 0; i < 7; i++)
    add_numbered (self->days, KEEL_FILTER_DAY, (first + i) % 7);
  for (int i = 0; i < KEEL_N_PARTS; i++)
    add_numbered (self->parts, KEEL_FILTER_PART, i);
  keel_filter_group_add (self->needs, KEEL_FILTER_NEED, "open");
  for (int i = 0; i < KEEL_N_ACCESS; i++)
    add_numbered (self->needs, KEEL_FILTER_NEED, i);
}

static void
keel_filter_panel_dispose (GObject *object)
{
  g_clear_object (&KEEL_FILTER_PANEL (object)->filters);
  G_OBJECT_CLASS (keel_filter_panel_parent_class)->dispose (object);
}

static void
keel_filter_panel_class_init (KeelFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_filter_panel_dispose;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_FILTER_GROUP);
  g_type_ensure (KEEL_TYPE_TOWN_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, town);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, days);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, parts);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, programs);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, needs);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, languages);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, types);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, order);
  gtk_widget_class_bind_template_child (widget_class, KeelFilterPanel, placeless);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
}

static void
keel_filter_panel_init (KeelFilterPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: which of the meetings found comes first */
  keel_chip_choice_add (self->order, "start", C_ ("order", "Next start"));
  keel_chip_choice_add (self->order, "distance", C_ ("order", "Distance"));
  keel_chip_choice_add (self->order, "name", C_ ("order", "Name"));
  keel_chip_choice_select (self->order, "start");
}

void
keel_filter_panel_bind (KeelFilterPanel *self, KeelFilters *filters, KeelSession *session)
{
  KeelFilterGroup *groups[] = { self->days,  self->parts,     self->programs,
                                self->needs, self->languages, self->types };

  g_set_object (&self->filters, filters);
  keel_town_choice_bind (self->town, filters, session);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    keel_filter_group_bind (groups[i], filters, session);
  add_filters (self);
  g_signal_connect_object (filters, "changed", G_CALLBACK (filters_changed_cb), self, G_CONNECT_SWAPPED);
}

void
keel_filter_panel_show_counts (KeelFilterPanel *self, const KeelMeetingResults *results)
{
  keel_filter_group_show_names (self->programs, KEEL_FILTER_PROGRAM, results->by_program);
  keel_filter_group_show_names (self->languages, KEEL_FILTER_LANGUAGE, results->by_language);
  keel_filter_group_show_names (self->types, KEEL_FILTER_TYPE, results->by_type);
  keel_filter_group_show_counts (self->days, results);
  keel_filter_group_show_counts (self->parts, results);
  keel_filter_group_show_counts (self->programs, results);
  keel_filter_group_show_counts (self->needs, results);
  keel_filter_group_show_counts (self->languages, results);
  keel_filter_group_show_counts (self->types, results);
}

void
keel_filter_panel_forget (KeelFilterPanel *self)
{
  keel_filter_group_forget (self->programs);
  keel_filter_group_forget (self->languages);
  keel_filter_group_forget (self->types);
}
