#include "config.h"

#include "keel-urge-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "content/keel-strategy-sentences.h"
#include "content/keel-urge-sentences.h"

struct _KeelUrgeRow
{
  GtkListBoxRow parent_instance;

  KeelUrge *urge;
};

G_DEFINE_FINAL_TYPE (KeelUrgeRow, keel_urge_row, GTK_TYPE_LIST_BOX_ROW)

static void
keel_urge_row_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_URGE_ROW (object)->urge, keel_urge_free);
  G_OBJECT_CLASS (keel_urge_row_parent_class)->finalize (object);
}

static void
keel_urge_row_class_init (KeelUrgeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_urge_row_finalize;
}

static void
keel_urge_row_init (KeelUrgeRow *self)
{
}

/* As the clock on the wall showed it. */
static char *
describe_moment (KeelSession *session, const KeelUrge *urge)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_offset (urge->offset * 60);
  g_autoptr (GTimeZone) here = keel_session_get_zone (session);
  gint64 today = keel_local_time_get_days (keel_local_time_from_utc (keel_session_get_now (session), here));
  gint64 day = keel_local_time_get_days (keel_local_time_from_utc (urge->at, there));
  g_autofree char *date = keel_sentence_day (day, today);
  g_autofree char *time = keel_sentence_clock_time (urge->at, there);

  /* Translators: a day and a time: "Saturday 21 November, 16:20" */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, time);
}

static char *
describe_strength (const KeelUrge *urge)
{
  if (urge->after == KEEL_STRENGTH_NONE)
    return g_strdup_printf ("%d", urge->strength);
  /* Translators: how strong an urge was, and how strong afterwards, with an arrow in the direction of reading
   */
  return g_strdup_printf (_ ("%1$d → %2$d"), urge->strength, urge->after);
}

/* What was going on, what was done and what set it off, as far as that was said. */
static char *
describe_rest (KeelSession *session, const KeelUrge *urge)
{
  g_autofree char *tags = keel_sentence_strategy_tags (urge->tags);
  const KeelStrategy *strategy = urge->strategy != NULL
                                     ? keel_content_find_strategy (keel_session_get_content (session),
                                                                   urge->strategy)
                                     : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (tags != NULL)
    g_ptr_array_add (parts, tags);
  if (urge->trigger != NULL)
    g_ptr_array_add (parts, urge->trigger);
  if (strategy != NULL)
    g_ptr_array_add (parts, strategy->name);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
make_line (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, *text != '\0');
  gtk_widget_add_css_class (label, class_name);
  return label;
}

KeelUrgeRow *
keel_urge_row_new (KeelSession *session, const KeelUrge *urge)
{
  KeelUrgeRow *self = g_object_new (KEEL_TYPE_URGE_ROW, NULL);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *moment = describe_moment (session, urge);
  g_autofree char *rest = describe_rest (session, urge);
  g_autofree char *seen = describe_strength (urge);
  g_autofree char *heard = keel_sentence_urge_strength (urge->strength, urge->after);
  /* Translators: of an urge: when, how strong, and what belonged to it */
  g_autofree char *name = g_strdup_printf (_ ("%1$s. %2$s. %3$s"), moment, heard, rest);
  GtkWidget *strength = make_line (seen, "keel-time");

  self->urge = keel_urge_copy (urge);
  gtk_label_set_width_chars (GTK_LABEL (strength), 7);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), make_line (moment, "heading"));
  gtk_box_append (GTK_BOX (lines), make_line (rest, "dim-label"));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_attach (GTK_GRID (grid), strength, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), lines, 1, 0, 1, 1);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_top (grid, 10);
  gtk_widget_set_margin_bottom (grid, 10);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

const KeelUrge *
keel_urge_row_get_urge (KeelUrgeRow *self)
{
  return self->urge;
}
