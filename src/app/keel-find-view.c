#include "config.h"

#include "keel-find-view.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-filter-bar.h"
#include "keel-filter-panel.h"
#include "keel-find-advice.h"
#include "keel-match-row.h"
#include "keel-pages.h"
#include "keel-private-text.h"
#include "keel-window.h"

#define ROWS_AT_A_TIME 50
#define MOST_AGES 3
#define OLD_AFTER (30 * 24 * 60 * 60)
#define FRESH_FOR 60 /* seconds */

struct _KeelFindView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkStack *results;
  GtkSearchEntry *search;
  GtkToggleButton *panel_button;
  AdwLeaflet *leaflet;
  GtkWidget *panel_pane;
  GtkWidget *panel_foot;
  KeelFilterPanel *panel;
  GtkButton *show_button;
  KeelFilterBar *bar;
  KeelFindAdvice *advice;
  GtkLabel *count;
  GtkLabel *ages;
  GtkListBox *rows;
  GtkWidget *more;
  AdwStatusPage *failed;
  GtkScrolledWindow *scroller;

  KeelSession *session;
  KeelFilters *filters;
  GCancellable *cancellable; /* of the search under way */
  guint limit;
  guint shown;
  gint64 searched_at; /* seconds UTC: "now" and "next" are true for a minute */
};

G_DEFINE_FINAL_TYPE (KeelFindView, keel_find_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOW_MATCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_rows (KeelFindView *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  self->shown = 0;
}

static void
append_rows (KeelFindView *self, GPtrArray *matches)
{
  for (guint i = self->shown; i < matches->len; i++)
    gtk_list_box_append (self->rows, keel_match_row_new (matches->pdata[i], self->session));
  self->shown = matches->len;
}

static void
show_total (KeelFindView *self, guint total)
{
  guint chosen = keel_filters_get_chosen (self->filters)->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", total), total);
  g_autofree char *show = g_strdup_printf (ngettext ("Show %'u meeting", "Show %'u meetings", total), total);
  g_autofree char *filters = chosen > 0
                                 ? g_strdup_printf (C_ ("filter and count", "%s %u"), _ ("Filters"), chosen)
                                 : g_strdup (_ ("Filters"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.clear-filters", chosen > 0);
  gtk_label_set_text (self->count, count);
  gtk_button_set_label (self->show_button, show);
  gtk_button_set_label (GTK_BUTTON (self->panel_button), filters);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    keel_say (GTK_WIDGET (self), count);
}

static void
show_results (KeelFindView *self, KeelMeetingResults *results)
{
  gboolean added = self->shown > 0;
  guint before = self->shown;
  GtkListBoxRow *first_new;

  show_total (self, results->total);
  keel_filter_bar_show_counts (self->bar, results);
  keel_filter_panel_show_counts (self->panel, results);
  append_rows (self, results->matches);
  gtk_widget_set_visible (self->more, results->total > self->shown);
  keel_pages_show (self->results, results->total > 0 ? "rows" : "nothing");
  if (results->total == 0)
    keel_find_advice_start (self->advice, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  first_new = added ? gtk_list_box_get_row_at_index (self->rows, (int) before) : NULL;
  if (first_new != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first_new));
}

static void
show_failure (KeelFindView *self, GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->failed, markup);
  keel_pages_show (self->results, "failed");
  keel_say (GTK_WIDGET (self), sentence);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelFindView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelMeetingResults) results = keel_session_search_finish (KEEL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (results == NULL)
    {
      show_failure (self, error);
      return;
    }
  if (self->limit == ROWS_AT_A_TIME)
    clear_rows (self);
  show_results (self, results);
}

static void
run_search (KeelFindView *self)
{
  g_autoptr (KeelMeetingQuery) query = NULL;

  query = keel_filters_make_query (self->filters, gtk_editable_get_text (GTK_EDITABLE (self->search)), NULL);
  query->limit = self->limit;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->searched_at = keel_session_get_now (self->session);
  keel_session_search_async (self->session, query, self->cancellable, searched_cb, g_object_ref (self));
}

static void
start_search (KeelFindView *self)
{
  if (self->session == NULL || keel_session_get_lists (self->session)->len == 0)
    return;
  self->limit = ROWS_AT_A_TIME;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  run_search (self);
}

static void
search_changed_cb (GtkSearchEntry *search, KeelFindView *self)
{
  start_search (self);
}

/* What is shown: the rows, or in a narrow window the filters in front of them. */
static void
enter_below (KeelFindView *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->rows, 0);

  if (adw_leaflet_get_folded (self->leaflet) && gtk_widget_get_visible (self->panel_pane))
    gtk_widget_child_focus (self->panel_pane, GTK_DIR_TAB_FORWARD);
  else if (first != NULL && gtk_widget_get_mapped (GTK_WIDGET (first)))
    gtk_widget_grab_focus (GTK_WIDGET (first));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->results), GTK_DIR_TAB_FORWARD);
}

static void
search_activate_cb (GtkSearchEntry *search, KeelFindView *self)
{
  enter_below (self);
}

/* Escape takes back one thing at a time: the words, then the details beside. */
static void
stop_search_cb (GtkSearchEntry *search, KeelFindView *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "meetings.close-details", NULL);
}

static gboolean
search_key_cb (KeelFindView *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  enter_below (self);
  return GDK_EVENT_STOP;
}

static void
filters_changed_cb (KeelFindView *self)
{
  start_search (self);
}

static void
lifted_cb (KeelFindAdvice *advice, gboolean words, KeelFindView *self)
{
  if (words)
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* In a narrow window the panel stands in front of the results, for the ear too. */
static void
show_panel (KeelFindView *self)
{
  gboolean open = gtk_toggle_button_get_active (self->panel_button);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->panel_pane, open);
  gtk_widget_set_visible (self->panel_foot, folded);
  adw_leaflet_set_visible_child (self->leaflet, open ? self->panel_pane : GTK_WIDGET (self->scroller));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_STATE_HIDDEN, open && folded,
                               -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->panel_button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
panel_button_cb (KeelFindView *self)
{
  show_panel (self);
  if (gtk_toggle_button_get_active (self->panel_button))
    gtk_widget_child_focus (self->panel_pane, GTK_DIR_TAB_FORWARD);
}

static void
close_panel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelFindView *self = KEEL_FIND_VIEW (widget);

  gtk_toggle_button_set_active (self->panel_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Escape leads back to the search from wherever one is. */
static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelFindView *self = KEEL_FIND_VIEW (widget);

  if (adw_leaflet_get_folded (self->leaflet))
    gtk_toggle_button_set_active (self->panel_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelFindView *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_MATCH], 0, keel_match_row_get_match (KEEL_MATCH_ROW (row)));
}

static void
more_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelFindView *self = KEEL_FIND_VIEW (widget);

  self->limit += ROWS_AT_A_TIME;
  run_search (self);
}

static void
clear_filters_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelFindView *self = KEEL_FIND_VIEW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  keel_filters_clear (self->filters);
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelFindView *self = KEEL_FIND_VIEW (widget);

  clear_filters_cb (widget, name, parameter);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_search (KEEL_FIND_VIEW (widget));
}

static void
append_age (GString *text, KeelList *list, gint64 now)
{
  g_autofree char *age = keel_sentence_age (list->imported_at, now);

  if (text->len > 0)
    g_string_append (text, "\n");
  /* Translators: a list's name and how long ago it was read: "Harbour · imported 3 days ago" */
  g_string_append_printf (text, _ ("%s · imported %s"), list->name, age);
  if (now - list->imported_at > OLD_AFTER)
    /* Translators: said behind the age of a list, so with a full stop before it */
    g_string_append (text, _ (". It is old: meetings may have moved."));
}

static void
show_ages (KeelFindView *self)
{
  GPtrArray *lists = keel_session_get_lists (self->session);
  gint64 now = keel_session_get_now (self->session);
  g_autoptr (GString) text = g_string_new (NULL);
  guint more = lists->len > MOST_AGES ? lists->len - MOST_AGES : 0;

  for (guint i = 0; i < MIN (lists->len, MOST_AGES); i++)
    append_age (text, lists->pdata[i], now);
  if (more > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more list", "and %u more lists", more), more);
    }
  gtk_label_set_text (self->ages, text->str);
}

static void
lists_changed_cb (KeelFindView *self)
{
  gboolean any = keel_session_get_lists (self->session)->len > 0;

  keel_pages_show (self->stack, any ? "search" : "no-lists");
  keel_filter_panel_forget (self->panel);
  show_ages (self);
  start_search (self);
}

static void
series_changed_cb (KeelFindView *self)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      KeelMatch *match = keel_match_row_get_match (KEEL_MATCH_ROW (row));

      keel_match_row_show_followed (KEEL_MATCH_ROW (row),
                                    keel_session_find_followed (self->session, match->meeting) != NULL);
    }
}

/* Time has gone on while something else was shown. */
static void
keel_find_view_map (GtkWidget *widget)
{
  KeelFindView *self = KEEL_FIND_VIEW (widget);

  GTK_WIDGET_CLASS (keel_find_view_parent_class)->map (widget);
  if (self->searched_at > 0 && keel_session_get_now (self->session) - self->searched_at >= FRESH_FOR)
    start_search (self);
}

static void
keel_find_view_dispose (GObject *object)
{
  KeelFindView *self = KEEL_FIND_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->filters);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_find_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, results);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, search);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, panel_button);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, panel_pane);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, panel_foot);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, panel);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, show_button);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, bar);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, advice);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, count);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, ages);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, more);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, failed);
  gtk_widget_class_bind_template_child (widget_class, KeelFindView, scroller);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_button_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_panel);
  gtk_widget_class_bind_template_callback (widget_class, lifted_cb);
}

static void
keel_find_view_class_init (KeelFindViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_find_view_dispose;

  signals[SIGNAL_SHOW_MATCH] = g_signal_new ("show-match", KEEL_TYPE_FIND_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 1, KEEL_TYPE_MATCH);

  widget_class->map = keel_find_view_map;

  g_type_ensure (KEEL_TYPE_FILTER_BAR);
  g_type_ensure (KEEL_TYPE_FILTER_PANEL);
  g_type_ensure (KEEL_TYPE_FIND_ADVICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-find-view.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "find.more", NULL, more_cb);
  gtk_widget_class_install_action (widget_class, "find.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "find.clear-filters", NULL, clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "find.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "find.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "find.close-panel", NULL, close_panel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find.back", NULL);
}

static void
keel_find_view_init (KeelFindView *self)
{
  self->limit = ROWS_AT_A_TIME;
  self->filters = keel_filters_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_private_text_mark (GTK_EDITABLE (self->search));
  keel_pages_show (self->results, "searching");
  show_panel (self);
}

void
keel_find_view_set_session (KeelFindView *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  keel_filter_bar_bind (self->bar, self->filters, session);
  keel_filter_panel_bind (self->panel, self->filters, session);
  keel_find_advice_bind (self->advice, self->filters, session);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filters_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "lists-changed", G_CALLBACK (lists_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (series_changed_cb), self,
                           G_CONNECT_SWAPPED);
  lists_changed_cb (self);
}

void
keel_find_view_start (KeelFindView *self)
{
  if (keel_session_get_lists (self->session)->len == 0)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
