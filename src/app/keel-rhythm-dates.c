#include "config.h"

#include "keel-rhythm-dates.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-date-change.h"
#include "keel-window.h"

#define SHOWN 5
/* With those that are left out. */
#define MOST_ROWS 10

/* What the person made of one date: left out where @start is none. */
typedef struct
{
  KeelLocalTime original, start;
} Edit;

struct _KeelRhythmDates
{
  AdwBin parent_instance;

  GtkLabel *sentence;
  GtkListBox *list;
  GtkLabel *refused;

  gboolean editable;
  GArray *edits;          /* of Edit */
  KeelSchedule *schedule; /* nullable; without the edits */
  GTimeZone *person;
  gint64 after;
  gint64 today;
};

G_DEFINE_FINAL_TYPE (KeelRhythmDates, keel_rhythm_dates, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_EDITABLE,
  N_PROPERTIES
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void show_dates (KeelRhythmDates *self);

/* --- Edits --- */

static const Edit *
find_edit (KeelRhythmDates *self, KeelLocalTime original)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (g_array_index (self->edits, Edit, i).original == original)
      return &g_array_index (self->edits, Edit, i);
  return NULL;
}

static void
drop_edit (KeelRhythmDates *self, KeelLocalTime original)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (g_array_index (self->edits, Edit, i).original == original)
      {
        g_array_remove_index (self->edits, i);
        return;
      }
}

static KeelLocalTime
get_original (gpointer widget)
{
  KeelLocalTime *original = g_object_get_data (widget, "keel-original");

  return *original;
}

static void
set_original (gpointer widget, KeelLocalTime original)
{
  g_object_set_data_full (widget, "keel-original", g_memdup2 (&original, sizeof original), g_free);
}

/* NULL where @schedule does not take it. */
static KeelSchedule *
apply (const Edit *wanted, KeelSchedule *schedule, GError **error)
{
  if (wanted->start == KEEL_LOCAL_TIME_NONE)
    return keel_schedule_cancel (schedule, wanted->original, error);
  return keel_schedule_move (schedule, wanted->original, wanted->start, keel_schedule_get_duration (schedule),
                             error);
}

static void
show_refused (KeelRhythmDates *self, const char *sentence)
{
  gtk_label_set_text (self->refused, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->refused), *sentence != '\0');
}

/* The rows are made anew; the focus goes on from the one that it was in. */
static void
show_again (KeelRhythmDates *self, int place)
{
  GtkListBoxRow *row;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  show_dates (self);
  row = gtk_list_box_get_row_at_index (self->list, place);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static gboolean
is_taken (KeelRhythmDates *self, const Edit *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSchedule) schedule = apply (wanted, self->schedule, &error);
  g_autofree char *sentence = schedule == NULL ? keel_sentence_for_error (error, NULL) : NULL;

  if (sentence == NULL)
    return TRUE;
  show_refused (self, sentence);
  keel_say (GTK_WIDGET (self), sentence);
  return FALSE;
}

static void
edit (KeelRhythmDates *self, KeelDateChange *change, const Edit *wanted)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (change), GTK_TYPE_LIST_BOX_ROW);
  int place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : 0;

  if (wanted != NULL && !is_taken (self, wanted))
    return;
  drop_edit (self, get_original (change));
  if (wanted != NULL && wanted->start != wanted->original)
    g_array_append_val (self->edits, *wanted);
  show_again (self, place);
}

static void
moved_cb (KeelDateChange *change, gint64 start, KeelRhythmDates *self)
{
  const Edit wanted = { get_original (change), start };

  edit (self, change, &wanted);
}

static void
left_out_cb (KeelDateChange *change, KeelRhythmDates *self)
{
  const Edit wanted = { get_original (change), KEEL_LOCAL_TIME_NONE };

  edit (self, change, &wanted);
}

static void
put_back_cb (KeelDateChange *change, KeelRhythmDates *self)
{
  edit (self, change, NULL);
}

/* --- Rows --- */

static void
open_change_cb (GtkMenuButton *button, gpointer data)
{
  KeelRhythmDates *self = data;
  KeelLocalTime original = get_original (button);
  const Edit *edited = find_edit (self, original);
  KeelLocalTime start = edited != NULL && edited->start != KEEL_LOCAL_TIME_NONE ? edited->start : original;
  GtkWidget *change = keel_date_change_new (start, edited != NULL);

  set_original (change, original);
  g_signal_connect (change, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect (change, "left-out", G_CALLBACK (left_out_cb), self);
  g_signal_connect (change, "put-back", G_CALLBACK (put_back_cb), self);
  gtk_menu_button_set_popover (button, change);
}

/* "Tuesday 1 December at 19:00" */
static char *
describe_time (KeelRhythmDates *self, KeelLocalTime local)
{
  g_autofree char *date = keel_sentence_day (keel_local_time_get_days (local), self->today);
  g_autofree char *time = keel_sentence_time (keel_local_time_get_minute (local));

  return g_strdup_printf (_ ("%1$s at %2$s"), date, time);
}

/* What stands under the date: whose clock, or what the person made of it. */
static char *
describe_rest (KeelRhythmDates *self, const Edit *edited, KeelLocalTime original, KeelLocalTime here,
               KeelLocalTime there)
{
  const char *zone = keel_schedule_get_zone (self->schedule);
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;

  if (edited != NULL && edited->start == KEEL_LOCAL_TIME_NONE)
    return g_strdup (_ ("Left out"));
  if (edited != NULL)
    {
      time = describe_time (self, original);
      /* Translators: of a meeting; %s is the date and time at which it would be. */
      return g_strdup_printf (_ ("Moved from %s"), time);
    }
  if (zone == NULL || here == there)
    return g_strdup ("");
  time = describe_time (self, there);
  city = keel_sentence_zone (zone);
  /* Translators: a time and a city: "19:00 in New York" */
  return g_strdup_printf (C_ ("time in a zone", "%s in %s"), time, city);
}

static void
add_button (KeelRhythmDates *self, AdwActionRow *row, const char *title, KeelLocalTime original)
{
  /* Its name is that of the button in it. */
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  /* Translators: %s is a date and a time that can be left out or moved. */
  g_autofree char *name = g_strdup_printf (_ ("Change %s"), title);

  set_original (button, original);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_change_cb, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Move it, or leave it out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, button);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
}

static void
add_row (KeelRhythmDates *self, const KeelOccurrence *occurrence)
{
  const char *name = keel_schedule_get_zone (self->schedule);
  g_autoptr (GTimeZone) zone = name != NULL ? keel_zone_open (name) : g_time_zone_ref (self->person);
  const Edit *edited = find_edit (self, occurrence->original);
  KeelLocalTime there = occurrence->local_start;
  KeelLocalTime here;
  g_autofree char *title = NULL;
  g_autofree char *rest = NULL;
  GtkWidget *row = adw_action_row_new ();

  if (edited != NULL && edited->start != KEEL_LOCAL_TIME_NONE)
    there = edited->start;
  here = keel_local_time_from_utc (keel_local_time_to_utc (there, zone), self->person);
  title = describe_time (self, here);
  rest = describe_rest (self, edited, occurrence->original, here, there);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rest);
  if (edited != NULL && edited->start == KEEL_LOCAL_TIME_NONE)
    gtk_widget_add_css_class (row, "keel-past");
  if (self->editable)
    add_button (self, ADW_ACTION_ROW (row), title, occurrence->original);
  gtk_list_box_append (self->list, row);
}

static void
clear_rows (KeelRhythmDates *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Of a rhythm that was chosen later some are no dates any more. */
static void
show_lost (KeelRhythmDates *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edited = &g_array_index (self->edits, Edit, i);
      g_autoptr (KeelSchedule) schedule = apply (edited, self->schedule, NULL);
      g_autofree char *time = describe_time (self, edited->original);

      if (schedule != NULL)
        continue;
      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: %s is a date and a time that was left out or moved, before another rhythm was chosen. */
      g_string_append_printf (text, _ ("You changed %s. It is no longer one of the dates."), time);
    }
  show_refused (self, text->str);
}

static void
show_dates (KeelRhythmDates *self)
{
  gint64 after = self->after;
  KeelOccurrence occurrence;
  int happening = 0;

  clear_rows (self);
  for (int i = 0; i < MOST_ROWS && happening < SHOWN &&
                  keel_schedule_next (self->schedule, after, self->person, &occurrence);
       i++)
    {
      const Edit *edited = find_edit (self, occurrence.original);

      add_row (self, &occurrence);
      happening += edited == NULL || edited->start != KEEL_LOCAL_TIME_NONE;
      after = occurrence.start;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), after != self->after);
  show_lost (self);
}

static void
keel_rhythm_dates_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  KEEL_RHYTHM_DATES (object)->editable = g_value_get_boolean (value);
}

static void
keel_rhythm_dates_finalize (GObject *object)
{
  KeelRhythmDates *self = KEEL_RHYTHM_DATES (object);

  g_array_unref (self->edits);
  g_clear_pointer (&self->schedule, keel_schedule_unref);
  g_clear_pointer (&self->person, g_time_zone_unref);
  G_OBJECT_CLASS (keel_rhythm_dates_parent_class)->finalize (object);
}

static void
keel_rhythm_dates_class_init (KeelRhythmDatesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = keel_rhythm_dates_set_property;
  object_class->finalize = keel_rhythm_dates_finalize;

  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE,
                                                    G_PARAM_WRITABLE | G_PARAM_CONSTRUCT |
                                                        G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_RHYTHM_DATES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-rhythm-dates.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmDates, sentence);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmDates, list);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmDates, refused);
}

static void
keel_rhythm_dates_init (KeelRhythmDates *self)
{
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_rhythm_dates_show (KeelRhythmDates *self, KeelSchedule *schedule, gint64 after, GTimeZone *person,
                        gint64 today, const char *missing)
{
  g_autofree char *sentence = schedule != NULL ? keel_sentence_schedule (schedule) : g_strdup (missing);

  gtk_label_set_text (self->sentence, sentence);
  g_clear_pointer (&self->schedule, keel_schedule_unref);
  g_clear_pointer (&self->person, g_time_zone_unref);
  self->schedule = schedule != NULL ? keel_schedule_ref (schedule) : NULL;
  self->person = g_time_zone_ref (person);
  self->after = after;
  self->today = today;
  if (schedule != NULL)
    show_dates (self);
  else
    {
      clear_rows (self);
      show_refused (self, "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

KeelSchedule *
keel_rhythm_dates_apply (KeelRhythmDates *self, KeelSchedule *schedule)
{
  KeelSchedule *applied = keel_schedule_ref (schedule);

  /* What it does not take is told as long as it is shown. */
  for (guint i = 0; i < self->edits->len; i++)
    {
      KeelSchedule *next = apply (&g_array_index (self->edits, Edit, i), applied, NULL);

      if (next == NULL)
        continue;
      keel_schedule_unref (applied);
      applied = next;
    }
  return applied;
}

GVariant *
keel_rhythm_dates_save (KeelRhythmDates *self)
{
  g_autoptr (GVariantBuilder) saved = g_variant_builder_new (G_VARIANT_TYPE (KEEL_RHYTHM_DATES_TYPE));

  for (guint i = 0; i < self->edits->len; i++)
    g_variant_builder_add (saved, "(xx)", g_array_index (self->edits, Edit, i).original,
                           g_array_index (self->edits, Edit, i).start);
  return g_variant_builder_end (saved);
}

void
keel_rhythm_dates_restore (KeelRhythmDates *self, GVariant *saved)
{
  GVariantIter iter;
  Edit edited;

  g_array_set_size (self->edits, 0);
  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "(xx)", &edited.original, &edited.start))
    g_array_append_val (self->edits, edited);
}
