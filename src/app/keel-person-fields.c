#include "config.h"

#include "keel-person-fields.h"

#include <glib/gi18n-lib.h>

#include "content/keel-person-sentences.h"
#include "core/keel-series.h"

#include "keel-chip-choice.h"
#include "keel-note-area.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"
#include "keel-typed-time.h"

struct _KeelPersonFields
{
  AdwBin parent_instance;

  GtkWidget *kinds_heading;
  KeelChipChoice *kinds;
  KeelChipChoice *rhythms;
  GtkEditable *days;
  GtkEditable *next;
  GtkEditable *remind;
  KeelNoteArea *notes;

  KeelPersonKind kind;
};

G_DEFINE_FINAL_TYPE (KeelPersonFields, keel_person_fields, ADW_TYPE_BIN)

static const guint rhythms[] = { 0, 1, 7, 14, 30 };

/* What is written about those that one sponsors is about oneself all the same. */
static void
explain_notes (KeelPersonFields *self)
{
  keel_note_area_set_title (
      self->notes, _ ("Notes about me"),
      self->kind == KEEL_PERSON_SPONSORED
          ? _ ("What this does with you, and what you want to do. What they tell you is "
               "theirs: leave it out.")
          : _ ("What you notice about yourself. What others share stays with them."));
}

static void
kind_cb (KeelPersonFields *self, const char *id)
{
  self->kind = (KeelPersonKind) keel_word_find (keel_person_kind_words, id);
  explain_notes (self);
}

static void
rhythm_cb (KeelPersonFields *self, const char *id)
{
  gtk_editable_set_text (self->days, g_str_equal (id, "0") ? "" : id);
}

/* The chip that says the same, where there is one. */
static void
days_cb (KeelPersonFields *self)
{
  const char *text = gtk_editable_get_text (self->days);
  const char *id = *text != '\0' ? text : "0";

  keel_chip_choice_select (self->rhythms, keel_chip_choice_has (self->rhythms, id) ? id : NULL);
}

static void
keel_person_fields_class_init (KeelPersonFieldsClass *klass)
{
}

static GtkWidget *
add_heading (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (box, label);
  return label;
}

static KeelChipChoice *
add_chips (GtkBox *box, const char *name)
{
  KeelChipChoice *chips = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, GTK_WIDGET (chips));
  return chips;
}

static GtkEditable *
add_row (GtkListBox *list, const char *title)
{
  KeelTextRow *row = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);

  keel_text_row_set_title (row, title);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return GTK_EDITABLE (row);
}

static void
add_rows (KeelPersonFields *self, GtkBox *box)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is agreed"),
                                  -1);
  self->days = add_row (GTK_LIST_BOX (list), _ ("Days from one contact to the next"));
  self->next = add_row (GTK_LIST_BOX (list), _ ("Day of the next contact, for example 2027-03-31"));
  self->remind = add_row (GTK_LIST_BOX (list), _ ("Remind me on that day at, for example 18:00"));
  g_signal_connect_object (self->days, "changed", G_CALLBACK (days_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, list);
}

static void
keel_person_fields_init (KeelPersonFields *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));

  self->kinds_heading = add_heading (box, _ ("Their part in my recovery"));
  self->kinds = add_chips (box, _ ("Their part in my recovery"));
  for (KeelPersonKind kind = KEEL_PERSON_SPONSOR; kind <= KEEL_PERSON_SPONSORED; kind++)
    keel_chip_choice_add (self->kinds, keel_person_kind_words[kind], keel_sentence_person_kind (kind));
  keel_chip_choice_add (self->kinds, keel_person_kind_words[KEEL_PERSON_OTHER],
                        keel_sentence_person_kind (KEEL_PERSON_OTHER));
  g_signal_connect_object (self->kinds, "chosen", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  add_heading (box, _ ("What is agreed"));
  self->rhythms = add_chips (box, _ ("How often you are in touch"));
  for (gsize i = 0; i < G_N_ELEMENTS (rhythms); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", rhythms[i]);
      g_autofree char *label = keel_sentence_contact_rhythm (rhythms[i]);

      keel_chip_choice_add (self->rhythms, id, label != NULL ? label : C_ ("rhythm", "Nothing"));
    }
  g_signal_connect_object (self->rhythms, "chosen", G_CALLBACK (rhythm_cb), self, G_CONNECT_SWAPPED);
  add_rows (self, box);
  self->notes = g_object_new (KEEL_TYPE_NOTE_AREA, NULL);
  gtk_box_append (box, GTK_WIDGET (self->notes));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  keel_chip_choice_select (self->kinds, keel_person_kind_words[KEEL_PERSON_OTHER]);
  keel_chip_choice_select (self->rhythms, "0");
  explain_notes (self);
}

void
keel_person_fields_show_day (GtkEditable *row, gint64 day)
{
  g_autofree char *text = day != KEEL_PERSON_NO_DAY ? keel_typed_day_format (day) : g_strdup ("");

  gtk_editable_set_text (row, text);
}

gboolean
keel_person_fields_read_day (GtkEditable *row, gint64 *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  *day = KEEL_PERSON_NO_DAY;
  if (*text == '\0' || keel_typed_day_parse (text, day))
    return TRUE;
  keel_text_row_show_problem (KEEL_TEXT_ROW (row),
                              _ ("Write the date as year, month and day, for example 2027-03-31."));
  keel_text_row_mend (KEEL_TEXT_ROW (row));
  return FALSE;
}

void
keel_person_fields_show (KeelPersonFields *self, const KeelPerson *person)
{
  g_autofree char *days = person->rhythm > 0 ? g_strdup_printf ("%u", person->rhythm) : g_strdup ("");

  self->kind = person->kind;
  keel_chip_choice_select (self->kinds, keel_person_kind_words[person->kind]);
  gtk_editable_set_text (self->days, days);
  days_cb (self);
  keel_person_fields_show_day (self->next, person->next);
  if (person->remind != KEEL_PERSON_NO_TIME)
    {
      g_autofree char *time = g_strdup_printf ("%02d:%02d", person->remind / 60, person->remind % 60);

      gtk_editable_set_text (self->remind, time);
    }
  keel_note_area_set_text (self->notes, person->notes);
  explain_notes (self);
}

/* Another rhythm counts from now on. */
static gboolean
read_rhythm (KeelPersonFields *self, KeelPerson *person)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->days)));
  int days = 0;

  if (*text != '\0' && !keel_typed_number_parse (text, 0, KEEL_PERSON_RHYTHM_MAX, &days))
    {
      g_autofree char *problem = g_strdup_printf (_ ("Write a number of days from 1 to %d."),
                                                  KEEL_PERSON_RHYTHM_MAX);

      keel_text_row_show_problem (KEEL_TEXT_ROW (self->days), problem);
      keel_text_row_mend (KEEL_TEXT_ROW (self->days));
      return FALSE;
    }
  if (person->rhythm != (guint) days)
    person->since = KEEL_PERSON_NO_DAY;
  person->rhythm = (guint) days;
  return TRUE;
}

static gboolean
read_remind (KeelPersonFields *self, KeelPerson *person)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->remind)));

  person->remind = KEEL_PERSON_NO_TIME;
  if (*text == '\0' || keel_typed_time_parse (text, &person->remind))
    return TRUE;
  keel_text_row_show_problem (KEEL_TEXT_ROW (self->remind), _ ("Write a time, for example 19:00 or 7pm."));
  keel_text_row_mend (KEEL_TEXT_ROW (self->remind));
  return FALSE;
}

gboolean
keel_person_fields_read (KeelPersonFields *self, KeelPerson *person)
{
  if (!read_rhythm (self, person) || !keel_person_fields_read_day (self->next, &person->next) ||
      !read_remind (self, person))
    return FALSE;
  person->kind = self->kind;
  g_free (person->notes);
  person->notes = keel_note_area_dup_text (self->notes);
  return TRUE;
}

void
keel_person_fields_suit_family (KeelPersonFields *self)
{
  const char *heading = _ ("Who they are for me");

  gtk_label_set_text (GTK_LABEL (self->kinds_heading), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}
