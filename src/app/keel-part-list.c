#include "config.h"

#include "keel-part-list.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program.h"

#include "keel-private-text.h"

/* Of a line: what the part is kept by, which is not where it stands. */
#define NUMBER "keel-part-number"

struct _KeelPartList
{
  AdwBin parent_instance;

  GtkBox *lines;
  GtkWidget *add;
  gboolean steps; /* what they are called */
};

G_DEFINE_FINAL_TYPE (KeelPartList, keel_part_list, ADW_TYPE_BIN)

/* What stands in a line, in this order. */
typedef struct
{
  GtkLabel *number;
  GtkEntry *entry;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *remove;
} Line;

static Line
get_line (GtkWidget *box)
{
  Line line;

  line.number = GTK_LABEL (gtk_widget_get_first_child (box));
  line.entry = GTK_ENTRY (gtk_widget_get_next_sibling (GTK_WIDGET (line.number)));
  line.up = gtk_widget_get_next_sibling (GTK_WIDGET (line.entry));
  line.down = gtk_widget_get_next_sibling (line.up);
  line.remove = gtk_widget_get_next_sibling (line.down);
  return line;
}

/* Takes @label. */
static void
name_widget (gpointer widget, char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_free (label);
}

static char *
fill_number (const char *text, const char *number)
{
  g_auto (GStrv) parts = g_strsplit (text, "%u", 2);

  return g_strjoinv (number, parts);
}

/* What each thing of a line is called by those who listen: of a program's parts, and of steps. */
static const char *const part_names[] = {
  N_ ("Part %u"),
  N_ ("Move part %u up"),
  N_ ("Move part %u down"),
  N_ ("Remove part %u"),
};
static const char *const step_names[] = {
  N_ ("Step %u"),
  N_ ("Move step %u up"),
  N_ ("Move step %u down"),
  N_ ("Remove step %u"),
};

static void
number_line (KeelPartList *self, GtkWidget *box, guint number)
{
  const char *const *names = self->steps ? step_names : part_names;
  Line line = get_line (box);
  g_autofree char *text = g_strdup_printf (C_ ("number of a part", "%u"), number);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  gtk_label_set_text (line.number, text);
  name_widget (line.entry, fill_number (_ (names[0]), digits));
  name_widget (line.up, fill_number (_ (names[1]), digits));
  name_widget (line.down, fill_number (_ (names[2]), digits));
  name_widget (line.remove, fill_number (_ (names[3]), digits));
  gtk_widget_set_sensitive (line.up, gtk_widget_get_prev_sibling (box) != NULL);
  gtk_widget_set_sensitive (line.down, gtk_widget_get_next_sibling (box) != NULL);
}

static guint
number_lines (KeelPartList *self)
{
  guint count = 0;

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    number_line (self, box, ++count);
  gtk_widget_set_sensitive (self->add, count < KEEL_PROGRAM_MAX_PARTS);
  return count;
}

static gboolean
move_line (KeelPartList *self, GtkWidget *box, gboolean up)
{
  GtkWidget *before = up ? gtk_widget_get_prev_sibling (box) : gtk_widget_get_next_sibling (box);

  if (before == NULL)
    return FALSE;
  gtk_box_reorder_child_after (self->lines, box, up ? gtk_widget_get_prev_sibling (before) : before);
  number_lines (self);
  return TRUE;
}

/* The one that was pressed may be of no use where the line is now. */
static void
press_move (GtkWidget *button, gboolean up)
{
  GtkWidget *box = gtk_widget_get_parent (button);
  KeelPartList *self = KEEL_PART_LIST (gtk_widget_get_ancestor (button, KEEL_TYPE_PART_LIST));

  move_line (self, box, up);
  if (!gtk_widget_get_sensitive (button))
    gtk_widget_grab_focus (up ? get_line (box).down : get_line (box).up);
  else
    gtk_widget_grab_focus (button);
}

static void
up_cb (GtkWidget *button)
{
  press_move (button, TRUE);
}

static void
down_cb (GtkWidget *button)
{
  press_move (button, FALSE);
}

static void
remove_cb (GtkWidget *button)
{
  GtkWidget *box = gtk_widget_get_parent (button);
  KeelPartList *self = KEEL_PART_LIST (gtk_widget_get_ancestor (button, KEEL_TYPE_PART_LIST));
  GtkWidget *beside = gtk_widget_get_next_sibling (box);

  if (beside == NULL)
    beside = gtk_widget_get_prev_sibling (box);
  gtk_widget_grab_focus (beside != NULL ? GTK_WIDGET (get_line (beside).entry) : self->add);
  gtk_box_remove (self->lines, box);
  number_lines (self);
}

static GtkWidget *add_line (KeelPartList *self, const char *text, guint number, GtkWidget *after);

static void
return_cb (GtkEntry *entry, KeelPartList *self)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (entry));

  if (!gtk_widget_get_sensitive (self->add))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (get_line (add_line (self, "", 0, box)).entry));
}

static void
add_cb (KeelPartList *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->lines));

  gtk_widget_grab_focus (GTK_WIDGET (get_line (add_line (self, "", 0, last)).entry));
}

static gboolean
key_cb (GtkEventController *keys, guint key, guint code, GdkModifierType state, KeelPartList *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (keys);
  GtkWidget *box = gtk_widget_get_parent (entry);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK ||
      (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  move_line (self, box, key == GDK_KEY_Up);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
  return GDK_EVENT_STOP;
}

static void
add_button (GtkWidget *box, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, NULL);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_entry (KeelPartList *self, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_set_hexpand (entry, TRUE);
  keel_private_text_mark (GTK_EDITABLE (entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect (entry, "activate", G_CALLBACK (return_cb), self);
  return entry;
}

static GtkWidget *
add_line (KeelPartList *self, const char *text, guint number, GtkWidget *after)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *position = gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (box), NUMBER, GUINT_TO_POINTER (number));
  gtk_label_set_width_chars (GTK_LABEL (position), 3);
  gtk_widget_add_css_class (position, "numeric");
  gtk_box_append (GTK_BOX (box), position);
  gtk_box_append (GTK_BOX (box), make_entry (self, text));
  add_button (box, "go-up-symbolic", _ ("Move up"), G_CALLBACK (up_cb));
  add_button (box, "go-down-symbolic", _ ("Move down"), G_CALLBACK (down_cb));
  add_button (box, "list-remove-symbolic", _ ("Remove"), G_CALLBACK (remove_cb));
  gtk_box_insert_child_after (self->lines, box, after);
  number_lines (self);
  return box;
}

static void
keel_part_list_class_init (KeelPartListClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_part_list_init (KeelPartList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->add = gtk_button_new_with_label (_ ("Add a Part"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), self->add);
  adw_bin_set_child (ADW_BIN (self), box);
}

char **
keel_part_list_dup_texts (KeelPartList *self)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    {
      g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (get_line (box).entry)));

      if (*g_strstrip (text) != '\0')
        g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

GArray *
keel_part_list_dup_numbers (KeelPartList *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    {
      g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (get_line (box).entry)));
      guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), NUMBER));

      if (*g_strstrip (text) != '\0')
        g_array_append_val (numbers, number);
    }
  return numbers;
}

void
keel_part_list_set_texts (KeelPartList *self, const char *const *texts, const guint *numbers)
{
  GtkWidget *box;

  while ((box = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, box);
  for (guint i = 0; texts[i] != NULL; i++)
    add_line (self, texts[i], numbers != NULL ? numbers[i] : 0,
              gtk_widget_get_last_child (GTK_WIDGET (self->lines)));
  number_lines (self);
}

void
keel_part_list_call_steps (KeelPartList *self)
{
  self->steps = TRUE;
  gtk_button_set_label (GTK_BUTTON (self->add), _ ("Add a Step"));
  number_lines (self);
}
