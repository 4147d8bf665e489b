#include "config.h"

#include "keel-strategy-form.h"

#include <glib/gi18n-lib.h>

#include "keel-note-area.h"
#include "keel-part-list.h"
#include "keel-private-text.h"
#include "keel-tag-choice.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"

/* Characters of a text; a letter has at most four bytes. */
#define MAX_TEXT 1000

struct _KeelStrategyForm
{
  AdwBin parent_instance;

  KeelTextRow *name;
  KeelTextRow *when;
  KeelTextRow *minutes;
  KeelTextRow *source;
  KeelTagChoice *tags;
  KeelPartList *steps;
  GtkLabel *steps_problem;
  KeelNoteArea *caution;
  KeelNoteArea *about;

  KeelStrategy *strategy; /* what it began with; never NULL once it is shown */
};

G_DEFINE_FINAL_TYPE (KeelStrategyForm, keel_strategy_form, ADW_TYPE_BIN)

static const char *
get_text (KeelTextRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (KeelTextRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* NULL where there are no words. */
static char *
dup_words (KeelTextRow *row)
{
  char *words = g_strstrip (g_strdup (get_text (row)));

  if (*words == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}

static gboolean
refuse (KeelTextRow *row, const char *problem)
{
  keel_text_row_show_problem (row, problem);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

static gboolean
check_length (KeelTextRow *row, guint most)
{
  g_autofree char *problem = NULL;

  if (g_utf8_strlen (get_text (row), -1) <= most)
    return TRUE;
  problem = g_strdup_printf (ngettext ("This is too long. At most %u character fits.",
                                       "This is too long. At most %u characters fit.", most),
                             most);
  return refuse (row, problem);
}

static gboolean
check_minutes (KeelStrategyForm *self, guint *minutes)
{
  g_autofree char *text = dup_words (self->minutes);
  int number = 0;

  if (text != NULL && !keel_typed_number_parse (text, 0, KEEL_STRATEGY_MAX_MINUTES, &number))
    return refuse (self->minutes, _ ("Write how many minutes it takes as a number, or nothing."));
  *minutes = (guint) number;
  return TRUE;
}

static gboolean
refuse_steps (KeelStrategyForm *self, const char *problem)
{
  gtk_label_set_text (self->steps_problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->steps_problem), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static gboolean
check_steps (KeelStrategyForm *self, char *const *steps)
{
  g_autofree char *problem = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->steps_problem), FALSE);
  if (*steps == NULL)
    return refuse_steps (self, _ ("It needs at least one step: something you can do."));
  if (g_strv_length ((char **) steps) > KEEL_STRATEGY_MAX_STEPS)
    {
      problem = g_strdup_printf (ngettext ("At most %u step fits.", "At most %u steps fit.",
                                           KEEL_STRATEGY_MAX_STEPS),
                                 KEEL_STRATEGY_MAX_STEPS);
      return refuse_steps (self, problem);
    }
  for (guint i = 0; steps[i] != NULL; i++)
    if (g_utf8_strlen (steps[i], -1) > MAX_TEXT)
      return refuse_steps (self, _ ("A step is too long. Make two of it."));
  return TRUE;
}

/* A copy of one of Keel's is the person's own from the first word on: nobody has studied it. */
static KeelStrategy *
begin_strategy (const KeelStrategy *before)
{
  KeelStrategy *strategy;

  if (keel_strategy_is_own (before->id))
    return keel_strategy_copy (before);
  strategy = keel_strategy_new_own (NULL);
  strategy->group = before->group;
  strategy->kind = keel_pace_is_set (&before->pace) ? before->kind : KEEL_STRATEGY_STEPS;
  strategy->pace = before->pace;
  strategy->urge_from = before->urge_from;
  strategy->urge_to = before->urge_to;
  strategy->with_others = before->with_others;
  strategy->offer = before->offer;
  strategy->worksheet = g_strdup (before->worksheet);
  strategy->safety = g_strdup (before->safety);
  return strategy;
}

static void
take (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

/* A step that was only moved or mended takes the time that it took before. */
static void
take_steps (KeelStrategyForm *self, KeelStrategy *strategy, char *const *steps)
{
  g_autoptr (GArray) numbers = keel_part_list_dup_numbers (self->steps);
  const GPtrArray *before = self->strategy->steps;

  g_ptr_array_set_size (strategy->steps, 0);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      guint seconds = 0;

      if (number > 0 && number <= before->len)
        seconds = ((const KeelStrategyStep *) g_ptr_array_index (before, number - 1))->seconds;
      keel_strategy_add_step (strategy, steps[i], seconds);
    }
}

/* Cautions of Keel's that are still there word for word keep what they are about. */
static void
take_cautions (KeelStrategyForm *self, KeelStrategy *strategy)
{
  g_autofree char *text = keel_note_area_dup_text (self->caution);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", KEEL_STRATEGY_MAX_CAUTIONS);

  g_ptr_array_set_size (strategy->cautions, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      KeelCautionKind kind = KEEL_CAUTION_GENERAL;
      gboolean first = FALSE;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      for (guint j = 0; j < self->strategy->cautions->len; j++)
        {
          const KeelCaution *before = g_ptr_array_index (self->strategy->cautions, j);

          if (g_str_equal (before->text, lines[i]))
            {
              kind = before->kind;
              first = before->first;
            }
        }
      keel_strategy_add_caution (strategy, kind, lines[i], first);
    }
}

static void
keel_strategy_form_dispose (GObject *object)
{
  g_clear_pointer (&KEEL_STRATEGY_FORM (object)->strategy, keel_strategy_unref);
  G_OBJECT_CLASS (keel_strategy_form_parent_class)->dispose (object);
}

static void
keel_strategy_form_class_init (KeelStrategyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_strategy_form_dispose;

  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  g_type_ensure (KEEL_TYPE_PART_LIST);
  g_type_ensure (KEEL_TYPE_TAG_CHOICE);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-strategy-form.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, name);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, when);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, minutes);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, source);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, tags);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, steps);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, steps_problem);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, caution);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyForm, about);
}

static void
keel_strategy_form_init (KeelStrategyForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_private_text_mark (GTK_EDITABLE (self->name));
  keel_private_text_mark (GTK_EDITABLE (self->when));
  keel_private_text_mark (GTK_EDITABLE (self->source));
  keel_part_list_call_steps (self->steps);
  keel_note_area_set_title (self->caution, _ ("What to mind"), _ ("It stands before the steps."));
  keel_note_area_set_title (self->about, _ ("What it is"), NULL);
}

static void
show_steps (KeelStrategyForm *self, const KeelStrategy *strategy)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 1; i <= strategy->steps->len; i++)
    {
      g_ptr_array_add (texts, ((KeelStrategyStep *) g_ptr_array_index (strategy->steps, i - 1))->text);
      g_array_append_val (numbers, i);
    }
  /* Whoever makes a new one sees where to write. */
  if (texts->len == 0)
    {
      const guint none = 0;

      g_ptr_array_add (texts, (gpointer) "");
      g_array_append_val (numbers, none);
    }
  g_ptr_array_add (texts, NULL);
  keel_part_list_set_texts (self->steps, (const char *const *) texts->pdata, (guint *) numbers->data);
}

static void
show_cautions (KeelStrategyForm *self, const KeelStrategy *strategy)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < strategy->cautions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((KeelCaution *) g_ptr_array_index (strategy->cautions, i))->text);
  keel_note_area_set_text (self->caution, text->str);
}

void
keel_strategy_form_show (KeelStrategyForm *self, const KeelStrategy *strategy)
{
  g_autofree char *minutes = NULL;

  self->strategy = strategy != NULL ? keel_strategy_ref (strategy) : keel_strategy_new_own (NULL);
  minutes = self->strategy->minutes > 0 ? g_strdup_printf ("%u", self->strategy->minutes) : NULL;
  set_text (self->name, self->strategy->name);
  set_text (self->when, self->strategy->when);
  set_text (self->minutes, minutes);
  set_text (self->source, self->strategy->source);
  keel_tag_choice_set (self->tags, self->strategy->tags);
  keel_note_area_set_text (self->about, self->strategy->about);
  show_steps (self, self->strategy);
  show_cautions (self, self->strategy);
}

KeelStrategy *
keel_strategy_form_read (KeelStrategyForm *self)
{
  g_auto (GStrv) steps = keel_part_list_dup_texts (self->steps);
  g_autofree char *name = dup_words (self->name);
  KeelStrategy *strategy;
  guint minutes;

  if (name == NULL)
    {
      refuse (self->name, _ ("It needs a name, so that you can find it again."));
      return NULL;
    }
  if (!check_length (self->name, KEEL_STRATEGY_MAX_NAME) || !check_length (self->when, MAX_TEXT) ||
      !check_minutes (self, &minutes) || !check_steps (self, steps) || !check_length (self->source, MAX_TEXT))
    return NULL;
  strategy = begin_strategy (self->strategy);
  take (&strategy->name, g_steal_pointer (&name));
  take (&strategy->when, dup_words (self->when));
  take (&strategy->source, dup_words (self->source));
  take (&strategy->about, keel_note_area_dup_text (self->about));
  strategy->tags = keel_tag_choice_get (self->tags);
  if (minutes != strategy->minutes || strategy->most < minutes)
    strategy->most = minutes;
  strategy->minutes = minutes;
  take_steps (self, strategy, steps);
  take_cautions (self, strategy);
  return strategy;
}

static void
add_area (GVariantBuilder *form, const char *name, KeelNoteArea *area)
{
  g_autofree char *text = keel_note_area_dup_text (area);

  g_variant_builder_add (form, "{sv}", name, g_variant_new_string (text != NULL ? text : ""));
}

GVariant *
keel_strategy_form_save (KeelStrategyForm *self)
{
  g_auto (GStrv) steps = keel_part_list_dup_texts (self->steps);
  g_autoptr (GArray) numbers = keel_part_list_dup_numbers (self->steps);
  GVariantBuilder form;

  g_variant_builder_init (&form, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&form, "{sv}", "name", g_variant_new_string (get_text (self->name)));
  g_variant_builder_add (&form, "{sv}", "when", g_variant_new_string (get_text (self->when)));
  g_variant_builder_add (&form, "{sv}", "minutes", g_variant_new_string (get_text (self->minutes)));
  g_variant_builder_add (&form, "{sv}", "source", g_variant_new_string (get_text (self->source)));
  g_variant_builder_add (&form, "{sv}", "tags", g_variant_new_uint64 (keel_tag_choice_get (self->tags)));
  g_variant_builder_add (&form, "{sv}", "steps", g_variant_new_strv ((const char *const *) steps, -1));
  g_variant_builder_add (&form, "{sv}", "numbers",
                         g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, numbers->data, numbers->len,
                                                    sizeof (guint)));
  add_area (&form, "caution", self->caution);
  add_area (&form, "about", self->about);
  return g_variant_builder_end (&form);
}

static void
restore_text (KeelTextRow *row, GVariant *form, const char *name)
{
  const char *text;

  if (g_variant_lookup (form, name, "&s", &text))
    set_text (row, text);
}

static void
restore_area (KeelNoteArea *area, GVariant *form, const char *name)
{
  const char *text;

  if (g_variant_lookup (form, name, "&s", &text))
    keel_note_area_set_text (area, text);
}

static void
restore_steps (KeelStrategyForm *self, GVariant *form)
{
  g_autoptr (GVariant) numbers = g_variant_lookup_value (form, "numbers", G_VARIANT_TYPE ("au"));
  g_autofree const char **steps = NULL;
  const guint *kept = NULL;
  gsize n_kept = 0;

  if (!g_variant_lookup (form, "steps", "^a&s", &steps))
    return;
  if (numbers != NULL)
    kept = g_variant_get_fixed_array (numbers, &n_kept, sizeof (guint));
  keel_part_list_set_texts (self->steps, steps, n_kept == g_strv_length ((char **) steps) ? kept : NULL);
}

void
keel_strategy_form_restore (KeelStrategyForm *self, GVariant *form)
{
  guint64 tags;

  restore_text (self->name, form, "name");
  restore_text (self->when, form, "when");
  restore_text (self->minutes, form, "minutes");
  restore_text (self->source, form, "source");
  restore_area (self->caution, form, "caution");
  restore_area (self->about, form, "about");
  if (g_variant_lookup (form, "tags", "t", &tags))
    keel_tag_choice_set (self->tags, tags);
  restore_steps (self, form);
}

void
keel_strategy_form_mend (KeelStrategyForm *self)
{
  keel_text_row_mend (self->name);
  gtk_editable_set_position (GTK_EDITABLE (self->name), -1);
}
