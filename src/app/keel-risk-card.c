#include "config.h"

#include "keel-risk-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-care-book.h"
#include "keel-care-dialog.h"
#include "keel-care-label.h"
#include "keel-risk-help.h"

#define UUID "keel-uuid"
/* So that nobody wakes up in one. */
#define DAYS_AHEAD 3

#define KEEL_RISK_CARD(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), KEEL_TYPE_RISK_CARD, KeelRiskCard))

typedef struct
{
  AdwBin parent_instance;

  GtkBox *box;
  KeelSession *session; /* nullable: nothing is shown yet */
  gint64 first;         /* of a day of the calendar; KEEL_DAY_UNSAID: from today on */
} KeelRiskCard;

typedef struct
{
  AdwBinClass parent_class;
} KeelRiskCardClass;

G_DEFINE_TYPE (KeelRiskCard, keel_risk_card, ADW_TYPE_BIN)

static void
change_cb (GtkWidget *button, KeelRiskCard *self)
{
  const KeelCare *care = keel_care_book_peek (keel_care_book_get (self->session));
  const char *uuid = g_object_get_data (G_OBJECT (button), UUID);

  for (guint i = 0; i < care->dates->len; i++)
    {
      const KeelRiskDate *date = g_ptr_array_index (care->dates, i);

      if (g_strcmp0 (date->uuid, uuid) != 0)
        continue;
      keel_care_dialog_present (GTK_WINDOW (gtk_widget_get_root (button)), self->session, KEEL_CARE_RISK_DATE,
                                date);
      return;
    }
}

static GtkWidget *
make_change_button (KeelRiskCard *self, const KeelRiskDate *date)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: %s is what the person calls a date, e.g. "payday" */
  g_autofree char *name = g_strdup_printf (_ ("Change “%s”"), date->words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), UUID, g_strdup (date->uuid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (change_cb), self, 0);
  return button;
}

/* "Today: Payday", "Tomorrow: …", "Tuesday 24 November: …". */
static char *
describe (const KeelRiskDate *date, gint64 day, gint64 today)
{
  g_autofree char *when = NULL;

  if (day == today)
    /* Translators: %s is what the person calls a date, e.g. "payday" */
    return g_strdup_printf (_ ("Today: %s"), date->words);
  if (day == today + 1)
    /* Translators: %s is what the person calls a date, e.g. "payday" */
    return g_strdup_printf (_ ("Tomorrow: %s"), date->words);
  when = keel_sentence_day (day, today);
  /* Translators: a day, and what the person calls it: "Tuesday 24 November: payday" */
  return g_strdup_printf (C_ ("date", "%1$s: %2$s"), when, date->words);
}

static void
add_date (KeelRiskCard *self, const KeelCare *care, const KeelRiskDate *date, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_hexpand (part, TRUE);
  gtk_box_append (GTK_BOX (part), keel_care_label_new (words, "heading"));
  gtk_box_append (GTK_BOX (part), keel_risk_help_new (self->session, care, date));
  gtk_box_append (GTK_BOX (line), part);
  gtk_box_append (GTK_BOX (line), make_change_button (self, date));
  gtk_box_append (self->box, line);
}

static gboolean
add_day (KeelRiskCard *self, const KeelCare *care, gint64 day, gint64 today)
{
  gboolean any = FALSE;

  for (guint i = 0; i < care->dates->len; i++)
    {
      const KeelRiskDate *date = g_ptr_array_index (care->dates, i);
      g_autofree char *words = NULL;

      if (!keel_risk_date_is_on (date, day))
        continue;
      words = self->first == KEEL_DAY_UNSAID ? describe (date, day, today) : g_strdup (date->words);
      add_date (self, care, date, words);
      any = TRUE;
    }
  return any;
}

static void
refresh (KeelRiskCard *self)
{
  KeelCareBook *book = keel_care_book_get (self->session);
  const KeelCare *care = keel_care_book_peek (book);
  gint64 today = keel_care_book_get_today (book);
  gint64 first = self->first != KEEL_DAY_UNSAID ? self->first : today;
  gint64 last = self->first != KEEL_DAY_UNSAID ? first : today + DAYS_AHEAD;
  gboolean any = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (gint64 day = first; care != NULL && day <= last; day++)
    any |= add_day (self, care, day, today);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
keel_risk_card_finalize (GObject *object)
{
  g_clear_object (&KEEL_RISK_CARD (object)->session);
  G_OBJECT_CLASS (keel_risk_card_parent_class)->finalize (object);
}

static void
keel_risk_card_class_init (KeelRiskCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_risk_card_finalize;
}

static void
keel_risk_card_init (KeelRiskCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->first = KEEL_DAY_UNSAID;
  self->box = GTK_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
set_session (KeelRiskCard *self, KeelSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (keel_care_book_get (session), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
keel_risk_card_new (KeelSession *session)
{
  KeelRiskCard *self = g_object_new (KEEL_TYPE_RISK_CARD, NULL);

  set_session (self, session);
  refresh (self);
  return GTK_WIDGET (self);
}

void
keel_risk_card_show_day (GtkWidget *card, KeelSession *session, gint64 day)
{
  KeelRiskCard *self = KEEL_RISK_CARD (card);

  if (self->session != NULL && self->first == day)
    return;
  if (self->session == NULL)
    set_session (self, session);
  self->first = day;
  refresh (self);
}
