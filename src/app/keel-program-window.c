#include "config.h"

#include "keel-program-window.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-program-compare.h"
#include "keel-program-dialog.h"
#include "keel-program-find.h"
#include "keel-program-fits.h"
#include "keel-program-list.h"
#include "keel-program-page.h"
#include "keel-session-programs.h"
#include "keel-window.h"

/* A page, and what it shows. */
typedef struct
{
  const char *page;
  char *code;       /* nullable */
  GtkWidget *focus; /* weak: where the focus was */
} Place;

struct _KeelProgramWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *back;
  AdwWindowTitle *title;
  KeelProgramList *list;
  AdwBin *fits_bin;
  AdwBin *program_bin;
  AdwBin *compare_bin;

  KeelSession *session;
  GPtrArray *trail; /* of Place: those before, and last the one that is shown */
};

G_DEFINE_FINAL_TYPE (KeelProgramWindow, keel_program_window, ADW_TYPE_WINDOW)

static void
place_free (Place *place)
{
  g_clear_weak_pointer (&place->focus);
  g_free (place->code);
  g_free (place);
}

static Place *
get_place (KeelProgramWindow *self)
{
  return g_ptr_array_index (self->trail, self->trail->len - 1);
}

static const KeelProgram *
find_program (KeelProgramWindow *self, const char *code)
{
  const KeelProgram *program = NULL;

  if (self->session != NULL && code != NULL)
    program = keel_content_find_program (keel_session_get_content (self->session), code);
  return program != NULL && !program->gone ? program : NULL;
}

static void
show_program (KeelProgramWindow *self, const KeelProgram *program)
{
  GtkWidget *page = keel_program_page_new (self->session, program);

  adw_bin_set_child (self->program_bin, page);
  adw_window_title_set_title (self->title, program->short_name);
}

static void
show_place (KeelProgramWindow *self)
{
  Place *place = get_place (self);
  const KeelProgram *program = find_program (self, place->code);

  if (g_str_equal (place->page, "list"))
    adw_window_title_set_title (self->title, _ ("Programs"));
  else if (g_str_equal (place->page, "find"))
    adw_window_title_set_title (self->title, _ ("Find What Fits"));
  else if (g_str_equal (place->page, "fits"))
    adw_window_title_set_title (self->title, _ ("What Fits"));
  else if (g_str_equal (place->page, "compare"))
    adw_window_title_set_title (self->title, _ ("Compare"));
  else
    show_program (self, program);
  gtk_widget_set_visible (self->back, self->trail->len > 1);
  keel_pages_show (self->stack, place->page);
}

static void
focus_page (KeelProgramWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (page == GTK_WIDGET (self->program_bin))
    keel_program_page_start (KEEL_PROGRAM_PAGE (adw_bin_get_child (self->program_bin)));
  else
    keel_pages_start (page);
}

static void
go_to (KeelProgramWindow *self, const char *page, const char *code)
{
  Place *place = g_new0 (Place, 1);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->trail->len > 0 && focus != NULL)
    g_set_weak_pointer (&get_place (self)->focus, focus);
  place->page = page;
  place->code = g_strdup (code);
  g_ptr_array_add (self->trail, place);
  show_place (self);
  focus_page (self);
}

/* The page that was there is one of those that stay, or was made anew. */
static void
focus_again (KeelProgramWindow *self, const char *left)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  GtkWidget *focus = get_place (self)->focus;

  if (focus != NULL && gtk_widget_is_ancestor (focus, page) && gtk_widget_get_mapped (focus) &&
      gtk_widget_grab_focus (focus))
    return;
  if (page == GTK_WIDGET (self->list) && left != NULL && keel_program_list_focus (self->list, left))
    return;
  focus_page (self);
}

static void
go_back (KeelProgramWindow *self)
{
  g_autofree char *left = g_strdup (get_place (self)->code);

  if (self->trail->len < 2)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  do
    g_ptr_array_remove_index (self->trail, self->trail->len - 1);
  while (g_str_equal (get_place (self)->page, "program") &&
         find_program (self, get_place (self)->code) == NULL);
  show_place (self);
  focus_again (self, left);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_back (KEEL_PROGRAM_WINDOW (widget));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProgramWindow *self = KEEL_PROGRAM_WINDOW (widget);
  const char *code = g_variant_get_string (parameter, NULL);

  if (find_program (self, code) != NULL)
    go_to (self, "program", code);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (KEEL_PROGRAM_WINDOW (widget), "find", NULL);
}

static void
fits_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProgramWindow *self = KEEL_PROGRAM_WINDOW (widget);
  gsize count;
  const guint *answers = g_variant_get_fixed_array (parameter, &count, sizeof (guint32));

  if (count != KEEL_QUESTION_LAST)
    return;
  adw_bin_set_child (self->fits_bin, keel_program_fits_new (self->session, answers));
  go_to (self, "fits", NULL);
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProgramWindow *self = KEEL_PROGRAM_WINDOW (widget);
  g_autofree const char **codes = g_variant_get_strv (parameter, NULL);

  adw_bin_set_child (self->compare_bin, keel_program_compare_new (self->session, codes));
  go_to (self, "compare", NULL);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProgramWindow *self = KEEL_PROGRAM_WINDOW (widget);

  keel_program_dialog_present (GTK_WINDOW (self), self->session,
                               find_program (self, g_variant_get_string (parameter, NULL)));
}

/* The worksheet opens in the window behind, which comes to the front. */
static void
worksheet_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL);

  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-worksheet",
                                  g_variant_new_string (id));
  gtk_window_close (GTK_WINDOW (widget));
}

static void
tell_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProgramWindow *self = KEEL_PROGRAM_WINDOW (widget);
  const char *sentence = g_variant_get_string (parameter, NULL);
  g_autofree char *title = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
  keel_say (widget, sentence);
}

/* One of the person's own may be another by now, or gone. */
static void
programs_changed_cb (KeelProgramWindow *self)
{
  Place *place = get_place (self);

  if (!g_str_equal (place->page, "program"))
    return;
  if (find_program (self, place->code) == NULL)
    go_back (self);
  else
    keel_program_page_show (KEEL_PROGRAM_PAGE (adw_bin_get_child (self->program_bin)),
                            find_program (self, place->code));
}

static void
keel_program_window_dispose (GObject *object)
{
  g_clear_object (&KEEL_PROGRAM_WINDOW (object)->session);
  G_OBJECT_CLASS (keel_program_window_parent_class)->dispose (object);
}

static void
keel_program_window_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_PROGRAM_WINDOW (object)->trail);
  G_OBJECT_CLASS (keel_program_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "programs.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "programs.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "programs.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "programs.fits", "au", fits_cb);
  gtk_widget_class_install_action (widget_class, "programs.compare", "as", compare_cb);
  gtk_widget_class_install_action (widget_class, "programs.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "programs.worksheet", "s", worksheet_cb);
  gtk_widget_class_install_action (widget_class, "programs.tell", "s", tell_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "programs.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "programs.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
keel_program_window_class_init (KeelProgramWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_program_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_program_window_finalize;

  g_type_ensure (KEEL_TYPE_PROGRAM_LIST);
  g_type_ensure (KEEL_TYPE_PROGRAM_FIND);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramWindow, back);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramWindow, list);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramWindow, fits_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramWindow, program_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramWindow, compare_bin);
  install_actions (widget_class);
}

static void
keel_program_window_init (KeelProgramWindow *self)
{
  self->trail = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_names_mend_toasts (self->toasts);
  keel_announcer_greet (GTK_WINDOW (self));
}

static void
start (KeelProgramWindow *self, KeelSession *session)
{
  self->session = g_object_ref (session);
  keel_program_list_set_session (self->list, session);
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (programs_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  go_to (self, "list", NULL);
}

void
keel_program_window_present (GtkWindow *parent, KeelSession *session)
{
  start (g_object_new (KEEL_TYPE_PROGRAM_WINDOW, "transient-for", parent, NULL), session);
}

void
keel_program_window_present_find (GtkWindow *parent, KeelSession *session)
{
  KeelProgramWindow *self = g_object_new (KEEL_TYPE_PROGRAM_WINDOW, "transient-for", parent, NULL);

  start (self, session);
  go_to (self, "find", NULL);
}

void
keel_program_window_present_program (GtkWindow *parent, KeelSession *session, const char *code)
{
  KeelProgramWindow *self = g_object_new (KEEL_TYPE_PROGRAM_WINDOW, "transient-for", parent, NULL);

  start (self, session);
  gtk_widget_activate_action (GTK_WIDGET (self), "programs.open", "s", code);
}
