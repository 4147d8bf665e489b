#include "config.h"

#include "keel-contact-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/keel-person.h"

#include "keel-announcer.h"
#include "keel-contact-acts.h"
#include "keel-note-area.h"
#include "keel-person-fields.h"
#include "keel-session-settings.h"
#include "keel-text-row.h"

struct _KeelContactDialog
{
  AdwWindow parent_instance;

  GtkEditable *name;
  GtkEditable *role;
  GtkEditable *number;
  GtkEditable *reach;
  GtkEditable *address;
  GtkEditable *hours;
  GtkWidget *warning;
  KeelNoteArea *words;
  KeelPersonFields *fields;
  GtkSwitch *on_lock;
  GtkLabel *on_lock_means;
  GtkWidget *remove;

  KeelSession *session;
  gboolean is_person;
  KeelPerson *person; /* what stood there; both NULL: new */
  KeelOwnLine *line;
};

G_DEFINE_FINAL_TYPE (KeelContactDialog, keel_contact_dialog, ADW_TYPE_WINDOW)

static void
name_changed_cb (KeelContactDialog *self)
{
  const char *name = gtk_editable_get_text (self->name);
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  gtk_widget_set_visible (self->warning, self->is_person && keel_person_name_says_more (name));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.save", *stripped != '\0');
}

static void
number_changed_cb (KeelContactDialog *self)
{
  const char *text = gtk_editable_get_text (self->number);
  g_autofree char *dial = keel_number_dup_dial (text);
  gboolean wrong = *text != '\0' && dial == NULL;

  keel_text_row_show_problem (KEEL_TEXT_ROW (self->number),
                              wrong ? _ ("That cannot be dialled. It is kept as you write it.") : NULL);
}

/* NULL where nothing is written. */
static char *
dup_text (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Takes @value. */
static void
set (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

/* FALSE: something cannot be, and that is told. */
static gboolean
save_person (KeelContactDialog *self)
{
  g_autofree char *name = dup_text (self->name);
  g_autoptr (KeelPerson) person = self->person != NULL ? keel_person_copy (self->person)
                                                       : keel_person_new (name);

  if (!keel_person_fields_read (self->fields, person))
    return FALSE;
  set (&person->name, g_steal_pointer (&name));
  set (&person->role, dup_text (self->role));
  set (&person->number, dup_text (self->number));
  set (&person->reach, dup_text (self->reach));
  set (&person->message, keel_note_area_dup_text (self->words));
  person->on_lock = gtk_switch_get_active (self->on_lock);
  keel_contact_save_person (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session,
                            person, self->person);
  return TRUE;
}

static void
save_line (KeelContactDialog *self)
{
  g_autofree char *name = dup_text (self->name);
  g_autoptr (KeelOwnLine) line = keel_own_line_new (name);

  if (self->line != NULL)
    {
      line->uuid = g_strdup (self->line->uuid);
      line->position = self->line->position;
    }
  line->number = dup_text (self->number);
  line->address = dup_text (self->address);
  line->hours = dup_text (self->hours);
  line->note = keel_note_area_dup_text (self->words);
  line->on_lock = gtk_switch_get_active (self->on_lock);
  keel_contact_save_line (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session, line,
                          self->line);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelContactDialog *self = KEEL_CONTACT_DIALOG (widget);

  if (!self->is_person)
    save_line (self);
  else if (!save_person (self))
    return;
  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelContactDialog *self = KEEL_CONTACT_DIALOG (widget);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (self->person != NULL)
    keel_contact_delete_person (parent, self->session, self->person);
  else if (self->line != NULL)
    keel_contact_delete_line (parent, self->session, self->line);
  gtk_window_close (GTK_WINDOW (self));
}

static void
keel_contact_dialog_dispose (GObject *object)
{
  KeelContactDialog *self = KEEL_CONTACT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->person, keel_person_free);
  g_clear_pointer (&self->line, keel_own_line_free);
  G_OBJECT_CLASS (keel_contact_dialog_parent_class)->dispose (object);
}

static void
keel_contact_dialog_class_init (KeelContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_contact_dialog_dispose;

  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  g_type_ensure (KEEL_TYPE_PERSON_FIELDS);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, role);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, number);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, reach);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, address);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, words);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, on_lock);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, on_lock_means);
  gtk_widget_class_bind_template_child (widget_class, KeelContactDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_install_action (widget_class, "contact.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "contact.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_contact_dialog_init (KeelContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static void
set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

/* What it means is said to who listens, too. */
static void
explain_switch (KeelContactDialog *self)
{
  const char *meaning =
      keel_session_is_protected (self->session)
          ? _ ("The name and the number are then shown while the profile is locked, to anybody who "
               "looks at the screen. They are also kept outside the part that your "
               "passphrase protects.")
          : _ ("If you give this profile a passphrase, the name and the number are also shown while "
               "it is locked, to anybody who looks at the screen. The passphrase does "
               "not protect them.");

  gtk_label_set_text (self->on_lock_means, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->on_lock), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meaning, -1);
}

static KeelContactDialog *
make (GtkWindow *parent, KeelSession *session, gboolean is_person, gboolean is_new)
{
  KeelContactDialog *self = g_object_new (KEEL_TYPE_CONTACT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->is_person = is_person;
  gtk_widget_set_visible (GTK_WIDGET (self->role), is_person);
  gtk_widget_set_visible (GTK_WIDGET (self->reach), is_person);
  gtk_widget_set_visible (GTK_WIDGET (self->fields), is_person);
  gtk_widget_set_visible (GTK_WIDGET (self->address), !is_person);
  gtk_widget_set_visible (GTK_WIDGET (self->hours), !is_person);
  gtk_widget_set_visible (self->remove, !is_new);
  keel_text_row_set_title (KEEL_TEXT_ROW (self->name),
                           is_person ? _ ("First name and an initial") : _ ("Name"));
  gtk_window_set_title (GTK_WINDOW (self), is_person ? _ ("Someone to Call") : _ ("A Line of Your Own"));
  if (is_person)
    keel_note_area_set_title (self->words, _ ("A message that you can send"),
                              _ ("Write it now. On a hard day you only copy it."));
  else
    keel_note_area_set_title (self->words, _ ("Note"), NULL);
  if (keel_session_is_for_family_alone (session))
    keel_person_fields_suit_family (self->fields);
  explain_switch (self);
  return self;
}

void
keel_contact_dialog_present_person (GtkWindow *parent, KeelSession *session, const KeelPerson *person)
{
  KeelContactDialog *self = make (parent, session, TRUE, person == NULL);

  if (person != NULL)
    {
      self->person = keel_person_copy (person);
      set_text (self->name, person->name);
      set_text (self->role, person->role);
      set_text (self->number, person->number);
      set_text (self->reach, person->reach);
      keel_person_fields_show (self->fields, person);
      keel_note_area_set_text (self->words, person->message);
      gtk_switch_set_active (self->on_lock, person->on_lock);
    }
  name_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_window_present (GTK_WINDOW (self));
}

void
keel_contact_dialog_present_line (GtkWindow *parent, KeelSession *session, const KeelOwnLine *line)
{
  KeelContactDialog *self = make (parent, session, FALSE, line == NULL);

  if (line != NULL)
    {
      self->line = keel_own_line_copy (line);
      set_text (self->name, line->name);
      set_text (self->number, line->number);
      set_text (self->address, line->address);
      set_text (self->hours, line->hours);
      keel_note_area_set_text (self->words, line->note);
      gtk_switch_set_active (self->on_lock, line->on_lock);
    }
  name_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_window_present (GTK_WINDOW (self));
}
