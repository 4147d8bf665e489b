#include "config.h"

#include "keel-field-list-view.h"

#include <glib/gi18n-lib.h>

#include "keel-field-line-view.h"
#include "keel-private-text.h"

struct _KeelFieldListView
{
  KeelFieldView parent_instance;

  GtkBox *lines;
  GPtrArray *entries; /* of GtkEntry */
  char *name;
};

G_DEFINE_FINAL_TYPE (KeelFieldListView, keel_field_list_view, KEEL_TYPE_FIELD_VIEW)

static void
write_down (KeelFieldListView *self, gboolean typing)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (texts, (gpointer) gtk_editable_get_text (self->entries->pdata[i]));
  g_ptr_array_add (texts, NULL);
  keel_field_view_begin (view, typing);
  if (!keel_answers_set_texts (keel_field_view_get_answers (view), keel_field_view_get_field (view)->id,
                               (const char *const *) texts->pdata, &error))
    keel_entry_document_refuse (keel_field_view_get_document (view), error);
  keel_field_view_end (view);
}

static void
typed_cb (KeelFieldListView *self)
{
  if (!keel_field_view_is_showing (KEEL_FIELD_VIEW (self)))
    write_down (self, TRUE);
}

static void
name_entries (KeelFieldListView *self)
{
  for (guint i = 0; self->name != NULL && i < self->entries->len; i++)
    {
      /* Translators: a question that takes several lines, and the number of the line: "My values, 2" */
      g_autofree char *name = g_strdup_printf (C_ ("line of a list", "%1$s, %2$u"), self->name, i + 1);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries->pdata[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
}

static void add_line (KeelFieldListView *self);

static void
go_to (KeelFieldListView *self, guint line)
{
  if (line == self->entries->len)
    add_line (self);
  gtk_entry_grab_focus_without_selecting (self->entries->pdata[line]);
  gtk_editable_set_position (self->entries->pdata[line], -1);
}

static guint
find_line (KeelFieldListView *self, gpointer entry)
{
  guint line = 0;

  g_ptr_array_find (self->entries, entry, &line);
  return line;
}

/* From an empty line at the end Return leads out of the list. */
static void
activate_cb (GtkEntry *entry, KeelFieldListView *self)
{
  guint line = find_line (self, entry);

  if (line + 1 == self->entries->len && *gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
  else
    go_to (self, line + 1);
}

static void
swap (KeelFieldListView *self, guint a, guint b)
{
  GtkEditable *one = self->entries->pdata[a], *other = self->entries->pdata[b];
  g_autofree char *text = g_strdup (gtk_editable_get_text (one));

  g_signal_handlers_block_by_func (one, typed_cb, self);
  g_signal_handlers_block_by_func (other, typed_cb, self);
  gtk_editable_set_text (one, gtk_editable_get_text (other));
  gtk_editable_set_text (other, text);
  g_signal_handlers_unblock_by_func (one, typed_cb, self);
  g_signal_handlers_unblock_by_func (other, typed_cb, self);
  write_down (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (other));
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        KeelFieldListView *self)
{
  guint line = find_line (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  gboolean moves = (state & GDK_ALT_MASK) != 0 && keel_field_view_get_field (KEEL_FIELD_VIEW (self))->ordered;

  if (key == GDK_KEY_Up && line > 0)
    {
      if (moves)
        swap (self, line, line - 1);
      else
        go_to (self, line - 1);
      return TRUE;
    }
  if (key == GDK_KEY_Down && line + 1 < self->entries->len)
    {
      if (moves)
        swap (self, line, line + 1);
      else
        go_to (self, line + 1);
      return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_entry (KeelFieldListView *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  keel_private_text_mark (GTK_EDITABLE (entry));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, 0);
  return entry;
}

static GtkWidget *
make_number (guint number)
{
  /* Translators: the number in front of a line: "2." */
  g_autofree char *text = g_strdup_printf (C_ ("number of a line", "%u."), number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  return label;
}

static void
add_line (KeelFieldListView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = make_entry (self);

  if (keel_field_view_get_field (KEEL_FIELD_VIEW (self))->ordered)
    gtk_box_append (GTK_BOX (row), make_number (self->entries->len + 1));
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (self->lines, row);
  g_ptr_array_add (self->entries, entry);
  name_entries (self);
}

static void
add_cb (KeelFieldListView *self)
{
  go_to (self, self->entries->len);
}

static void
drop_line (KeelFieldListView *self)
{
  GtkWidget *entry = g_ptr_array_steal_index (self->entries, self->entries->len - 1);

  gtk_box_remove (self->lines, gtk_widget_get_parent (entry));
}

static void
keel_field_list_view_build (KeelFieldView *view)
{
  KeelFieldListView *self = KEEL_FIELD_LIST_VIEW (view);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a Line"));

  self->lines = GTK_BOX (lines);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (keel_field_view_get_box (view), lines);
  gtk_box_append (keel_field_view_get_box (view), add);
}

static void
keel_field_list_view_show (KeelFieldView *view)
{
  KeelFieldListView *self = KEEL_FIELD_LIST_VIEW (view);
  const KeelField *field = keel_field_view_get_field (view);
  g_auto (GStrv) texts = keel_answers_get_texts (keel_field_view_get_answers (view), field->id);
  guint n_texts = g_strv_length (texts);
  guint wanted = MAX (MAX (n_texts, field->shown), 1);

  while (self->entries->len > wanted)
    drop_line (self);
  while (self->entries->len < wanted)
    add_line (self);
  for (guint i = 0; i < wanted; i++)
    keel_field_line_view_put (self->entries->pdata[i], i < n_texts ? texts[i] : "");
}

static void
keel_field_list_view_rename (KeelFieldView *view, const char *name)
{
  KeelFieldListView *self = KEEL_FIELD_LIST_VIEW (view);

  g_free (self->name);
  self->name = g_strdup (name);
  name_entries (self);
}

static gboolean
keel_field_list_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KEEL_FIELD_LIST_VIEW (widget)->entries->pdata[0]);
}

static void
keel_field_list_view_finalize (GObject *object)
{
  KeelFieldListView *self = KEEL_FIELD_LIST_VIEW (object);

  g_ptr_array_unref (self->entries);
  g_free (self->name);
  G_OBJECT_CLASS (keel_field_list_view_parent_class)->finalize (object);
}

static void
keel_field_list_view_class_init (KeelFieldListViewClass *klass)
{
  KeelFieldViewClass *view_class = KEEL_FIELD_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_field_list_view_finalize;
  view_class->build = keel_field_list_view_build;
  view_class->show = keel_field_list_view_show;
  view_class->rename = keel_field_list_view_rename;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_list_view_grab_focus;
}

static void
keel_field_list_view_init (KeelFieldListView *self)
{
  self->entries = g_ptr_array_new ();
}
