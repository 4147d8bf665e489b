#include "config.h"

#include "keel-rhythm-limit.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"

struct _KeelRhythmLimit
{
  AdwBin parent_instance;

  KeelChipChoice *ends;
  GtkWidget *until_list;
  KeelTextRow *until;
  GtkWidget *times_list;
  KeelTextRow *times;

  KeelRhythmEnd end;
  gboolean quiet; /* while it is set by the program, not by the person */
};

G_DEFINE_FINAL_TYPE (KeelRhythmLimit, keel_rhythm_limit, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const end_ids[] = { "on", "until", "times" };

static void
set_end (KeelRhythmLimit *self, KeelRhythmEnd end)
{
  self->end = end;
  keel_chip_choice_select (self->ends, end_ids[end]);
  gtk_widget_set_visible (self->until_list, end == KEEL_RHYTHM_UNTIL);
  gtk_widget_set_visible (self->times_list, end == KEEL_RHYTHM_TIMES);
}

static KeelRhythmEnd
find_end (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (end_ids); i++)
    if (g_strcmp0 (end_ids[i], id) == 0)
      return (KeelRhythmEnd) i;
  return KEEL_RHYTHM_GOES_ON;
}

static void
changed_cb (KeelRhythmLimit *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
end_chosen_cb (KeelRhythmLimit *self, const char *id)
{
  set_end (self, find_end (id));
  changed_cb (self);
}

static void
keel_rhythm_limit_class_init (KeelRhythmLimitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_RHYTHM_LIMIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-rhythm-limit.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmLimit, ends);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmLimit, until_list);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmLimit, until);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmLimit, times_list);
  gtk_widget_class_bind_template_child (widget_class, KeelRhythmLimit, times);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_chosen_cb);
}

static void
keel_rhythm_limit_init (KeelRhythmLimit *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: how long something that repeats goes on: without an end. */
  keel_chip_choice_add (self->ends, end_ids[KEEL_RHYTHM_GOES_ON], _ ("Goes on"));
  keel_chip_choice_add (self->ends, end_ids[KEEL_RHYTHM_UNTIL], _ ("Until a date"));
  keel_chip_choice_add (self->ends, end_ids[KEEL_RHYTHM_TIMES], _ ("A number of times"));
  set_end (self, KEEL_RHYTHM_GOES_ON);
  self->quiet = FALSE;
}

void
keel_rhythm_limit_show (KeelRhythmLimit *self, const KeelRhythm *rhythm)
{
  g_autofree char *until = keel_typed_day_format (rhythm->until);
  g_autofree char *times = g_strdup_printf ("%d", rhythm->times);

  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->until), rhythm->end == KEEL_RHYTHM_UNTIL ? until : "");
  gtk_editable_set_text (GTK_EDITABLE (self->times), times);
  set_end (self, rhythm->end);
  self->quiet = FALSE;
}

void
keel_rhythm_limit_read (KeelRhythmLimit *self, KeelTypedRhythm *typed)
{
  typed->rhythm.end = self->end;
  typed->until = gtk_editable_get_text (GTK_EDITABLE (self->until));
  typed->times = gtk_editable_get_text (GTK_EDITABLE (self->times));
}

void
keel_rhythm_limit_show_problems (KeelRhythmLimit *self, const KeelRhythmProblems *problems)
{
  keel_text_row_show_problem (self->until, problems->until);
  keel_text_row_show_problem (self->times, problems->times);
}

gboolean
keel_rhythm_limit_mend (KeelRhythmLimit *self, const KeelRhythmProblems *problems)
{
  if (problems->until != NULL)
    keel_text_row_mend (self->until);
  else if (problems->times != NULL)
    keel_text_row_mend (self->times);
  return problems->until != NULL || problems->times != NULL;
}

void
keel_rhythm_limit_save (KeelRhythmLimit *self, GVariantDict *saved)
{
  g_variant_dict_insert (saved, "end", "s", end_ids[self->end]);
  g_variant_dict_insert (saved, "until", "s", gtk_editable_get_text (GTK_EDITABLE (self->until)));
  g_variant_dict_insert (saved, "times", "s", gtk_editable_get_text (GTK_EDITABLE (self->times)));
}

void
keel_rhythm_limit_restore (KeelRhythmLimit *self, GVariant *saved)
{
  const char *end = NULL, *until = NULL, *times = NULL;

  self->quiet = TRUE;
  if (g_variant_lookup (saved, "until", "&s", &until))
    gtk_editable_set_text (GTK_EDITABLE (self->until), until);
  if (g_variant_lookup (saved, "times", "&s", &times))
    gtk_editable_set_text (GTK_EDITABLE (self->times), times);
  if (g_variant_lookup (saved, "end", "&s", &end))
    set_end (self, find_end (end));
  self->quiet = FALSE;
}
