#include "config.h"

#include "keel-care-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-care-sentences.h"

#include "keel-announcer.h"
#include "keel-care-book.h"
#include "keel-care-dialog.h"
#include "keel-care-label.h"
#include "keel-care-row.h"
#include "keel-aim-row.h"
#include "keel-headed-list.h"
#include "keel-inner-row.h"
#include "keel-medicine-window.h"
#include "keel-names.h"
#include "keel-risk-help.h"
#include "keel-session-programs.h"
#include "keel-session-settings.h"
#include "keel-worksheet-choice.h"

struct _KeelCareWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkBox *box;

  KeelSession *session;
  GString *shape;   /* all that is said but the ticks: while it is the same, nothing is made anew */
  GPtrArray *goals; /* of KeelAimRow */
};

G_DEFINE_FINAL_TYPE (KeelCareWindow, keel_care_window, ADW_TYPE_WINDOW)

/* What stands in another window: this one makes way for it. */
static void
open_behind (KeelCareWindow *self, const char *action, const char *target)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), action,
                              target != NULL ? "s" : NULL, target);
  gtk_window_close (GTK_WINDOW (self));
}

static gconstpointer
find_date (KeelCareWindow *self, const char *uuid)
{
  const KeelCare *care = keel_care_book_peek (keel_care_book_get (self->session));

  for (guint i = 0; i < care->dates->len; i++)
    {
      const KeelRiskDate *date = g_ptr_array_index (care->dates, i);

      if (g_strcmp0 (date->uuid, uuid) == 0)
        return date;
    }
  return NULL;
}

static void
row_cb (GtkListBox *list, GtkListBoxRow *row, KeelCareWindow *self)
{
  const char *id = keel_care_row_get_id (KEEL_CARE_ROW (row));

  switch (keel_care_row_get_leads_to (KEEL_CARE_ROW (row)))
    {
    case KEEL_CARE_TO_MEDICINE:
      keel_medicine_window_present (GTK_WINDOW (self), self->session, id);
      break;
    case KEEL_CARE_TO_NEW_MEDICINE:
      keel_care_dialog_present (GTK_WINDOW (self), self->session, KEEL_CARE_MEDICINE, NULL);
      break;
    case KEEL_CARE_TO_DATE:
      keel_care_dialog_present (GTK_WINDOW (self), self->session, KEEL_CARE_RISK_DATE, find_date (self, id));
      break;
    case KEEL_CARE_TO_NEW_AIM:
      keel_care_dialog_present (GTK_WINDOW (self), self->session, KEEL_CARE_AIM, NULL);
      break;
    case KEEL_CARE_TO_SERIES:
      open_behind (self, "win.show-series", id);
      break;
    case KEEL_CARE_TO_WORKSHEET:
      open_behind (self, "app.open-worksheet", id);
      break;
    case KEEL_CARE_TO_ENTRY:
      open_behind (self, "app.open-entry", id);
      break;
    case KEEL_CARE_TO_PLANS:
    default:
      open_behind (self, "app.plans", NULL);
      break;
    }
}

static GtkListBox *
add_list (KeelCareWindow *self, const char *heading)
{
  GtkListBox *list = keel_headed_list_append (self->box, heading, heading);

  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_cb), self, 0);
  return list;
}

/* --- Medicine --- */

static char *
describe_medicine_days (const KeelMedicine *medicine, const GArray *marks, gint64 today)
{
  guint n = keel_medicine_count_days (medicine, marks, today);

  return n > 0 ? keel_sentence_medicine_days (n) : NULL;
}

static void
add_medicines (KeelCareWindow *self, const KeelCare *care, gint64 today)
{
  GtkListBox *list = add_list (self, C_ ("my plans", "Medicine"));

  for (guint i = 0; i < care->medicines->len; i++)
    {
      const KeelMedicine *medicine = g_ptr_array_index (care->medicines, i);
      gboolean pressing;
      g_autofree char *schedule = keel_sentence_medicine_schedule (medicine);
      g_autofree char *days = describe_medicine_days (medicine, g_ptr_array_index (care->marks, i), today);
      g_autofree char *naloxone = keel_sentence_naloxone (medicine->naloxone, today, &pressing);
      g_autofree char *next = keel_care_label_describe_injection (medicine, today);
      const char *const lines[] = { medicine->name, schedule, next, days, pressing ? naloxone : NULL };

      keel_care_row_append (list, KEEL_CARE_TO_MEDICINE, medicine->uuid, lines, G_N_ELEMENTS (lines));
    }
  keel_care_row_append_new (list, KEEL_CARE_TO_NEW_MEDICINE, NULL, _ ("Add a Medicine Plan…"));
}

/* --- High-risk dates --- */

/* What comes first stands first, and what is over last. */
static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 today = *(const gint64 *) data;
  gint64 first = keel_risk_date_find_next (*(const KeelRiskDate *const *) a, today);
  gint64 second = keel_risk_date_find_next (*(const KeelRiskDate *const *) b, today);

  if (first == second)
    return 0;
  if (first == KEEL_DAY_UNSAID || second == KEEL_DAY_UNSAID)
    return first == KEEL_DAY_UNSAID ? 1 : -1;
  return first < second ? -1 : 1;
}

static void
add_dates (KeelCareWindow *self, const KeelCare *care, gint64 today)
{
  gboolean families = keel_session_is_for_family_alone (self->session);
  GtkListBox *list = add_list (self,
                               families ? C_ ("my plans", "Hard dates") : C_ ("my plans", "High-risk dates"));
  g_autoptr (GPtrArray) dates = g_ptr_array_new ();

  g_ptr_array_extend (dates, care->dates, NULL, NULL);
  g_ptr_array_sort_with_data (dates, compare_dates, &today);
  for (guint i = 0; i < dates->len; i++)
    {
      const KeelRiskDate *date = g_ptr_array_index (dates, i);
      g_autofree char *day = keel_sentence_risk_date (date, today);
      g_autofree char *help = keel_risk_help_describe (self->session, care, date);
      const char *const lines[] = { date->words, day, help };

      keel_care_row_append (list, KEEL_CARE_TO_DATE, date->uuid, lines, G_N_ELEMENTS (lines));
    }
  keel_care_row_append_new (list, KEEL_CARE_TO_DATE, NULL,
                            families ? _ ("Add a Hard Date…") : _ ("Add a High-risk Date…"));
}

/* --- Goals --- */

static void
add_goal (KeelCareWindow *self, GtkListBox *list, const KeelAim *goal)
{
  GtkWidget *row = g_object_new (KEEL_TYPE_INNER_ROW, NULL);
  KeelAimRow *line = keel_aim_row_new (self->session, TRUE);

  gtk_widget_set_margin_start (GTK_WIDGET (line), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (line), 6);
  gtk_widget_set_margin_top (GTK_WIDGET (line), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (line), 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (line));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, goal->words, -1);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->goals, line);
}

/* A commitment at a meeting that one follows belongs to service, too. */
static void
add_services (KeelCareWindow *self, GtkListBox **list, const char *heading)
{
  GPtrArray *series = keel_session_get_series (self->session);

  for (guint i = 0; i < series->len; i++)
    {
      const KeelSeries *one = g_ptr_array_index (series, i);
      const char *const lines[] = { one->service, one->meeting->name };

      if (one->service == NULL)
        continue;
      if (*list == NULL)
        *list = add_list (self, heading);
      keel_care_row_append (*list, KEEL_CARE_TO_SERIES, one->uuid, lines, G_N_ELEMENTS (lines));
    }
}

static void
add_area (KeelCareWindow *self, const KeelCare *care, KeelAimArea area)
{
  /* Translators: %s is one of Health, Home, Purpose, Community, Service */
  g_autofree char *heading = g_strdup_printf (_ ("Goals: %s"), keel_sentence_aim_area (area));
  GtkListBox *list = NULL;

  for (guint i = 0; i < care->goals->len; i++)
    {
      const KeelAim *goal = g_ptr_array_index (care->goals, i);

      if (goal->area != area)
        continue;
      if (list == NULL)
        list = add_list (self, heading);
      add_goal (self, list, goal);
    }
  if (area == KEEL_AIM_SERVICE)
    add_services (self, &list, heading);
}

static void
add_goals (KeelCareWindow *self, const KeelCare *care)
{
  GtkListBox *list;

  for (KeelAimArea area = 0; area <= KEEL_AIM_SERVICE; area++)
    add_area (self, care, area);
  list = add_list (self, self->goals->len > 0 ? C_ ("my plans", "Another goal") : C_ ("my plans", "Goals"));
  keel_care_row_append_new (list, KEEL_CARE_TO_NEW_AIM, NULL, _ ("Add a Goal…"));
}

/* --- Worksheets --- */

static KeelPageGroups
get_pages (KeelCareWindow *self)
{
  return keel_worksheet_choice_get_pages (keel_session_get_page_groups (self->session),
                                          keel_session_get_programs (self->session));
}

/* For risky times, warning signs, recovery, safety; or for taking care of oneself, limits, safety. */
static void
add_written (KeelCareWindow *self)
{
  static const char *const of_members[] = { "w28", "w29", "w22", "w31" };
  static const char *const of_families[] = { "w42", "w37", "w31" };
  gboolean families = keel_session_is_for_family_alone (self->session);
  const char *const *ids = families ? of_families : of_members;
  gsize n = families ? G_N_ELEMENTS (of_families) : G_N_ELEMENTS (of_members);
  GtkListBox *list = add_list (self, C_ ("my plans", "Written plans"));
  const char *const plans[] = { _ ("If-then plans"), _ ("What you do when it gets hard") };
  KeelPageGroups pages = get_pages (self);

  for (gsize i = 0; i < n; i++)
    {
      const KeelWorksheet *worksheet = keel_content_find_worksheet (keel_session_get_content (self->session),
                                                                    ids[i]);
      const char *const lines[] = { worksheet != NULL ? worksheet->name : NULL,
                                    worksheet != NULL ? worksheet->about : NULL };

      if (worksheet != NULL && keel_worksheet_choice_suits (worksheet, pages))
        keel_care_row_append (list, KEEL_CARE_TO_WORKSHEET, worksheet->id, lines, G_N_ELEMENTS (lines));
    }
  keel_care_row_append (list, KEEL_CARE_TO_PLANS, NULL, plans, G_N_ELEMENTS (plans));
}

static void
add_cases (KeelCareWindow *self, const KeelCare *care)
{
  GtkListBox *list = add_list (self, C_ ("my plans", "Things to sort out"));

  for (guint i = 0; i < care->cases->len; i++)
    {
      const KeelCareCase *one = g_ptr_array_index (care->cases, i);
      const char *const lines[] = { one->title, one->status };

      keel_care_row_append (list, KEEL_CARE_TO_ENTRY, one->uuid, lines, G_N_ELEMENTS (lines));
    }
  keel_care_row_append_new (list, KEEL_CARE_TO_WORKSHEET, "w54", _ ("Write Down Something to Sort Out…"));
}

/* --- All --- */

static void
make_all (KeelCareWindow *self, const KeelCare *care, gint64 today)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->goals, 0);
  if (!keel_session_is_for_family_alone (self->session))
    add_medicines (self, care, today);
  add_dates (self, care, today);
  add_goals (self, care);
  add_written (self);
  add_cases (self, care);
}

/* In the order in which they stand there. */
static void
show_ticks (KeelCareWindow *self, const KeelCare *care, gint64 today)
{
  guint n = 0;

  for (KeelAimArea area = 0; area <= KEEL_AIM_SERVICE; area++)
    for (guint i = 0; i < care->goals->len; i++)
      {
        const KeelAim *goal = g_ptr_array_index (care->goals, i);

        if (goal->area == area)
          keel_aim_row_show (g_ptr_array_index (self->goals, n++), goal, g_ptr_array_index (care->ticks, i),
                             today);
      }
}

static void
append (GString *shape, const char *words)
{
  g_string_append_printf (shape, "%s\n", words != NULL ? words : "");
}

static GString *
describe_shape (KeelCareWindow *self, const KeelCare *care, gint64 today)
{
  GString *shape = g_string_new (NULL);

  g_string_append_printf (shape, "%" G_GINT64_FORMAT "\n", today);
  for (guint i = 0; i < care->medicines->len; i++)
    {
      const KeelMedicine *medicine = g_ptr_array_index (care->medicines, i);
      g_autofree char *schedule = keel_sentence_medicine_schedule (medicine);

      append (shape, medicine->name);
      append (shape, schedule);
      g_string_append_printf (shape, "%" G_GINT64_FORMAT " %u\n", medicine->naloxone,
                              keel_medicine_count_days (medicine, g_ptr_array_index (care->marks, i), today));
    }
  for (guint i = 0; i < care->dates->len; i++)
    {
      const KeelRiskDate *date = g_ptr_array_index (care->dates, i);
      g_autofree char *help = keel_risk_help_describe (self->session, care, date);

      append (shape, date->words);
      append (shape, help);
      g_string_append_printf (shape, "%" G_GINT64_FORMAT " %d\n", date->day, date->yearly);
    }
  for (guint i = 0; i < care->goals->len; i++)
    {
      const KeelAim *goal = g_ptr_array_index (care->goals, i);

      append (shape, goal->uuid);
      append (shape, goal->words);
      append (shape, keel_aim_area_words[goal->area]);
    }
  for (guint i = 0; i < care->cases->len; i++)
    {
      const KeelCareCase *one = g_ptr_array_index (care->cases, i);

      append (shape, one->title);
      append (shape, one->status);
    }
  return shape;
}

static void
refresh (KeelCareWindow *self)
{
  KeelCareBook *book = keel_care_book_get (self->session);
  const KeelCare *care = keel_care_book_peek (book);
  gint64 today = keel_care_book_get_today (book);
  GString *shape;

  if (care == NULL)
    return;
  shape = describe_shape (self, care, today);
  if (self->shape == NULL || !g_string_equal (self->shape, shape))
    make_all (self, care, today);
  show_ticks (self, care, today);
  if (self->shape != NULL)
    g_string_free (self->shape, TRUE);
  self->shape = shape;
}

/* The same things, in other words. */
static void
pages_cb (KeelCareWindow *self)
{
  if (self->shape != NULL)
    g_string_truncate (self->shape, 0);
  refresh (self);
}

static void
keel_care_window_finalize (GObject *object)
{
  KeelCareWindow *self = KEEL_CARE_WINDOW (object);

  g_clear_object (&self->session);
  g_ptr_array_unref (self->goals);
  if (self->shape != NULL)
    g_string_free (self->shape, TRUE);
  G_OBJECT_CLASS (keel_care_window_parent_class)->finalize (object);
}

static void
keel_care_window_class_init (KeelCareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_care_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-care-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelCareWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelCareWindow, box);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_care_window_init (KeelCareWindow *self)
{
  self->goals = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
}

void
keel_care_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelCareWindow *self = g_object_new (KEEL_TYPE_CARE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (keel_care_book_get (session), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (pages_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
