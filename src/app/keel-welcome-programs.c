#include "config.h"

#include "keel-welcome-programs.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-headed-list.h"
#include "keel-program-choosing.h"
#include "keel-program-row.h"
#include "keel-program-window.h"
#include "keel-session-programs.h"
#include "keel-session-settings.h"
#include "keel-window.h"

struct _KeelWelcomePrograms
{
  KeelWelcomePage parent_instance;

  GtkBox *box;
  GPtrArray *checks; /* of GtkCheckButton */
};

#define KEEL_TYPE_WELCOME_PROGRAMS (keel_welcome_programs_get_type ())
G_DECLARE_FINAL_TYPE (KeelWelcomePrograms, keel_welcome_programs, KEEL, WELCOME_PROGRAMS, KeelWelcomePage)
G_DEFINE_FINAL_TYPE (KeelWelcomePrograms, keel_welcome_programs, KEEL_TYPE_WELCOME_PAGE)

static KeelSession *
get_session (KeelWelcomePrograms *self)
{
  return keel_welcome_page_get_session (KEEL_WELCOME_PAGE (self));
}

static const KeelProgram *
get_program (gpointer check)
{
  GtkWidget *row = gtk_widget_get_ancestor (check, KEEL_TYPE_PROGRAM_ROW);

  return keel_program_row_get_program (KEEL_PROGRAM_ROW (row));
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    return;
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (window), sentence);
}

/* Those that were chosen before keep their order. */
static GPtrArray *
read_codes (KeelWelcomePrograms *self, gboolean *differs)
{
  g_auto (GStrv) before = keel_session_dup_program_codes (get_session (self));
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (codes, g_strdup (before[i]));
  for (guint i = 0; i < self->checks->len; i++)
    {
      const char *code = get_program (self->checks->pdata[i])->code;
      gboolean ticked = gtk_check_button_get_active (self->checks->pdata[i]);
      guint place;
      gboolean chosen = g_ptr_array_find_with_equal_func (codes, code, g_str_equal, &place);

      *differs |= ticked != chosen;
      if (ticked && !chosen)
        g_ptr_array_add (codes, g_strdup (code));
      else if (!ticked && chosen)
        g_ptr_array_remove_index (codes, place);
    }
  g_ptr_array_add (codes, NULL);
  return codes;
}

static gboolean
keel_welcome_programs_accept (KeelWelcomePage *page, GError **error)
{
  KeelWelcomePrograms *self = KEEL_WELCOME_PROGRAMS (page);
  gboolean differs = FALSE;
  g_autoptr (GPtrArray) codes = read_codes (self, &differs);

  if (differs)
    keel_session_set_programs_async (get_session (self), (const char *const *) codes->pdata, set_cb,
                                     g_object_ref (gtk_widget_get_root (GTK_WIDGET (self))));
  return TRUE;
}

static void
row_activated_cb (KeelWelcomePrograms *self, GtkListBoxRow *row)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = self->checks->pdata[i];

      if (gtk_widget_is_ancestor (GTK_WIDGET (check), GTK_WIDGET (row)))
        gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
    }
}

static void
find_cb (KeelWelcomePrograms *self)
{
  keel_program_window_present_find (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), get_session (self));
}

static void
add_program (KeelWelcomePrograms *self, GtkListBox *rows, const KeelProgram *program)
{
  GtkWidget *row = keel_program_row_new (program);
  g_autofree char *name = g_strdup_printf (_ ("Choose %s"), program->name);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               keel_session_has_program (get_session (self), program->code));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_focusable (row, FALSE);
  keel_line_row_add_after (KEEL_LINE_ROW (row), check);
  g_ptr_array_add (self->checks, check);
  gtk_list_box_append (rows, row);
}

/* @for_family: those made for families come by themselves, before the others of such a profile. */
static void
add_group (KeelWelcomePrograms *self, const char *heading, gboolean member, gboolean family)
{
  KeelContent *content = keel_session_get_content (get_session (self));
  GtkListBox *rows = NULL;

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      if (program->member != member || program->family != family || program->gone ||
          keel_program_is_none (program))
        continue;
      if (rows == NULL)
        {
          rows = keel_headed_list_append (self->box, heading, heading);
          g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self,
                                   G_CONNECT_SWAPPED);
        }
      add_program (self, rows, program);
    }
}

static void
fill (KeelWelcomePrograms *self)
{
  KeelPageGroups pages = keel_session_get_page_groups (get_session (self));
  GtkWidget *child;

  g_ptr_array_set_size (self->checks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if ((pages & KEEL_PAGES_MEMBER) != 0)
    add_group (self, C_ ("programs", "For yourself"), TRUE, FALSE);
  if ((pages & KEEL_PAGES_FAMILY) != 0)
    add_group (self, C_ ("programs", "For family and friends"), FALSE, TRUE);
  add_group (self, C_ ("programs", "For both"), TRUE, TRUE);
}

static void
add_find (KeelWelcomePrograms *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Find What Fits…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (find_cb), self, G_CONNECT_SWAPPED);
  keel_welcome_page_add (KEEL_WELCOME_PAGE (self), button);
}

static void
keel_welcome_programs_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_WELCOME_PROGRAMS (object)->checks);
  G_OBJECT_CLASS (keel_welcome_programs_parent_class)->finalize (object);
}

static void
keel_welcome_programs_class_init (KeelWelcomeProgramsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_welcome_programs_finalize;
  KEEL_WELCOME_PAGE_CLASS (klass)->accept = keel_welcome_programs_accept;
}

static void
keel_welcome_programs_init (KeelWelcomePrograms *self)
{
  self->checks = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
}

GtkWidget *
keel_welcome_programs_new (KeelSession *session)
{
  KeelWelcomePrograms *self = g_object_new (KEEL_TYPE_WELCOME_PROGRAMS, NULL);
  KeelWelcomePage *page = KEEL_WELCOME_PAGE (self);

  keel_welcome_page_set_up (page, session, _ ("Programs"));
  keel_welcome_page_add_text (page, _ ("Do you go to one of these, or want to try one? Tick one or several. "
                                       "You need none: Keel works without a program, too."));
  add_find (self);
  keel_welcome_page_add (page, GTK_WIDGET (self->box));
  fill (self);
  /* Chosen in the window that finds what fits. */
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
