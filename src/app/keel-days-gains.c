#include "config.h"

#include "keel-days-gains.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "content/keel-day-sentences.h"
#include "core/keel-local-time.h"

#include "keel-days-typed.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"

#define MOST_MONEY G_GINT64_CONSTANT (1000000000)
#define CURRENCY_LENGTH 3

struct _KeelDaysGains
{
  AdwBin parent_instance;

  KeelTextRow *money;
  KeelTextRow *currency;
  KeelTextRow *minutes;
};

G_DEFINE_FINAL_TYPE (KeelDaysGains, keel_days_gains, ADW_TYPE_BIN)

static KeelTextRow *
add_row (GtkWidget *list, const char *title)
{
  KeelTextRow *row = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);

  keel_text_row_set_title (row, title);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  return row;
}

static void
keel_days_gains_class_init (KeelDaysGainsClass *klass)
{
}

static void
keel_days_gains_init (KeelDaysGains *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What I keep"),
                                  -1);
  self->money = add_row (list, _ ("Money a day (may stay empty)"));
  self->currency = add_row (list, _ ("Currency, in three letters"));
  self->minutes = add_row (list, _ ("Minutes a day (may stay empty)"));
  adw_bin_set_child (ADW_BIN (self), list);
}

static void
set_text (KeelTextRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* "EUR" where the person lives, "" where nobody said. Transfer full. */
static char *
dup_usual_currency (void)
{
  const char *usual = localeconv ()->int_curr_symbol;

  return g_strndup (usual, MIN (strlen (usual), CURRENCY_LENGTH));
}

KeelDaysGains *
keel_days_gains_new (const KeelDayCount *count)
{
  KeelDaysGains *self = g_object_new (KEEL_TYPE_DAYS_GAINS, NULL);
  g_autofree char *money = keel_days_typed_format_money (count->money,
                                                         keel_currency_get_digits (count->currency));
  g_autofree char *minutes = g_strdup_printf ("%u", count->minutes);
  g_autofree char *currency = count->currency != NULL ? g_strdup (count->currency) : dup_usual_currency ();

  set_text (self->money, count->money > 0 ? money : "");
  set_text (self->currency, currency);
  set_text (self->minutes, count->minutes > 0 ? minutes : "");
  return self;
}

static gboolean
refuse (KeelTextRow *row, const char *problem)
{
  keel_text_row_show_problem (row, problem);
  keel_text_row_mend (row);
  return FALSE;
}

/* NULL: it is not one. */
static char *
dup_currency (KeelDaysGains *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->currency))));
  g_autofree char *currency = g_ascii_strup (typed, -1);
  gsize n = 0;

  while (g_ascii_isupper (currency[n]))
    n++;
  return n == CURRENCY_LENGTH && currency[n] == '\0' ? g_steal_pointer (&currency) : NULL;
}

static gboolean
is_empty (KeelTextRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text == '\0';
}

gboolean
keel_days_gains_read (KeelDaysGains *self, KeelDayCount *count)
{
  g_autofree char *currency = dup_currency (self);
  gint64 money = 0;
  int minutes = 0;

  if (!is_empty (self->money) &&
      !keel_days_typed_money (gtk_editable_get_text (GTK_EDITABLE (self->money)),
                              keel_currency_get_digits (currency), MOST_MONEY, &money))
    return refuse (self->money, _ ("Write an amount, for example 12.50."));
  if (money > 0 && currency == NULL)
    return refuse (self->currency, _ ("Write three letters, for example EUR."));
  if (!is_empty (self->minutes) &&
      !keel_typed_number_parse (gtk_editable_get_text (GTK_EDITABLE (self->minutes)), 0, KEEL_MINUTES_PER_DAY,
                                &minutes))
    return refuse (self->minutes, _ ("Write a number of minutes, up to 1440."));
  count->money = money;
  count->minutes = (guint) minutes;
  g_free (count->currency);
  count->currency = money > 0 ? g_steal_pointer (&currency) : NULL;
  return TRUE;
}
