#include "config.h"

#include "keel-town-choice.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-chip-choice.h"
#include "keel-filter-words.h"
#include "keel-private-text.h"
#include "keel-window.h"

#define MOST_TOWNS 6
#define FIRST_RADIUS 3 /* of keel_filter_words_radii () */

struct _KeelTownChoice
{
  AdwBin parent_instance;

  GtkSearchEntry *entry;
  GtkListBox *rows;
  GtkWidget *nothing;
  KeelChipChoice *radii;

  KeelFilters *filters;
  KeelSession *session;
  GCancellable *cancellable; /* of the look-up under way */
  GPtrArray *towns;          /* of KeelTown: those offered, in the order of @rows */
};

G_DEFINE_FINAL_TYPE (KeelTownChoice, keel_town_choice, ADW_TYPE_BIN)

static void
stop (KeelTownChoice *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
clear_rows (KeelTownChoice *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  g_clear_pointer (&self->towns, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
  gtk_widget_set_visible (self->nothing, FALSE);
}

static GtkWidget *
make_row (const KeelTown *town)
{
  g_autofree char *name = keel_filter_words_town (town);
  g_autofree char *meetings = g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", town->count),
                                               town->count);
  g_autofree char *spoken = town->count > 0 ? g_strdup_printf ("%s, %s", name, meetings) : g_strdup (name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (town->count > 0 ? meetings : NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED);
  return row;
}

static void
show_towns (KeelTownChoice *self, GPtrArray *towns)
{
  g_autofree char *sentence = NULL;

  clear_rows (self);
  self->towns = g_ptr_array_ref (towns);
  for (guint i = 0; i < towns->len; i++)
    gtk_list_box_append (self->rows, make_row (towns->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), towns->len > 0);
  gtk_widget_set_visible (self->nothing, towns->len == 0);
  sentence = towns->len > 0 ? g_strdup_printf (ngettext ("%u place", "%u places", towns->len), towns->len)
                            : g_strdup (gtk_label_get_text (GTK_LABEL (self->nothing)));
  keel_say (GTK_WIDGET (self), sentence);
}

/* That the lists could not be read is not “no such place”. */
static void
show_trouble (KeelTownChoice *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  clear_rows (self);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTownChoice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) towns = keel_session_find_towns_finish (KEEL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (towns != NULL)
    show_towns (self, towns);
  else
    show_trouble (self, error);
}

static void
entry_changed_cb (KeelTownChoice *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const KeelTown *near = keel_filters_get_near (self->filters);
  g_autofree char *name = near != NULL ? keel_filter_words_town (near) : NULL;

  /* What was chosen stands there now, and is not looked up again. */
  if (g_strcmp0 (text, name) == 0)
    return;
  stop (self);
  if (*text == '\0')
    {
      clear_rows (self);
      keel_filters_set_near (self->filters, NULL);
      return;
    }
  self->cancellable = g_cancellable_new ();
  keel_session_find_towns_async (self->session, text, MOST_TOWNS, self->cancellable, found_cb,
                                 g_object_ref (self));
}

/* A search entry whose text is replaced says at once that it is empty. */
static void
show_near (KeelTownChoice *self)
{
  const KeelTown *near = keel_filters_get_near (self->filters);
  g_autofree char *name = near != NULL ? keel_filter_words_town (near) : NULL;

  g_signal_handlers_block_by_func (self->entry, entry_changed_cb, self);
  if (name != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), name) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  g_signal_handlers_unblock_by_func (self->entry, entry_changed_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->radii), near != NULL);
}

static void
choose (KeelTownChoice *self, guint place)
{
  g_autoptr (GPtrArray) towns = self->towns != NULL ? g_ptr_array_ref (self->towns) : NULL;

  if (towns == NULL || place >= towns->len)
    return;
  stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  clear_rows (self);
  keel_filters_set_near (self->filters, towns->pdata[place]);
}

static void
row_activated_cb (KeelTownChoice *self, GtkListBoxRow *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
entry_activate_cb (KeelTownChoice *self)
{
  choose (self, 0);
}

/* What was typed and not chosen goes; Escape leads back to the search. */
static void
stop_search_cb (KeelTownChoice *self)
{
  if (keel_filters_get_near (self->filters) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "find.back", NULL);
}

static void
radius_chosen_cb (KeelTownChoice *self, const char *id)
{
  keel_filters_set_within (self->filters, g_ascii_strtod (id, NULL));
}

/* The place may also be let go from elsewhere. */
static void
filters_changed_cb (KeelTownChoice *self)
{
  gboolean was = gtk_widget_get_visible (GTK_WIDGET (self->radii));

  show_near (self);
  if (was && keel_filters_get_near (self->filters) == NULL && self->cancellable == NULL &&
      self->towns == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static gboolean
key_cb (KeelTownChoice *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->rows, 0);

  if (key != GDK_KEY_Down || first == NULL)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
add_radii (KeelTownChoice *self)
{
  const double *radii = keel_filter_words_radii ();
  char id[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; radii[i] > 0; i++)
    {
      g_autofree char *label = keel_filter_words_radius (radii[i]);

      keel_chip_choice_add (self->radii, g_ascii_dtostr (id, sizeof id, radii[i]), label);
    }
  /* Translators: how far from a place */
  keel_chip_choice_add (self->radii, "0", _ ("Any distance"));
  keel_chip_choice_select (self->radii, g_ascii_dtostr (id, sizeof id, radii[FIRST_RADIUS]));
}

static void
keel_town_choice_dispose (GObject *object)
{
  KeelTownChoice *self = KEEL_TOWN_CHOICE (object);

  stop (self);
  g_clear_pointer (&self->towns, g_ptr_array_unref);
  g_clear_object (&self->filters);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_town_choice_parent_class)->dispose (object);
}

static void
keel_town_choice_class_init (KeelTownChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_town_choice_dispose;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-town-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTownChoice, entry);
  gtk_widget_class_bind_template_child (widget_class, KeelTownChoice, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelTownChoice, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelTownChoice, radii);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, radius_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
keel_town_choice_init (KeelTownChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_private_text_mark (GTK_EDITABLE (self->entry));
  add_radii (self);
}

void
keel_town_choice_bind (KeelTownChoice *self, KeelFilters *filters, KeelSession *session)
{
  g_set_object (&self->filters, filters);
  g_set_object (&self->session, session);
  keel_filters_set_within (filters, keel_filter_words_radii ()[FIRST_RADIUS]);
  g_signal_connect_object (filters, "changed", G_CALLBACK (filters_changed_cb), self, G_CONNECT_SWAPPED);
}
