#include "config.h"

#include "keel-urge-offers.h"

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"
#include "content/keel-urge-sentences.h"

struct _KeelUrgeOffers
{
  AdwBin parent_instance;

  GtkBox *box;
  guint n;
};

G_DEFINE_FINAL_TYPE (KeelUrgeOffers, keel_urge_offers, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_SAFE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a button says. */
typedef struct
{
  char *name;
  char *more; /* nullable */
  char *why;  /* nullable */
} Words;

static void
words_clear (Words *words)
{
  g_free (words->name);
  g_free (words->more);
  g_free (words->why);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static void
describe_card (Words *words, const KeelOffer *offer, KeelSession *session)
{
  const KeelStrategy *strategy = keel_content_find_strategy (keel_session_get_content (session), offer->id);

  if (strategy == NULL)
    return;
  words->name = g_strdup (strategy->name);
  words->more = keel_sentence_strategy_minutes (strategy);
}

static void
describe (Words *words, const KeelOffer *offer, KeelSession *session, GPtrArray *people)
{
  const KeelPerson *person;
  KeelSeries *series;

  words->why = keel_sentence_offer_reason (offer);
  switch (offer->kind)
    {
    case KEEL_OFFER_PERSON:
      person = keel_urge_offers_find_person (people, offer->id);
      /* Translators: %s is a first name */
      words->name = person != NULL ? g_strdup_printf (_ ("Call %s"), person->name)
                                   : g_strdup (_ ("Call someone"));
      words->more = person != NULL ? g_strdup (person->role) : NULL;
      break;
    case KEEL_OFFER_MEETING:
      series = keel_session_find_series (session, offer->id);
      words->name = g_strdup (series != NULL ? series->meeting->name : _ ("A meeting"));
      words->more = g_strdup (_ ("It begins within the hour."));
      break;
    case KEEL_OFFER_LINES:
      words->name = g_strdup (_ ("Call a help line"));
      break;
    case KEEL_OFFER_STRATEGY:
    default:
      describe_card (words, offer, session);
      break;
    }
}

static void
clicked_cb (GtkButton *button, KeelUrgeOffers *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "keel-place")));
}

static void
safe_cb (KeelUrgeOffers *self)
{
  g_signal_emit (self, signals[SIGNAL_SAFE], 0);
}

static void
keel_urge_offers_class_init (KeelUrgeOffersClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_URGE_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_SAFE] = g_signal_new ("safe", KEEL_TYPE_URGE_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
keel_urge_offers_init (KeelUrgeOffers *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static GtkWidget *
make_line (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static GtkWidget *
make_number (guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "keel-numbers");
  gtk_widget_add_css_class (label, "title-2");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static GtkWidget *
make_button (KeelUrgeOffers *self, const Words *words, guint place)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = g_strjoin (". ", words->name, words->more != NULL ? words->more : words->why,
                                     words->more != NULL ? words->why : NULL, NULL);

  gtk_box_append (GTK_BOX (lines), make_line (words->name, "title-4"));
  if (words->more != NULL)
    gtk_box_append (GTK_BOX (lines), make_line (words->more, NULL));
  if (words->why != NULL)
    gtk_box_append (GTK_BOX (lines), make_line (words->why, "dim-label"));
  gtk_box_append (GTK_BOX (row), make_number (place + 1));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "keel-card");
  g_object_set_data (G_OBJECT (button), "keel-place", GUINT_TO_POINTER (place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_safe (KeelUrgeOffers *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Am I safe?"));

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (safe_cb), self, G_CONNECT_SWAPPED);
  return button;
}

KeelUrgeOffers *
keel_urge_offers_new (void)
{
  return g_object_new (KEEL_TYPE_URGE_OFFERS, NULL);
}

static void
clear (KeelUrgeOffers *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  self->n = 0;
}

void
keel_urge_offers_show (KeelUrgeOffers *self, KeelSession *session, GPtrArray *offers, GPtrArray *people,
                       int strength)
{
  clear (self);
  for (guint i = 0; i < offers->len; i++)
    {
      g_auto (Words) words = { 0 };

      describe (&words, g_ptr_array_index (offers, i), session, people);
      if (words.name == NULL) /* its card is gone by now */
        continue;
      gtk_box_append (self->box, make_button (self, &words, i));
      if (i == 0 && strength >= KEEL_OFFERS_STRONG)
        gtk_box_append (self->box, make_safe (self));
    }
  self->n = offers->len;
  if (strength < KEEL_OFFERS_STRONG || offers->len == 0)
    gtk_box_append (self->box, make_safe (self));
}

gboolean
keel_urge_offers_choose (KeelUrgeOffers *self, guint place)
{
  if (place >= self->n)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, place);
  return TRUE;
}

const KeelPerson *
keel_urge_offers_find_person (GPtrArray *people, const char *uuid)
{
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const KeelPerson *person = g_ptr_array_index (people, i);

      if (g_strcmp0 (person->uuid, uuid) == 0)
        return person;
    }
  return NULL;
}
