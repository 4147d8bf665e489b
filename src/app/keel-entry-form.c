#include "config.h"

#include "keel-entry-form.h"

#include <glib/gi18n-lib.h>

#include "keel-field-long-view.h"
#include "keel-field-view.h"
#include "keel-measure.h"
#include "keel-text-label.h"

/* What is shown or not as one. */
typedef struct
{
  GtkWidget *widget;
  const KeelField *field; /* one of both */
  const KeelSection *section;
} Part;

struct _KeelEntryForm
{
  GtkBox parent_instance;

  KeelEntryDocument *document;
  GArray *parts; /* of Part */
  GtkLabel *minutes;
};

G_DEFINE_FINAL_TYPE (KeelEntryForm, keel_entry_form, GTK_TYPE_BOX)

static gboolean
has_answers (const KeelSection *section, KeelAnswers *answers)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const KeelField *field = g_ptr_array_index (section->fields, i);

      if (field->id != NULL && keel_answers_has (answers, field->id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_shown (const Part *part, KeelAnswers *answers)
{
  if (part->section != NULL)
    return keel_worksheet_is_open (part->section->when, answers) || has_answers (part->section, answers);
  return keel_worksheet_is_open (part->field->when, answers) ||
         (part->field->id != NULL && keel_answers_has (answers, part->field->id));
}

/* Of several things that are to be said aloud. */
static void
tell_minutes (KeelEntryForm *self)
{
  guint seconds = 0, n_long = 0;
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (!KEEL_IS_FIELD_LONG_VIEW (part->widget) || !part->field->minutes)
        continue;
      n_long++;
      seconds += keel_field_long_view_count_seconds (KEEL_FIELD_LONG_VIEW (part->widget));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->minutes), n_long > 1 && seconds > 0);
  time = keel_field_long_view_describe_seconds (seconds);
  /* Translators: %s is how long it takes to say what was written: "about 12 minutes to say" */
  words = g_strdup_printf (_ ("All of it: %s"), time);
  gtk_label_set_text (self->minutes, words);
}

/* What one tick asks for may be hidden between it and the next one. */
static void
join_ticks (const Part *part, gboolean follows)
{
  GtkWidget *measure = gtk_widget_get_parent (part->widget);

  if (follows)
    gtk_widget_add_css_class (measure, "keel-next-tick");
  else
    gtk_widget_remove_css_class (measure, "keel-next-tick");
}

static void
changed_cb (KeelEntryForm *self)
{
  KeelAnswers *answers = keel_entry_document_get_answers (self->document);
  gboolean after_tick = FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      gboolean shown = is_shown (part, answers);
      gboolean tick = part->field != NULL && part->field->type == KEEL_FIELD_TICK;

      gtk_widget_set_visible (part->widget, shown);
      if (tick)
        join_ticks (part, after_tick);
      after_tick = shown ? tick : after_tick;
    }
  tell_minutes (self);
}

static void
restored_cb (KeelEntryDocument *document, const char *id, KeelEntryForm *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (!KEEL_IS_FIELD_VIEW (part->widget) || (id != NULL && g_strcmp0 (part->field->id, id) != 0))
        continue;
      keel_field_view_refresh (KEEL_FIELD_VIEW (part->widget), NULL);
      if (id != NULL && !(gtk_widget_get_state_flags (part->widget) & GTK_STATE_FLAG_FOCUS_WITHIN))
        gtk_widget_grab_focus (part->widget);
    }
}

static gboolean
keel_entry_form_grab_focus (GtkWidget *widget)
{
  KeelEntryForm *self = KEEL_ENTRY_FORM (widget);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (KEEL_IS_FIELD_VIEW (part->widget) && gtk_widget_get_mapped (part->widget))
        return gtk_widget_grab_focus (part->widget);
    }
  return FALSE;
}

static void
keel_entry_form_finalize (GObject *object)
{
  KeelEntryForm *self = KEEL_ENTRY_FORM (object);

  g_clear_object (&self->document);
  g_array_unref (self->parts);
  G_OBJECT_CLASS (keel_entry_form_parent_class)->finalize (object);
}

static void
keel_entry_form_class_init (KeelEntryFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_entry_form_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_entry_form_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_entry_form_init (KeelEntryForm *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->minutes = GTK_LABEL (keel_text_label_new (NULL, "dim-label"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 30);
}

/* A pause between the fields. */
static GtkWidget *
make_info (const KeelField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "keel-note");
  if (field->label != NULL)
    gtk_box_append (GTK_BOX (box), keel_text_label_new (field->label, "heading"));
  if (field->help != NULL)
    gtk_box_append (GTK_BOX (box), keel_text_label_new (field->help, "keel-prose"));
  return box;
}

static void
add_field (KeelEntryForm *self, GtkBox *box, const KeelField *field)
{
  Part part = { .field = field };
  GtkWidget *measure;

  if (field->type == KEEL_FIELD_INFO)
    part.widget = make_info (field);
  else
    part.widget = GTK_WIDGET (keel_field_view_new (field, self->document, NULL, NULL));
  measure = field->type == KEEL_FIELD_TABLE ? keel_measure_new_growing (part.widget)
                                            : keel_measure_new (part.widget);
  gtk_box_append (box, measure);
  g_array_append_val (self->parts, part);
}

static void
add_section (KeelEntryForm *self, const KeelSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  const Part part = { .widget = box, .section = section };

  if (section->title != NULL)
    gtk_box_append (GTK_BOX (box), keel_measure_new (keel_text_label_new (section->title, "title-3")));
  if (section->help != NULL)
    gtk_box_append (GTK_BOX (box), keel_measure_new (keel_text_label_new (section->help, "keel-prose")));
  for (guint i = 0; i < section->fields->len; i++)
    add_field (self, GTK_BOX (box), g_ptr_array_index (section->fields, i));
  gtk_box_append (GTK_BOX (self), box);
  g_array_append_val (self->parts, part);
}

KeelEntryForm *
keel_entry_form_new (KeelEntryDocument *document)
{
  KeelEntryForm *self = g_object_new (KEEL_TYPE_ENTRY_FORM, NULL);
  KeelWorksheet *worksheet = keel_entry_document_get_worksheet (document);

  self->document = g_object_ref (document);
  for (guint i = 0; i < worksheet->sections->len; i++)
    add_section (self, g_ptr_array_index (worksheet->sections, i));
  gtk_box_append (GTK_BOX (self), keel_measure_new (GTK_WIDGET (self->minutes)));
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restored", G_CALLBACK (restored_cb), self, 0);
  changed_cb (self);
  return self;
}
