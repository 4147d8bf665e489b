#include "config.h"

#include "keel-urge-fields.h"

#include <glib/gi18n-lib.h>

#include "content/keel-urge-sentences.h"
#include "core/keel-series.h"

#include "keel-chip-choice.h"
#include "keel-note-area.h"
#include "keel-text-row.h"

#define MOST_MINUTES 1440

typedef enum
{
  FIELD_TRIGGER,
  FIELD_WHERE,
  FIELD_WITH,
  FIELD_DID,
  FIELD_OTHER,
  FIELD_MINUTES,
  N_FIELDS
} Field;

struct _KeelUrgeFields
{
  AdwBin parent_instance;

  KeelTextRow *rows[N_FIELDS];
  KeelChipChoice *outcome;
  KeelNoteArea *note;
  KeelUrgeOutcome chosen;
  gboolean putting;
};

G_DEFINE_FINAL_TYPE (KeelUrgeFields, keel_urge_fields, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_title (Field field)
{
  switch (field)
    {
    case FIELD_TRIGGER:
      return _ ("What set it off");
    case FIELD_WHERE:
      return _ ("Where you were");
    case FIELD_WITH:
      return _ ("Who was with you");
    case FIELD_DID:
      return _ ("What you did");
    case FIELD_OTHER:
      return _ ("What else you could try");
    case FIELD_MINUTES:
    case N_FIELDS:
    default:
      return _ ("How many minutes it lasted");
    }
}

static const char *
get_outcome_name (KeelUrgeOutcome outcome)
{
  return outcome != KEEL_URGE_UNSAID ? keel_sentence_urge_outcome (outcome) : _ ("Not said");
}

static void
changed_cb (KeelUrgeFields *self)
{
  if (!self->putting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
outcome_cb (KeelUrgeFields *self, const char *id)
{
  self->chosen = (KeelUrgeOutcome) keel_word_find (keel_urge_outcome_words, id);
  changed_cb (self);
}

static void
keel_urge_fields_class_init (KeelUrgeFieldsClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_URGE_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_rows (KeelUrgeFields *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (Field field = 0; field < N_FIELDS; field++)
    {
      self->rows[field] = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);
      keel_text_row_set_title (self->rows[field], get_title (field));
      g_signal_connect_object (self->rows[field], "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->rows[field]));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("About the urge"),
                                  -1);
  return list;
}

static void
make_outcome (KeelUrgeFields *self)
{
  self->outcome = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  for (KeelUrgeOutcome outcome = KEEL_URGE_UNSAID; outcome <= KEEL_URGE_WENT; outcome++)
    keel_chip_choice_add (self->outcome, keel_urge_outcome_words[outcome], get_outcome_name (outcome));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outcome), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How it ended"), -1);
  g_signal_connect_object (self->outcome, "chosen", G_CALLBACK (outcome_cb), self, G_CONNECT_SWAPPED);
}

static void
keel_urge_fields_init (KeelUrgeFields *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("How it ended"));

  make_outcome (self);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->note = g_object_new (KEEL_TYPE_NOTE_AREA, NULL);
  keel_note_area_set_title (self->note, _ ("Note"), NULL);
  g_signal_connect_object (self->note, "written", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->outcome));
  gtk_box_append (GTK_BOX (box), make_rows (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  adw_bin_set_child (ADW_BIN (self), box);
}

KeelUrgeFields *
keel_urge_fields_new (void)
{
  return g_object_new (KEEL_TYPE_URGE_FIELDS, NULL);
}

static void
put (KeelUrgeFields *self, Field field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->rows[field]), text != NULL ? text : "");
}

void
keel_urge_fields_show (KeelUrgeFields *self, const KeelUrge *urge)
{
  g_autofree char *minutes = urge->minutes > 0 ? g_strdup_printf ("%u", urge->minutes) : NULL;

  self->putting = TRUE;
  put (self, FIELD_TRIGGER, urge->trigger);
  put (self, FIELD_WHERE, urge->where);
  put (self, FIELD_WITH, urge->with);
  put (self, FIELD_DID, urge->did);
  put (self, FIELD_OTHER, urge->other);
  put (self, FIELD_MINUTES, minutes);
  self->chosen = urge->outcome;
  keel_chip_choice_select (self->outcome, keel_urge_outcome_words[urge->outcome]);
  keel_note_area_set_text (self->note, urge->note);
  self->putting = FALSE;
}

static void
take (KeelUrgeFields *self, Field field, char **text)
{
  g_autofree char *written = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[field]))));

  g_free (*text);
  *text = *written != '\0' ? g_steal_pointer (&written) : NULL;
}

/* What is no number says nothing. */
static guint
read_minutes (KeelUrgeFields *self)
{
  g_autofree char *text = NULL;
  guint64 minutes;

  take (self, FIELD_MINUTES, &text);
  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, MOST_MINUTES, &minutes, NULL))
    return 0;
  return (guint) minutes;
}

void
keel_urge_fields_read (KeelUrgeFields *self, KeelUrge *urge)
{
  take (self, FIELD_TRIGGER, &urge->trigger);
  take (self, FIELD_WHERE, &urge->where);
  take (self, FIELD_WITH, &urge->with);
  take (self, FIELD_DID, &urge->did);
  take (self, FIELD_OTHER, &urge->other);
  urge->minutes = read_minutes (self);
  urge->outcome = self->chosen;
  g_free (urge->note);
  urge->note = keel_note_area_dup_text (self->note);
}
