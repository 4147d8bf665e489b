#include "config.h"

#include "keel-days-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "core/keel-series.h"

#include "keel-announcer.h"
#include "keel-chip-choice.h"
#include "keel-days-gains.h"
#include "keel-days-marks-dialog.h"
#include "keel-days-start.h"
#include "keel-row-undo.h"
#include "keel-pages.h"
#include "keel-program-choosing.h"
#include "keel-session-programs.h"
#include "keel-session-settings.h"

struct _KeelDaysDialog
{
  AdwWindow parent_instance;

  AdwBin *start_bin;
  KeelChipChoice *modes;
  KeelChipChoice *firsts;
  KeelChipChoice *schemes;
  GtkWidget *path_heading;
  KeelChipChoice *paths;
  GtkWidget *gains_heading;
  AdwBin *gains_bin;
  GtkButton *rest;
  GtkWidget *remove;

  KeelDaysStart *start;
  KeelDaysGains *gains;
  KeelSession *session;
  KeelDayCount *count; /* as it stands in the choices; what is typed as it was */
  gint64 today;
};

G_DEFINE_FINAL_TYPE (KeelDaysDialog, keel_days_dialog, ADW_TYPE_WINDOW)

/* In the place of a program's code. */
#define OWN_SCHEME "own"

/* What is said stands in the window behind it. */
static GtkWidget *
get_parent (KeelDaysDialog *self)
{
  return GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static gboolean
is_membership (KeelDaysDialog *self)
{
  return self->count->path == KEEL_DAY_PATH_MEMBERSHIP;
}

/* Goals beside abstinence are not for programs that have none; and time in a group has no goal. */
static void
show_paths (KeelDaysDialog *self)
{
  KeelContent *content = keel_session_get_content (self->session);
  const char *code = self->count->scheme;
  const KeelProgram *program = code != NULL ? keel_content_find_program (content, code) : NULL;
  gboolean open = program == NULL || program->goal != KEEL_GOAL_ABSTINENCE || is_membership (self);

  if (keel_session_is_for_family_alone (self->session))
    open = FALSE;
  keel_days_start_set_membership (self->start, is_membership (self));
  gtk_widget_set_visible (self->gains_heading, !is_membership (self));
  gtk_widget_set_visible (GTK_WIDGET (self->gains_bin), !is_membership (self));
  gtk_widget_set_visible (self->path_heading, open);
  gtk_widget_set_visible (GTK_WIDGET (self->paths), open);
}

static void
mode_chosen_cb (KeelDaysDialog *self, const char *id)
{
  self->count->mode = keel_word_find (keel_day_mode_words, id);
}

static void
first_chosen_cb (KeelDaysDialog *self, const char *id)
{
  self->count->day_one = g_str_equal (id, "1");
}

static void
scheme_chosen_cb (KeelDaysDialog *self, const char *id)
{
  g_free (self->count->scheme);
  self->count->scheme = g_str_equal (id, OWN_SCHEME) ? NULL : g_strdup (id);
  show_paths (self);
}

static void
path_chosen_cb (KeelDaysDialog *self, const char *id)
{
  self->count->path = keel_word_find (keel_day_path_words, id);
  show_paths (self);
}

/* NULL: something cannot be read, and that is told. */
static KeelDayCount *
read_count (KeelDaysDialog *self)
{
  g_autoptr (KeelDayCount) wanted = keel_day_count_copy (self->count);

  if (!keel_days_start_read (self->start, wanted) ||
      (!is_membership (self) && !keel_days_gains_read (self->gains, wanted)))
    return NULL;
  if (wanted->stopped != KEEL_DAY_NONE && wanted->stopped < wanted->start)
    wanted->stopped = KEEL_DAY_NONE;
  return g_steal_pointer (&wanted);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelDaysDialog *self = KEEL_DAYS_DIALOG (widget);
  g_autoptr (KeelDayCount) wanted = read_count (self);

  if (wanted == NULL)
    return;
  keel_row_undo_save (get_parent (self), self->session, &keel_count_rows, wanted, NULL,
                      wanted->uuid != NULL ? _ ("Your start date is changed.")
                                           : _ ("Your start date is kept."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
rest_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelDaysDialog *self = KEEL_DAYS_DIALOG (widget);
  g_autoptr (KeelDayCount) wanted = read_count (self);
  gboolean rests;

  if (wanted == NULL)
    return;
  rests = wanted->stopped != KEEL_DAY_NONE;
  wanted->stopped = rests ? KEEL_DAY_NONE : MAX (self->today, wanted->start);
  keel_row_undo_save (get_parent (self), self->session, &keel_count_rows, wanted, NULL,
                      rests ? _ ("It goes on, from the same start date.")
                            : _ ("It rests. What was counted stays."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelDaysDialog *self = KEEL_DAYS_DIALOG (widget);

  keel_row_undo_delete (get_parent (self), self->session, &keel_count_rows, self->count->uuid,
                        _ ("This start date is gone. What was reached stays."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
marks_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelDaysDialog *self = KEEL_DAYS_DIALOG (widget);

  keel_days_marks_dialog_present (GTK_WINDOW (self), self->session, self->count->scheme);
}

static void
keel_days_dialog_dispose (GObject *object)
{
  KeelDaysDialog *self = KEEL_DAYS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->count, keel_day_count_free);
  G_OBJECT_CLASS (keel_days_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, start_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, modes);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, firsts);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, schemes);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, path_heading);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, paths);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, gains_heading);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, gains_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, rest);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, mode_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scheme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, path_chosen_cb);
}

static void
keel_days_dialog_class_init (KeelDaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_days_dialog_dispose;
  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-days-dialog.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.rest", NULL, rest_cb);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "dialog.marks", NULL, marks_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_days_dialog_init (KeelDaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

/* Those of programs for families alone, where the others have no pages. */
static void
add_scheme (KeelDaysDialog *self, const KeelProgram *program)
{
  if (!program->family && keel_session_is_for_family_alone (self->session))
    return;
  if (!keel_chip_choice_has (self->schemes, program->code))
    keel_chip_choice_add (self->schemes, program->code, program->short_name);
}

/* What the person chose, what gives tokens, and what the count has by now. */
static void
add_schemes (KeelDaysDialog *self)
{
  KeelContent *content = keel_session_get_content (self->session);
  GPtrArray *chosen = keel_session_get_programs (self->session);
  const char *code = self->count->scheme;
  const KeelProgram *now = code != NULL ? keel_content_find_program (content, code) : NULL;

  keel_chip_choice_add (self->schemes, OWN_SCHEME, C_ ("milestones", "A general set"));
  for (guint i = 0; i < chosen->len; i++)
    if (!keel_program_is_none (chosen->pdata[i]))
      add_scheme (self, chosen->pdata[i]);
  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    if (keel_content_get_program (content, i)->marks->len > 0)
      add_scheme (self, keel_content_get_program (content, i));
  if (now != NULL)
    add_scheme (self, now);
  keel_chip_choice_select (self->schemes, now != NULL ? code : OWN_SCHEME);
}

/* Without a lapse there is one way to count. */
static void
add_modes (KeelDaysDialog *self)
{
  if (keel_session_is_for_family_alone (self->session))
    keel_chip_choice_add (self->modes,
                          keel_day_mode_words[self->count->mode != KEEL_DAY_MODE_NONE ? self->count->mode
                                                                                      : KEEL_DAY_MODE_STREAK],
                          C_ ("how days are counted", "Days since my start"));
  for (int i = KEEL_DAY_MODE_STREAK;
       keel_day_mode_words[i] != NULL && !keel_session_is_for_family_alone (self->session); i++)
    keel_chip_choice_add (self->modes, keel_day_mode_words[i], keel_sentence_day_mode ((KeelDayMode) i));
  keel_chip_choice_add (self->modes, keel_day_mode_words[KEEL_DAY_MODE_NONE],
                        keel_sentence_day_mode (KEEL_DAY_MODE_NONE));
  keel_chip_choice_select (self->modes, keel_day_mode_words[self->count->mode]);
}

static void
add_paths (KeelDaysDialog *self)
{
  gboolean families = (keel_session_get_page_groups (self->session) & KEEL_PAGES_FAMILY) != 0;

  for (int i = 0; keel_day_path_words[i] != NULL; i++)
    if (i != KEEL_DAY_PATH_MEMBERSHIP || families)
      keel_chip_choice_add (self->paths, keel_day_path_words[i], keel_sentence_day_path ((KeelDayPath) i));
  keel_chip_choice_select (self->paths, keel_day_path_words[self->count->path]);
}

static void
show (KeelDaysDialog *self)
{
  add_modes (self);
  keel_chip_choice_add (self->firsts, "0", _ ("Day 0"));
  keel_chip_choice_add (self->firsts, "1", _ ("Day 1"));
  keel_chip_choice_select (self->firsts, self->count->day_one ? "1" : "0");
  add_paths (self);
  add_schemes (self);
  show_paths (self);
  gtk_button_set_label (self->rest,
                        self->count->stopped != KEEL_DAY_NONE ? _ ("Let It Go On") : _ ("Let It Rest"));
  gtk_widget_set_visible (GTK_WIDGET (self->rest), self->count->uuid != NULL);
  gtk_widget_set_visible (self->remove, self->count->uuid != NULL);
}

void
keel_days_dialog_present (GtkWindow *parent, KeelSession *session, const KeelDayCount *count, gint64 today)
{
  KeelDaysDialog *self = g_object_new (KEEL_TYPE_DAYS_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->count = count != NULL ? keel_day_count_copy (count) : keel_day_count_new (today);
  self->today = today;
  if (count == NULL && keel_session_is_for_family_alone (session))
    self->count->path = KEEL_DAY_PATH_MEMBERSHIP;
  self->start = keel_days_start_new (self->count, today);
  self->gains = keel_days_gains_new (self->count);
  adw_bin_set_child (self->start_bin, GTK_WIDGET (self->start));
  adw_bin_set_child (self->gains_bin, GTK_WIDGET (self->gains));
  show (self);
  if (keel_session_is_for_family_alone (session))
    gtk_window_set_title (GTK_WINDOW (self), _ ("My Start"));
  keel_pages_start (GTK_WIDGET (self->start));
  gtk_window_present (GTK_WINDOW (self));
}
