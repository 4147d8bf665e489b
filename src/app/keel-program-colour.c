#include "config.h"

#include "keel-program-colour.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"
#include "content/keel-sentences.h"

#include "keel-chip-choice.h"
#include "keel-entry-question.h"
#include "keel-session-programs.h"
#include "keel-undo-toast.h"

/* What is kept where nothing is: as the program has it. */
#define USUAL "usual"

/* What key tags, chips and coins are made in. */
static const struct
{
  const char *colour;
  const char *name;
} colours[] = {
  { "#FFFFFF", N_ ("White") },  { "#C0C0C0", N_ ("Silver") }, { "#808080", N_ ("Grey") },
  { "#000000", N_ ("Black") },  { "#C8102E", N_ ("Red") },    { "#F4A6C0", N_ ("Pink") },
  { "#F58220", N_ ("Orange") }, { "#FFD100", N_ ("Yellow") }, { "#D4AF37", N_ ("Gold") },
  { "#CD7F32", N_ ("Bronze") }, { "#00843D", N_ ("Green") },  { "#0057B8", N_ ("Blue") },
  { "#6A2C91", N_ ("Purple") },
};

/* A colour that is asked for, or taken back. */
typedef struct
{
  GtkWidget *widget; /* weak: the window */
  KeelSession *session;
  char *code;
  char *milestone;
  char *before; /* nullable: as usual */
  char *after;  /* the same */
  char *words;  /* what the milestone is called */
} Wish;

static void
wish_free (Wish *wish)
{
  g_clear_weak_pointer (&wish->widget);
  g_object_unref (wish->session);
  g_free (wish->code);
  g_free (wish->milestone);
  g_free (wish->before);
  g_free (wish->after);
  g_free (wish->words);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static Wish *
wish_copy (const Wish *wish)
{
  Wish *copy = g_new0 (Wish, 1);

  if (wish->widget != NULL)
    g_set_weak_pointer (&copy->widget, wish->widget);
  copy->session = g_object_ref (wish->session);
  copy->code = g_strdup (wish->code);
  copy->milestone = g_strdup (wish->milestone);
  copy->before = g_strdup (wish->before);
  copy->after = g_strdup (wish->after);
  copy->words = g_strdup (wish->words);
  return copy;
}

static const char *
name_colour (const char *colour)
{
  for (gsize i = 0; colour != NULL && i < G_N_ELEMENTS (colours); i++)
    if (g_str_equal (colours[i].colour, colour))
      return _ (colours[i].name);
  return C_ ("colour", "As usual");
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  if (wish->widget != NULL)
    keel_undo_toast_tell (wish->widget, error, NULL);
}

static void
take_back_cb (gpointer data)
{
  const Wish *wish = data;

  if (keel_session_is_open (wish->session))
    keel_session_set_milestone_colour_async (wish->session, wish->code, wish->milestone, wish->before,
                                             taken_back_cb, wish_copy (wish));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean done = keel_session_change_finish (KEEL_SESSION (source), result, &error);

  if (wish->widget == NULL)
    return;
  if (done)
    {
      GtkWidget *widget = wish->widget;

      /* Translators: %1$s is a milestone, %2$s a colour, or "As usual": "30 days: Red." */
      sentence = g_strdup_printf (C_ ("colour", "%1$s: %2$s."), wish->words, name_colour (wish->after));
      keel_undo_toast_show (widget, sentence, take_back_cb, g_steal_pointer (&wish),
                            (GDestroyNotify) wish_free);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  gtk_widget_activate_action (wish->widget, "programs.tell", "s", sentence);
}

static void
chosen_cb (KeelChipChoice *choice, const char *id, Wish *wish)
{
  g_free (wish->after);
  wish->after = g_str_equal (id, USUAL) ? NULL : g_strdup (id);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Wish *wish)
{
  if (g_str_equal (response, "go") && g_strcmp0 (wish->before, wish->after) != 0 &&
      keel_session_is_open (wish->session))
    keel_session_set_milestone_colour_async (wish->session, wish->code, wish->milestone, wish->after, done_cb,
                                             wish_copy (wish));
}

static void
wish_gone (gpointer data, GClosure *closure)
{
  wish_free (data);
}

static GtkWidget *
make_choice (Wish *wish)
{
  KeelChipChoice *choice = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  keel_chip_choice_add (choice, USUAL, C_ ("colour", "As usual"));
  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      GdkRGBA shown;

      gdk_rgba_parse (&shown, colours[i].colour);
      keel_chip_choice_add_coloured (choice, colours[i].colour, _ (colours[i].name), &shown);
    }
  keel_chip_choice_select (choice, wish->before != NULL ? wish->before : USUAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("colour", "Colour"), -1);
  g_signal_connect (choice, "chosen", G_CALLBACK (chosen_cb), wish);
  return GTK_WIDGET (choice);
}

static Wish *
wish_new (GtkWidget *widget, KeelSession *session, const KeelProgram *program, const KeelMilestone *milestone)
{
  Wish *wish = g_new0 (Wish, 1);
  const char *colour = keel_session_get_milestone_colour (session, program, milestone);

  g_set_weak_pointer (&wish->widget, GTK_WIDGET (gtk_widget_get_root (widget)));
  wish->session = g_object_ref (session);
  wish->code = g_strdup (program->code);
  wish->milestone = keel_milestone_format (milestone);
  wish->before = colour != milestone->colour ? g_strdup (colour) : NULL;
  wish->after = g_strdup (wish->before);
  wish->words = keel_sentence_milestone (milestone);
  return wish;
}

void
keel_program_colour_present (GtkWidget *widget, KeelSession *session, const KeelProgram *program,
                             const KeelMilestone *milestone)
{
  Wish *wish = wish_new (widget, session, program, milestone);
  GtkWidget *dialog = keel_entry_question_new (GTK_WINDOW (wish->widget), C_ ("colour", "Which Colour?"),
                                               wish->words, _ ("Cancel"), C_ ("colour", "Use This Colour"));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_choice (wish));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), wish, wish_gone, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
