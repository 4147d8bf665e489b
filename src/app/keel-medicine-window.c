#include "config.h"

#include "keel-medicine-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-care-sentences.h"
#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-care-book.h"
#include "keel-care-dialog.h"
#include "keel-care-label.h"
#include "keel-fact-row.h"
#include "keel-help-acts.h"
#include "keel-inner-row.h"
#include "keel-medicine-day.h"
#include "keel-names.h"
#include "keel-pages.h"

#define MOST_DAYS 14
#define DAYS_BEFORE 7
/* How far back they are looked for: an injection may be some months ago. */
#define LOOK_BACK 400

struct _KeelMedicineWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkBox *facts;
  GtkListBox *list;

  KeelSession *session;
  char *uuid;
  GArray *days;       /* of gint64: that are shown */
  GPtrArray *widgets; /* of KeelMedicineDay: those of the same places */
};

G_DEFINE_FINAL_TYPE (KeelMedicineWindow, keel_medicine_window, ADW_TYPE_WINDOW)

/* Where it is; FALSE: it is gone. */
static gboolean
find (KeelMedicineWindow *self, const KeelCare *care, guint *place)
{
  for (*place = 0; care != NULL && *place < care->medicines->len; ++*place)
    {
      const KeelMedicine *medicine = g_ptr_array_index (care->medicines, *place);

      if (g_strcmp0 (medicine->uuid, self->uuid) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
change_cb (KeelMedicineWindow *self)
{
  const KeelCare *care = keel_care_book_peek (keel_care_book_get (self->session));
  guint place;

  if (find (self, care, &place))
    keel_care_dialog_present (GTK_WINDOW (self), self->session, KEEL_CARE_MEDICINE,
                              g_ptr_array_index (care->medicines, place));
}

/* Whether there is something to say of @day: it is due or something was said, or it is one of the days before
 * the plan was made. */
static gboolean
is_asked (const KeelMedicine *medicine, const GArray *marks, gint64 day, gint64 today)
{
  guint weekday = 1u << keel_local_time_get_weekday (day * KEEL_MINUTES_PER_DAY);

  return day == today || keel_medicine_is_due (medicine, day) ||
         keel_medicine_find_state (marks, day) != KEEL_MEDICINE_UNSAID ||
         (day > today - DAYS_BEFORE && (medicine->days & weekday) != 0);
}

static GArray *
find_days (const KeelMedicine *medicine, const GArray *marks, gint64 today)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 day = today; day > today - LOOK_BACK && days->len < MOST_DAYS; day--)
    {
      if (is_asked (medicine, marks, day, today))
        g_array_append_val (days, day);
    }
  return days;
}

static gboolean
days_equal (const GArray *a, const GArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (g_array_index (a, gint64, i) != g_array_index (b, gint64, i))
        return FALSE;
    }
  return TRUE;
}

/* Takes @days. */
static void
make_days (KeelMedicineWindow *self, GArray *days)
{
  GtkWidget *row;

  if (self->days != NULL)
    g_array_unref (self->days);
  self->days = days;
  g_ptr_array_set_size (self->widgets, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < days->len; i++)
    {
      KeelMedicineDay *day = keel_medicine_day_new (self->session);

      row = g_object_new (KEEL_TYPE_INNER_ROW, NULL);
      gtk_widget_set_margin_start (GTK_WIDGET (day), 12);
      gtk_widget_set_margin_end (GTK_WIDGET (day), 12);
      gtk_widget_set_margin_top (GTK_WIDGET (day), 9);
      gtk_widget_set_margin_bottom (GTK_WIDGET (day), 9);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (day));
      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->widgets, day);
    }
}

static void
show_days (KeelMedicineWindow *self, const KeelMedicine *medicine, const GArray *marks, gint64 today)
{
  g_autoptr (GArray) days = find_days (medicine, marks, today);

  if (!days_equal (self->days, days))
    make_days (self, g_steal_pointer (&days));
  for (guint i = 0; i < self->days->len; i++)
    {
      gint64 day = g_array_index (self->days, gint64, i);
      g_autofree char *words = keel_sentence_day (day, today);
      /* Translators: %s is the date of today. */
      g_autofree char *title = day == today ? g_strdup_printf (_ ("Today, %s"), words)
                                            : g_steal_pointer (&words);
      GtkWidget *widget = g_ptr_array_index (self->widgets, i);

      keel_medicine_day_show (KEEL_MEDICINE_DAY (widget), medicine, day,
                              keel_medicine_find_state (marks, day), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (widget)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
}

static void
add_fact (GtkListBox *list, const char *title, const char *text)
{
  if (text != NULL)
    gtk_list_box_append (list, keel_fact_row_new (title, text, NULL));
}

static void
add_facts (KeelMedicineWindow *self, const KeelMedicine *medicine)
{
  GtkListBox *list = keel_care_label_new_list (_ ("Who helps with it"));
  g_autofree char *phone = medicine->phone != NULL ? keel_help_isolate (medicine->phone) : NULL;

  add_fact (list, _ ("Who prescribes it"), medicine->prescriber);
  add_fact (list, _ ("Clinic or pharmacy"), medicine->place);
  add_fact (list, _ ("Phone of the clinic"), phone);
  add_fact (list, _ ("What I want to tell or to ask there"), medicine->note);
  gtk_box_append (self->facts, GTK_WIDGET (list));
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_widget_get_first_child (GTK_WIDGET (list)) != NULL);
}

/* Takes @words, nullable. */
static void
add_words (KeelMedicineWindow *self, char *words, const char *style)
{
  if (words != NULL)
    gtk_box_append (self->facts, keel_care_label_new (words, style));
  g_free (words);
}

static void
show_facts (KeelMedicineWindow *self, const KeelMedicine *medicine, const GArray *marks, gint64 today)
{
  guint n = keel_medicine_count_days (medicine, marks, today);
  gboolean pressing;
  char *naloxone = keel_sentence_naloxone (medicine->naloxone, today, &pressing);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_box_remove (self->facts, child);
  gtk_box_append (self->facts, keel_care_label_new (medicine->name, "title-2"));
  add_words (self, keel_sentence_medicine_schedule (medicine), "dim-label");
  add_words (self, keel_care_label_describe_injection (medicine, today), NULL);
  if (n > 0)
    add_words (self, keel_sentence_medicine_days (n), "heading");
  add_words (self, keel_sentence_appointment (medicine->appointment, today), NULL);
  add_words (self, naloxone, pressing ? "keel-note" : NULL);
  if (medicine->locked)
    add_words (self, g_strdup (_ ("What you have at home is locked away.")), NULL);
  add_facts (self, medicine);
}

static void
refresh (KeelMedicineWindow *self)
{
  KeelCareBook *book = keel_care_book_get (self->session);
  const KeelCare *care = keel_care_book_peek (book);
  gint64 today = keel_care_book_get_today (book);
  guint place;

  if (care == NULL) /* nothing is read yet */
    return;
  if (!find (self, care, &place))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  show_facts (self, g_ptr_array_index (care->medicines, place), g_ptr_array_index (care->marks, place),
              today);
  show_days (self, g_ptr_array_index (care->medicines, place), g_ptr_array_index (care->marks, place), today);
}

static void
keel_medicine_window_finalize (GObject *object)
{
  KeelMedicineWindow *self = KEEL_MEDICINE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->days, g_array_unref);
  g_ptr_array_unref (self->widgets);
  g_free (self->uuid);
  G_OBJECT_CLASS (keel_medicine_window_parent_class)->finalize (object);
}

static void
keel_medicine_window_class_init (KeelMedicineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_medicine_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-medicine-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelMedicineWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelMedicineWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, KeelMedicineWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_medicine_window_init (KeelMedicineWindow *self)
{
  self->widgets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
}

void
keel_medicine_window_present (GtkWindow *parent, KeelSession *session, const char *uuid)
{
  KeelMedicineWindow *self = g_object_new (KEEL_TYPE_MEDICINE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->uuid = g_strdup (uuid);
  g_signal_connect_object (keel_care_book_get (session), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
  keel_pages_start (GTK_WIDGET (self->list));
}
