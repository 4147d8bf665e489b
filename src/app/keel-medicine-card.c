#include "config.h"

#include "keel-medicine-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-care-sentences.h"
#include "content/keel-sentences.h"

#include "keel-care-book.h"
#include "keel-care-label.h"
#include "keel-medicine-day.h"

#define KEEL_TYPE_MEDICINE_CARD (keel_medicine_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelMedicineCard, keel_medicine_card, KEEL, MEDICINE_CARD, AdwBin)

/* One medicine of the card: what it says is put into the same widgets again, so that the focus stays. */
typedef struct
{
  char *uuid;
  GtkWidget *box;
  KeelMedicineDay *day;
  GtkWidget *days; /* "47 days with my plan", and what else there is */
} Part;

struct _KeelMedicineCard
{
  AdwBin parent_instance;

  GtkBox *box;
  KeelSession *session;
  GPtrArray *parts;
};

G_DEFINE_FINAL_TYPE (KeelMedicineCard, keel_medicine_card, ADW_TYPE_BIN)

static void
part_free (Part *part)
{
  g_free (part->uuid);
  g_free (part);
}

static Part *
add_part (KeelMedicineCard *self, const char *uuid)
{
  Part *part = g_new0 (Part, 1);

  part->uuid = g_strdup (uuid);
  part->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  part->day = keel_medicine_day_new (self->session);
  part->days = keel_care_label_new (NULL, "dim-label");
  gtk_box_append (GTK_BOX (part->box), GTK_WIDGET (part->day));
  gtk_box_append (GTK_BOX (part->box), part->days);
  gtk_box_append (self->box, part->box);
  g_ptr_array_add (self->parts, part);
  return part;
}

static gboolean
has_same (KeelMedicineCard *self, const GPtrArray *medicines)
{
  if (self->parts->len != medicines->len)
    return FALSE;
  for (guint i = 0; i < medicines->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (g_strcmp0 (part->uuid, ((KeelMedicine *) medicines->pdata[i])->uuid) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
make_parts (KeelMedicineCard *self, const GPtrArray *medicines)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->parts, 0);
  for (guint i = 0; i < medicines->len; i++)
    add_part (self, ((KeelMedicine *) medicines->pdata[i])->uuid);
}

/* "07:30 · the small one" */
static char *
make_title (const KeelMedicine *medicine)
{
  g_autofree char *time = medicine->minute >= 0 ? keel_sentence_time (medicine->minute) : NULL;

  return time != NULL ? g_strdup_printf ("%s · %s", time, medicine->name) : g_strdup (medicine->name);
}

/* NULL: there is nothing. Transfer full. */
static char *
describe_rest (const KeelMedicine *medicine, const GArray *marks, gint64 today)
{
  guint n = keel_medicine_count_days (medicine, marks, today);
  gboolean pressing;
  g_autofree char *days = n > 0 ? keel_sentence_medicine_days (n) : NULL;
  g_autofree char *naloxone = keel_sentence_naloxone (medicine->naloxone, today, &pressing);
  g_autofree char *appointment = medicine->appointment <= today + 1
                                     ? keel_sentence_appointment (medicine->appointment, today)
                                     : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (days != NULL)
    g_ptr_array_add (lines, days);
  if (appointment != NULL)
    g_ptr_array_add (lines, appointment);
  if (pressing)
    g_ptr_array_add (lines, naloxone);
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
}

static gboolean
is_pressing (const KeelMedicine *medicine, gint64 today)
{
  gboolean naloxone;
  g_autofree char *words = keel_sentence_naloxone (medicine->naloxone, today, &naloxone);

  return naloxone || medicine->appointment == today || medicine->appointment == today + 1;
}

static gboolean
show_part (const Part *part, const KeelMedicine *medicine, const GArray *marks, gint64 today)
{
  KeelMedicineState state = keel_medicine_find_state (marks, today);
  gboolean due = keel_medicine_is_due (medicine, today) || state != KEEL_MEDICINE_UNSAID;
  gboolean shown = due || is_pressing (medicine, today);
  g_autofree char *title = make_title (medicine);
  g_autofree char *rest = describe_rest (medicine, marks, today);

  gtk_widget_set_visible (GTK_WIDGET (part->day), due);
  gtk_widget_set_visible (part->box, shown);
  keel_medicine_day_show (part->day, medicine, today, state, title);
  keel_care_label_tell (part->days, rest);
  return shown;
}

static void
refresh (KeelMedicineCard *self)
{
  KeelCareBook *book = keel_care_book_get (self->session);
  const KeelCare *care = keel_care_book_peek (book);
  gboolean any = FALSE;

  if (care == NULL)
    return;
  if (!has_same (self, care->medicines))
    make_parts (self, care->medicines);
  for (guint i = 0; i < care->medicines->len; i++)
    any |= show_part (g_ptr_array_index (self->parts, i), g_ptr_array_index (care->medicines, i),
                      g_ptr_array_index (care->marks, i), keel_care_book_get_today (book));
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
keel_medicine_card_finalize (GObject *object)
{
  KeelMedicineCard *self = KEEL_MEDICINE_CARD (object);

  g_ptr_array_unref (self->parts);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_medicine_card_parent_class)->finalize (object);
}

static void
keel_medicine_card_class_init (KeelMedicineCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_medicine_card_finalize;
}

static void
keel_medicine_card_init (KeelMedicineCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self->box = GTK_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
keel_medicine_card_new (KeelSession *session)
{
  KeelMedicineCard *self = g_object_new (KEEL_TYPE_MEDICINE_CARD, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (keel_care_book_get (session), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
