#include "config.h"

#include "keel-program-choosing.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-session-programs.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

#define NONE "none"

/* Among the data of the session: what was asked for last, and how often it was not answered yet. */
#define WANTED "keel-wanted-programs"

typedef struct
{
  char **codes;
  guint waiting;
} Wanted;

/* A change, and how to take it back. */
typedef struct
{
  GtkWidget *widget; /* weak */
  KeelSession *session;
  char **before;
  char *deleted; /* nullable: the code of a program that was deleted, instead of @before */
  char *sentence;
} Change;

static void
wanted_free (Wanted *wanted)
{
  g_strfreev (wanted->codes);
  g_free (wanted);
}

static void
change_free (Change *change)
{
  g_clear_weak_pointer (&change->widget);
  g_object_unref (change->session);
  g_strfreev (change->before);
  g_free (change->deleted);
  g_free (change->sentence);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static Change *
change_new (GtkWidget *widget, KeelSession *session, const char *sentence)
{
  Change *change = g_new0 (Change, 1);

  /* What was pressed may be gone by then; its window is not. */
  g_set_weak_pointer (&change->widget, GTK_WIDGET (gtk_widget_get_root (widget)));
  change->session = g_object_ref (session);
  change->sentence = g_strdup (sentence);
  return change;
}

/* The codes as they will be when all that was asked for is done. */
static char **
dup_wanted (KeelSession *session)
{
  Wanted *wanted = g_object_get_data (G_OBJECT (session), WANTED);

  return wanted != NULL ? g_strdupv (wanted->codes) : keel_session_dup_program_codes (session);
}

static void
begin (KeelSession *session, char **codes)
{
  Wanted *wanted = g_object_get_data (G_OBJECT (session), WANTED);

  if (wanted == NULL)
    {
      wanted = g_new0 (Wanted, 1);
      g_object_set_data_full (G_OBJECT (session), WANTED, wanted, (GDestroyNotify) wanted_free);
    }
  g_strfreev (wanted->codes);
  wanted->codes = g_strdupv (codes);
  wanted->waiting++;
}

static void
end (KeelSession *session)
{
  Wanted *wanted = g_object_get_data (G_OBJECT (session), WANTED);

  if (--wanted->waiting == 0)
    g_object_set_data (G_OBJECT (session), WANTED, NULL);
}

static void
tell_error (GtkWidget *widget, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  if (widget != NULL && !gtk_widget_activate_action (widget, "programs.tell", "s", sentence))
    keel_say (widget, sentence);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  if (change->deleted == NULL)
    end (change->session);
  if (change->widget != NULL)
    keel_undo_toast_tell (change->widget, error, NULL);
}

/* Takes nothing: the toast has its own. */
static void
take_back_cb (gpointer data)
{
  Change *change = data;
  Change *back;

  if (!keel_session_is_open (change->session))
    return;
  back = g_new0 (Change, 1);
  if (change->widget != NULL)
    g_set_weak_pointer (&back->widget, change->widget);
  back->session = g_object_ref (change->session);
  back->deleted = g_strdup (change->deleted);
  if (back->deleted != NULL)
    {
      keel_session_delete_program_async (back->session, back->deleted, FALSE, taken_back_cb, back);
      return;
    }
  begin (back->session, change->before);
  keel_session_set_programs_async (back->session, (const char *const *) change->before, taken_back_cb, back);
}

static void
offer_back (Change *change)
{
  GtkWidget *widget = change->widget;

  if (widget != NULL)
    keel_undo_toast_show (widget, change->sentence, take_back_cb, change, (GDestroyNotify) change_free);
  else
    change_free (change);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;
  gboolean done = keel_session_change_finish (KEEL_SESSION (source), result, &error);

  if (change->deleted == NULL)
    end (change->session);
  if (done)
    offer_back (g_steal_pointer (&change));
  else
    {
      /* What was ticked goes back to what is so. */
      g_signal_emit_by_name (change->session, "programs-changed");
      tell_error (change->widget, error);
    }
}

/* Takes @codes. */
static void
set_codes (GtkWidget *widget, KeelSession *session, GPtrArray *codes, const char *sentence)
{
  Change *change = change_new (widget, session, sentence);

  change->before = dup_wanted (session);
  g_ptr_array_add (codes, NULL);
  begin (session, (char **) codes->pdata);
  keel_session_set_programs_async (session, (const char *const *) codes->pdata, done_cb, change);
  g_ptr_array_unref (codes);
}

/* Of char *, not ended by NULL; without "no program". */
static GPtrArray *
read_codes (KeelSession *session)
{
  g_auto (GStrv) wanted = dup_wanted (session);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_str_equal (wanted[i], NONE))
      g_ptr_array_add (codes, g_strdup (wanted[i]));
  return codes;
}

static gboolean
find_code (GPtrArray *codes, const char *code, guint *place)
{
  return g_ptr_array_find_with_equal_func (codes, code, g_str_equal, place);
}

static void
choose_none (GtkWidget *widget, KeelSession *session)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (codes, g_strdup (NONE));
  set_codes (widget, session, codes, _ ("You go without a program now. What you wrote stays."));
}

void
keel_program_choose (GtkWidget *widget, KeelSession *session, const KeelProgram *program, gboolean chosen)
{
  g_autoptr (GPtrArray) codes = NULL;
  g_autofree char *sentence = NULL;
  guint place;

  if (keel_program_is_none (program))
    {
      choose_none (widget, session);
      return;
    }
  codes = read_codes (session);
  if (find_code (codes, program->code, &place) == chosen)
    return;
  if (chosen)
    g_ptr_array_add (codes, g_strdup (program->code));
  else
    g_ptr_array_remove_index (codes, place);
  /* Translators: %s is the short name of a program: "AA". */
  sentence = g_strdup_printf (chosen ? _ ("%s is chosen.") : _ ("%s is removed. What you wrote stays."),
                              program->short_name);
  set_codes (widget, session, g_steal_pointer (&codes), sentence);
}

void
keel_program_move (GtkWidget *widget, KeelSession *session, const KeelProgram *program, int by)
{
  g_autoptr (GPtrArray) codes = read_codes (session);
  g_autofree char *sentence = NULL;
  guint place, wanted;

  if (!find_code (codes, program->code, &place))
    return;
  wanted = place + (guint) by; /* before the first is after the last */
  if (wanted >= codes->len)
    return;
  g_ptr_array_insert (codes, (int) wanted, g_ptr_array_steal_index (codes, place));
  /* Translators: %1$s is the name of a program that was moved: it is number %2$u of %3$u. */
  sentence = g_strdup_printf (_ ("%1$s is %2$u of %3$u."), program->short_name, wanted + 1, codes->len);
  set_codes (widget, session, g_steal_pointer (&codes), sentence);
}

void
keel_program_delete (GtkWidget *widget, KeelSession *session, const KeelProgram *program)
{
  g_autofree char *sentence = g_strdup_printf (_ ("%s is deleted. What you wrote for it stays."),
                                               program->short_name);
  Change *change = change_new (widget, session, sentence);

  change->deleted = g_strdup (program->code);
  keel_session_delete_program_async (session, change->deleted, TRUE, done_cb, change);
}

gboolean
keel_program_is_none (const KeelProgram *program)
{
  return g_str_equal (program->code, NONE);
}

gboolean
keel_program_is_none_chosen (KeelSession *session)
{
  GPtrArray *programs = keel_session_get_programs (session);

  return programs->len == 0 || keel_program_is_none (programs->pdata[0]);
}
