#include "config.h"

#include "keel-program-list.h"

#include <glib/gi18n-lib.h>

#include "keel-headed-list.h"
#include "keel-label-switch.h"
#include "keel-program-choosing.h"
#include "keel-program-row.h"
#include "keel-session-programs.h"
#include "keel-session-settings.h"

struct _KeelProgramList
{
  AdwBin parent_instance;

  GtkListBox *chosen;
  GtkLabel *note;
  GtkLabel *damage;
  KeelLabelSwitch *labels;
  GtkWidget *all_button;
  GtkBox *all;

  KeelSession *session;
  GHashTable *checks; /* code → GtkCheckButton, of all */
  char *focus;        /* nullable: the code of the row to lead the focus to, once it is there */
  guint focus_part;   /* which of its buttons, from 1; 0: the row */
  gboolean opened;    /* all of them are shown */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (KeelProgramList, keel_program_list, ADW_TYPE_BIN)

/* The buttons of a row, in their order. */
enum
{
  BUTTON_UP = 1,
  BUTTON_DOWN,
  BUTTON_REMOVE,
};

static const KeelProgram *
get_program (gpointer row)
{
  return keel_program_row_get_program (KEEL_PROGRAM_ROW (row));
}

static KeelProgramRow *
find_row (GtkListBox *rows, const char *code)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (rows, i)) != NULL; i++)
    if (g_str_equal (get_program (row)->code, code))
      return KEEL_PROGRAM_ROW (row);
  return NULL;
}

static void
open_cb (GtkListBox *rows, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (rows), "programs.open", "s", get_program (row)->code);
}

static void
keep_focus (KeelProgramList *self, const char *code, guint part)
{
  g_free (self->focus);
  self->focus = g_strdup (code);
  self->focus_part = part;
}

/* The focus goes on with what takes its place. */
static void
keep_focus_beside (KeelProgramList *self, GtkListBoxRow *row)
{
  int place = gtk_list_box_row_get_index (row);
  GtkListBoxRow *beside = gtk_list_box_get_row_at_index (self->chosen, place + 1);

  if (beside == NULL)
    beside = gtk_list_box_get_row_at_index (self->chosen, place - 1);
  keep_focus (self, beside != NULL ? get_program (beside)->code : "none", beside != NULL ? BUTTON_REMOVE : 0);
}

static KeelProgramRow *
get_row_of (GtkWidget *button)
{
  return KEEL_PROGRAM_ROW (gtk_widget_get_ancestor (button, KEEL_TYPE_PROGRAM_ROW));
}

static void
up_cb (GtkWidget *button, KeelProgramList *self)
{
  const KeelProgram *program = get_program (get_row_of (button));

  keep_focus (self, program->code, BUTTON_UP);
  keel_program_move (GTK_WIDGET (self), self->session, program, -1);
}

static void
down_cb (GtkWidget *button, KeelProgramList *self)
{
  const KeelProgram *program = get_program (get_row_of (button));

  keep_focus (self, program->code, BUTTON_DOWN);
  keel_program_move (GTK_WIDGET (self), self->session, program, 1);
}

static void
remove_cb (GtkWidget *button, KeelProgramList *self)
{
  KeelProgramRow *row = get_row_of (button);

  keep_focus_beside (self, GTK_LIST_BOX_ROW (row));
  keel_program_choose (GTK_WIDGET (self), self->session, get_program (row), FALSE);
}

/* Takes @name. */
static void
add_button (KeelProgramList *self, GtkWidget *row, const char *icon, const char *tooltip, char *name,
            GCallback callback, gboolean usable)
{
  GtkWidget *button = keel_line_row_add_button (KEEL_LINE_ROW (row), icon, tooltip, name);

  g_signal_connect (button, "clicked", callback, self);
  gtk_widget_set_sensitive (button, usable);
  g_free (name);
}

static void
add_buttons (KeelProgramList *self, GtkWidget *row, guint place, guint count)
{
  const char *name = get_program (row)->name;

  if (count > 1)
    {
      add_button (self, row, "go-up-symbolic", _ ("Move up"), g_strdup_printf (_ ("Move %s up"), name),
                  G_CALLBACK (up_cb), place > 0);
      add_button (self, row, "go-down-symbolic", _ ("Move down"), g_strdup_printf (_ ("Move %s down"), name),
                  G_CALLBACK (down_cb), place + 1 < count);
    }
  add_button (self, row, "list-remove-symbolic", _ ("Remove from your programs"),
              g_strdup_printf (_ ("Remove %s from your programs"), name), G_CALLBACK (remove_cb), TRUE);
}

/* Its buttons are the last of what stands in it, beside each other. */
static GtkWidget *
find_button (GtkWidget *widget, guint *wanted)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget))
    return --*wanted == 0 ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, wanted);
  return found;
}

static void
restore_focus (KeelProgramList *self)
{
  g_autofree char *code = g_steal_pointer (&self->focus);
  KeelProgramRow *row = code != NULL ? find_row (self->chosen, code) : NULL;
  guint part = self->focus_part;
  GtkWidget *button;

  if (row == NULL)
    return;
  if (gtk_list_box_get_row_at_index (self->chosen, 1) == NULL && part > 0)
    part = 1; /* a single row can only be removed */
  button = part > 0 ? find_button (GTK_WIDGET (row), &part) : NULL;
  if (button == NULL || !gtk_widget_grab_focus (button))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
clear_rows (GtkListBox *rows)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (rows, 0)) != NULL)
    gtk_list_box_remove (rows, GTK_WIDGET (row));
}

static void
tell_note (KeelProgramList *self, guint count)
{
  if (count == 0)
    gtk_label_set_text (self->note, _ ("You need no program. Choose one, or several, whenever you like. "
                                       "Whatever you change, nothing that you wrote is lost."));
  else if (count > 1)
    gtk_label_set_text (self->note, _ ("Keel takes its words from the first one. Whatever you change, "
                                       "nothing that you wrote is lost."));
  else
    gtk_label_set_text (self->note, _ ("Keel uses its words. Whatever you change, nothing that you wrote "
                                       "is lost."));
}

static void
show_chosen (KeelProgramList *self)
{
  GPtrArray *programs = keel_session_get_programs (self->session);
  KeelContent *content = keel_session_get_content (self->session);
  const KeelProgram *none = keel_content_find_program (content, "none");
  guint count = keel_program_is_none_chosen (self->session) ? 0 : programs->len;

  clear_rows (self->chosen);
  for (guint i = 0; i < count; i++)
    {
      GtkWidget *row = keel_program_row_new (programs->pdata[i]);

      add_buttons (self, row, i, count);
      gtk_list_box_append (self->chosen, row);
    }
  if (count == 0 && none != NULL)
    gtk_list_box_append (self->chosen, keel_program_row_new (none));
  tell_note (self, count);
}

static gboolean
is_chosen (KeelProgramList *self, const char *code)
{
  if (g_str_equal (code, "none"))
    return keel_program_is_none_chosen (self->session);
  return keel_session_has_program (self->session, code);
}

static void
show_checks (KeelProgramList *self)
{
  GHashTableIter iter;
  gpointer code, check;

  self->showing = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &code, &check))
    gtk_check_button_set_active (check, is_chosen (self, code));
  self->showing = FALSE;
}

static void
check_cb (GtkCheckButton *check, KeelProgramList *self)
{
  const KeelProgram *program = get_program (get_row_of (GTK_WIDGET (check)));

  if (self->showing)
    return;
  if (keel_program_is_none (program) && is_chosen (self, "none"))
    show_checks (self); /* another is chosen, or none is */
  else
    keel_program_choose (GTK_WIDGET (self), self->session, program, gtk_check_button_get_active (check));
}

static void
add_to_all (KeelProgramList *self, GtkListBox *rows, const KeelProgram *program)
{
  GtkWidget *row = keel_program_row_new (program);
  /* Translators: said by a screen reader of a box to tick: %s is the name of a program. */
  g_autofree char *name = g_strdup_printf (_ ("Choose %s"), program->name);
  GtkWidget *check = gtk_check_button_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  keel_line_row_add_after (KEEL_LINE_ROW (row), check);
  g_signal_connect (check, "toggled", G_CALLBACK (check_cb), self);
  g_hash_table_insert (self->checks, g_strdup (program->code), check);
  gtk_list_box_append (rows, row);
}

typedef enum
{
  GROUP_OWN,
  GROUP_MEMBER,
  GROUP_FAMILY,
  GROUP_BOTH,
  N_GROUPS
} Group;

static Group
get_group (const KeelProgram *program)
{
  if (program->own)
    return GROUP_OWN;
  if (program->member && program->family)
    return GROUP_BOTH;
  return program->family ? GROUP_FAMILY : GROUP_MEMBER;
}

static void
add_group (KeelProgramList *self, Group group)
{
  const char *const headings[N_GROUPS] = {
    [GROUP_OWN] = C_ ("programs", "Your own"),
    [GROUP_MEMBER] = C_ ("programs", "For yourself"),
    [GROUP_FAMILY] = C_ ("programs", "For family and friends"),
    [GROUP_BOTH] = C_ ("programs", "For both"),
  };
  KeelContent *content = keel_session_get_content (self->session);
  GtkListBox *rows = NULL;

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      if (get_group (program) != group)
        continue;
      if (rows == NULL)
        {
          rows = keel_headed_list_append (self->all, headings[group], headings[group]);
          g_signal_connect (rows, "row-activated", G_CALLBACK (open_cb), NULL);
        }
      add_to_all (self, rows, program);
    }
}

static void
fill_all (KeelProgramList *self)
{
  /* Whoever is here for somebody else finds theirs first. */
  static const Group of_members[N_GROUPS] = { GROUP_OWN, GROUP_MEMBER, GROUP_FAMILY, GROUP_BOTH };
  static const Group of_families[N_GROUPS] = { GROUP_OWN, GROUP_FAMILY, GROUP_BOTH, GROUP_MEMBER };
  const Group *order = keel_session_is_for_family_alone (self->session) ? of_families : of_members;
  GtkWidget *child;

  g_hash_table_remove_all (self->checks);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->all))) != NULL)
    gtk_box_remove (self->all, child);
  for (guint i = 0; i < N_GROUPS; i++)
    add_group (self, order[i]);
}

/* Made anew only where there are others: whoever ticks one keeps the focus. */
static gboolean
has_others (KeelProgramList *self)
{
  KeelContent *content = keel_session_get_content (self->session);
  guint count = keel_content_get_n_programs (content);

  for (guint i = 0; i < count; i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);
      GtkWidget *check = g_hash_table_lookup (self->checks, program->code);

      if (check == NULL || get_program (get_row_of (check)) != program)
        return TRUE;
    }
  return count != g_hash_table_size (self->checks);
}

/* Whoever has chosen sees what was chosen; whoever has not came to choose. What was once shown stays. */
static void
show_all (KeelProgramList *self)
{
  self->opened = self->opened || keel_program_is_none_chosen (self->session);
  gtk_widget_set_visible (self->all_button, !self->opened);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->opened);
  if (self->opened && has_others (self))
    fill_all (self);
}

static void
show_damage (KeelProgramList *self)
{
  g_autofree char *sentence = keel_program_trouble_describe (self->session);

  gtk_label_set_text (self->damage, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->damage), sentence != NULL);
}

static void
show (KeelProgramList *self)
{
  show_chosen (self);
  show_damage (self);
  show_all (self);
  show_checks (self);
  keel_label_switch_show (self->labels);
  restore_focus (self);
}

static void
all_cb (KeelProgramList *self)
{
  self->opened = TRUE;
  show_all (self);
  show_checks (self);
  gtk_widget_child_focus (GTK_WIDGET (self->all), GTK_DIR_TAB_FORWARD);
}

static void
keel_program_list_dispose (GObject *object)
{
  KeelProgramList *self = KEEL_PROGRAM_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->checks, g_hash_table_unref);
  g_clear_pointer (&self->focus, g_free);
  G_OBJECT_CLASS (keel_program_list_parent_class)->dispose (object);
}

static void
keel_program_list_class_init (KeelProgramListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_program_list_dispose;

  g_type_ensure (KEEL_TYPE_LABEL_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramList, chosen);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramList, note);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramList, damage);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramList, labels);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramList, all_button);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramList, all);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
}

static void
keel_program_list_init (KeelProgramList *self)
{
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_program_list_set_session (KeelProgramList *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  keel_label_switch_set_session (self->labels, session);
  show (self);
}

gboolean
keel_program_list_focus (KeelProgramList *self, const char *code)
{
  KeelProgramRow *row = find_row (self->chosen, code);
  GtkWidget *check = g_hash_table_lookup (self->checks, code);

  if (row == NULL && check != NULL)
    row = get_row_of (check);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

char *
keel_program_trouble_describe (KeelSession *session)
{
  guint count = keel_session_get_n_damaged_programs (session);

  if (count == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u program of your own cannot be read any more. It is left where it is.",
                "%u programs of your own cannot be read any more. They are left where they are.", count),
      count);
}
