#include "config.h"

#include "keel-lead-list.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-text-row.h"

/* A week: further ahead a reminder is no reminder. */
#define MOST_MINUTES (7 * 24 * 60)

static const int offered[] = { 0, 10, 30, 60, 120, 1440 };

struct _KeelLeadList
{
  AdwBin parent_instance;

  GtkListBox *rows;
  KeelTextRow *own_row;
  GtkCheckButton *checks[G_N_ELEMENTS (offered)];
};

G_DEFINE_FINAL_TYPE (KeelLeadList, keel_lead_list, ADW_TYPE_BIN)

static int
compare_leads (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static GtkWidget *
make_check_row (int minutes, GtkCheckButton **check)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = keel_sentence_lead (minutes);

  *check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (*check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (*check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (*check));
  /* One stop, not two: the box, which says whether it is ticked. */
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
add_check_rows (KeelLeadList *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    gtk_list_box_insert (self->rows, make_check_row (offered[i], &self->checks[i]), (int) i);
}

static void
add_lead (GArray *leads, int minutes)
{
  for (guint i = 0; i < leads->len; i++)
    {
      if (g_array_index (leads, int, i) == minutes)
        return;
    }
  g_array_append_val (leads, minutes);
}

/* What was typed: numbers of minutes between commas or spaces. */
static gboolean
add_own (KeelLeadList *self, GArray *leads)
{
  g_auto (GStrv) words = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->own_row)), " ,;", -1);

  for (char **word = words; *word != NULL; word++)
    {
      guint64 minutes;

      if (**word == '\0')
        continue;
      if (!g_ascii_string_to_unsigned (*word, 10, 0, MOST_MINUTES, &minutes, NULL))
        return FALSE;
      add_lead (leads, (int) minutes);
    }
  return TRUE;
}

static gboolean
tick (KeelLeadList *self, int minutes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      if (offered[i] == minutes)
        {
          gtk_check_button_set_active (self->checks[i], TRUE);
          return TRUE;
        }
    }
  return FALSE;
}

static void
keel_lead_list_class_init (KeelLeadListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-lead-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelLeadList, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelLeadList, own_row);
}

static void
keel_lead_list_init (KeelLeadList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_check_rows (self);
}

void
keel_lead_list_set_leads (KeelLeadList *self, GArray *leads)
{
  g_autoptr (GString) own = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    gtk_check_button_set_active (self->checks[i], FALSE);
  for (guint i = 0; i < leads->len; i++)
    {
      int minutes = g_array_index (leads, int, i);

      if (!tick (self, minutes))
        g_string_append_printf (own, "%s%d", own->len > 0 ? ", " : "", minutes);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->own_row), own->str);
}

GArray *
keel_lead_list_dup_leads (KeelLeadList *self)
{
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      if (gtk_check_button_get_active (self->checks[i]))
        add_lead (leads, offered[i]);
    }
  if (!add_own (self, leads))
    {
      keel_text_row_show_problem (
          self->own_row, _ ("Write numbers of minutes, for example 45 or 15, 90. A week is the longest."));
      keel_text_row_mend (self->own_row);
      return NULL;
    }
  g_array_sort (leads, compare_leads);
  return g_steal_pointer (&leads);
}

GVariant *
keel_lead_list_save (KeelLeadList *self)
{
  g_autoptr (GVariantBuilder) ticked = g_variant_builder_new (G_VARIANT_TYPE ("ai"));

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      if (gtk_check_button_get_active (self->checks[i]))
        g_variant_builder_add (ticked, "i", offered[i]);
    }
  return g_variant_new ("(ais)", ticked, gtk_editable_get_text (GTK_EDITABLE (self->own_row)));
}

void
keel_lead_list_restore (KeelLeadList *self, GVariant *saved)
{
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GVariantIter) ticked = NULL;
  const char *own;
  int minutes;

  g_variant_get (saved, "(ai&s)", &ticked, &own);
  while (g_variant_iter_loop (ticked, "i", &minutes))
    g_array_append_val (leads, minutes);
  keel_lead_list_set_leads (self, leads);
  gtk_editable_set_text (GTK_EDITABLE (self->own_row), own);
}

char *
keel_lead_list_describe (GArray *leads)
{
  GString *text;

  if (leads->len == 0)
    return g_strdup (_ ("No reminders"));
  text = g_string_new (NULL);
  for (guint i = 0; i < leads->len; i++)
    {
      g_autofree char *lead = keel_sentence_lead (g_array_index (leads, int, i));

      /* Translators: between the reminders of a meeting: "10 minutes before, 1 hour before" */
      g_string_append (text, i == 0 ? "" : C_ ("list of reminders", ", "));
      g_string_append (text, lead);
    }
  return g_string_free (text, FALSE);
}
