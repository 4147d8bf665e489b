#include "config.h"

#include "keel-part-row.h"

#include <glib/gi18n-lib.h>

#include "keel-part-words.h"

struct _KeelPartRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *topic;
  GtkLabel *said;
  GtkImage *mark;
};

G_DEFINE_FINAL_TYPE (KeelPartRow, keel_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
keel_part_row_class_init (KeelPartRowClass *klass)
{
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
keel_part_row_init (KeelPartRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_hexpand (lines, TRUE);
  self->topic = add_label (GTK_BOX (lines), "heading");
  self->said = add_label (GTK_BOX (lines), "dim-label");
  self->mark = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "dim-label");
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->mark));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
keel_part_row_new (void)
{
  return g_object_new (KEEL_TYPE_PART_ROW, NULL);
}

static void
append (GString *words, const char *more)
{
  if (more != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
}

/* Of a part that nothing was said of there is nothing to say. */
static char *
describe (KeelSession *session, const KeelPartProgress *progress, guint n_entries)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *shared = NULL;
  g_autofree char *pages = NULL;

  if (progress != NULL && progress->state != KEEL_PART_OPEN)
    append (words, keel_part_words_state (progress->state));
  if (progress != NULL)
    shared = keel_part_words_shared (session, progress->shared_at, progress->shared_with);
  append (words, shared);
  if (n_entries > 0)
    pages = g_strdup_printf (ngettext ("%u page written", "%u pages written", n_entries), n_entries);
  append (words, pages);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const char *
find_icon (KeelPartState state)
{
  if (state == KEEL_PART_DONE)
    return "object-select-symbolic";
  return state == KEEL_PART_WORKING ? "document-edit-symbolic" : NULL;
}

void
keel_part_row_show (KeelPartRow *self, KeelSession *session, const KeelPartPlace *place,
                    const KeelPartProgress *progress, guint n_entries)
{
  g_autofree char *topic = keel_part_place_describe (place);
  g_autofree char *said = describe (session, progress, n_entries);
  g_autofree char *name = *said != '\0' ? g_strdup_printf ("%s, %s", topic, said) : g_strdup (topic);
  const char *icon = find_icon (progress != NULL ? progress->state : KEEL_PART_OPEN);

  gtk_label_set_text (self->topic, topic);
  gtk_label_set_text (self->said, said);
  gtk_widget_set_visible (GTK_WIDGET (self->said), *said != '\0');
  gtk_image_set_from_icon_name (self->mark, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), icon != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
