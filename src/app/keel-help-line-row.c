#include "config.h"

#include "keel-help-line-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-help-sentences.h"
#include "core/keel-meeting.h"
#include "core/keel-person.h"

#include "keel-help-acts.h"
#include "keel-wrap-box.h"

struct _KeelHelpLineRow
{
  KeelInnerRow parent_instance;

  GtkLabel *name;
  GtkLabel *what;
  GtkLabel *open;
  GtkBox *ways;
  GtkLabel *note;
  GtkLabel *doubt;
  GtkLabel *about;
  GtkBox *head;

  const KeelHelpLine *line; /* NULL: the person's own */
};

G_DEFINE_FINAL_TYPE (KeelHelpLineRow, keel_help_line_row, KEEL_TYPE_INNER_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
keel_help_line_row_class_init (KeelHelpLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-help-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLineRow, head);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLineRow, name);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLineRow, what);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLineRow, open);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLineRow, ways);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLineRow, note);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLineRow, doubt);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLineRow, about);
}

static void
keel_help_line_row_init (KeelHelpLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Alcohol and other drugs · Families and friends · Scotland" */
static char *
describe_kinds (const KeelHelpLine *line)
{
  g_autoptr (GString) text = g_string_new (keel_sentence_help_kind (line->kind));

  for (int kind = 0; kind < KEEL_HELP_N_KINDS; kind++)
    {
      if (kind != (int) line->kind && (line->kinds & (1u << kind)) != 0)
        g_string_append_printf (text, " · %s", keel_sentence_help_kind (kind));
    }
  if (line->region != NULL && line->area != NULL)
    g_string_append_printf (text, " · %s", line->area);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A number in large type, and the buttons in the next line where there is no room beside it. */
static KeelWrapBox *
add_way (KeelHelpLineRow *self, const char *number)
{
  GtkWidget *line = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  if (number != NULL)
    {
      GtkWidget *label = keel_help_make_number (number);

      gtk_widget_add_css_class (label, "title-3");
      gtk_widget_set_margin_end (label, 6);
      keel_wrap_box_append (KEEL_WRAP_BOX (line), label);
    }
  gtk_box_append (self->ways, line);
  return KEEL_WRAP_BOX (line);
}

/* What to write or press stands below its number. */
static void
add_hint (KeelHelpLineRow *self, const KeelHelpWay *way)
{
  g_autofree char *isolated = keel_help_isolate (way->number);
  const KeelHelpWay shown = {
    .kind = way->kind,
    .number = isolated,
    .press = way->press,
    .word = way->word,
  };
  g_autofree char *sentence = keel_sentence_help_number (&shown);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (self->ways, label);
}

static void
show_number (KeelHelpLineRow *self, const KeelHelpWay *way)
{
  KeelWrapBox *line = add_way (self, way->number);
  g_autofree char *link = keel_help_way_get_link (way);
  g_autofree char *isolated = keel_help_isolate (way->number);
  g_autofree char *name = NULL;
  g_autofree char *copy = g_strdup_printf (_ ("Copy %s"), isolated);
  const char *how = keel_sentence_help_way (way->kind);

  /* Translators: a button as a listener hears it: how to reach a help line, its name, and its number. */
  name = g_strdup_printf (_ ("%1$s %2$s: %3$s"), how, self->line->name, isolated);
  if (link != NULL)
    keel_wrap_box_append (line, keel_help_make_open_button (how, name, link, way->number));
  else
    keel_wrap_box_append (line, gtk_label_new (how));
  keel_wrap_box_append (line, keel_help_make_copy_button (C_ ("button", "Copy"), copy, way->number));
  if (way->press != NULL || way->word != NULL)
    add_hint (self, way);
}

static void
show_address (KeelHelpLineRow *self, const KeelHelpWay *way)
{
  KeelWrapBox *line = add_way (self, NULL);
  g_autofree char *where = keel_sentence_help_number (way);
  g_autofree char *link = keel_help_way_get_link (way);
  g_autofree char *name = NULL;
  const char *how = keel_sentence_help_way (way->kind);
  GtkWidget *label;

  name = g_strdup_printf (_ ("%1$s %2$s: %3$s"), how, self->line->name, where);
  if (link != NULL)
    keel_wrap_box_append (line, keel_help_make_open_button (how, name, link, where));
  else
    keel_wrap_box_append (line, gtk_label_new (how));
  label = keel_help_make_number (where);
  gtk_widget_remove_css_class (label, "keel-numbers");
  keel_wrap_box_append (line, label);
}

void
keel_help_line_row_look (KeelHelpLineRow *self, GTimeZone *zone, gint64 now)
{
  g_autofree char *sentence = NULL;
  gboolean open = FALSE;

  if (self->line == NULL)
    return;
  sentence = keel_sentence_help_open (self->line, zone, now, &open);
  show_text (self->open, sentence);
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self->open), "keel-open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->open), "keel-open");
}

static void
show_about (KeelHelpLineRow *self, gint64 now)
{
  g_autoptr (GPtrArray) sentences = keel_sentences_about_help (self->line, now);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) sentences->pdata[i]);
  show_text (self->about, text->str);
  show_text (self->doubt, keel_sentence_help_doubt (self->line->confidence));
}

GtkWidget *
keel_help_line_row_new (const KeelHelpLine *line, gboolean is_short, GTimeZone *zone, gint64 now)
{
  KeelHelpLineRow *self = g_object_new (KEEL_TYPE_HELP_LINE_ROW, NULL);
  g_autofree char *kinds = describe_kinds (line);

  self->line = line;
  show_text (self->name, line->name);
  show_text (self->what, kinds);
  for (guint i = 0; i < line->ways->len; i++)
    {
      const KeelHelpWay *way = line->ways->pdata[i];

      if (way->number != NULL)
        show_number (self, way);
      else
        show_address (self, way);
    }
  keel_help_line_row_look (self, zone, now);
  show_text (self->note, is_short ? NULL : line->note);
  show_about (self, now);
  if (is_short)
    gtk_widget_set_visible (GTK_WIDGET (self->about), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, line->name, -1);
  return GTK_WIDGET (self);
}

static void
show_own_number (KeelHelpLineRow *self, const KeelOwnLine *own)
{
  KeelWrapBox *line = add_way (self, own->number);
  g_autofree char *dial = keel_number_dup_dial (own->number);
  g_autofree char *escaped = dial != NULL ? g_uri_escape_string (dial, "+*", FALSE) : NULL;
  g_autofree char *link = dial != NULL ? g_strconcat ("tel:", escaped, NULL) : NULL;
  g_autofree char *isolated = keel_help_isolate (own->number);
  g_autofree char *name = NULL;
  g_autofree char *copy = g_strdup_printf (_ ("Copy %s"), isolated);
  const char *call = keel_sentence_help_way (KEEL_HELP_WAY_CALL);

  name = g_strdup_printf (_ ("%1$s %2$s: %3$s"), call, own->name, isolated);
  if (link != NULL)
    keel_wrap_box_append (line, keel_help_make_open_button (call, name, link, own->number));
  keel_wrap_box_append (line, keel_help_make_copy_button (C_ ("button", "Copy"), copy, own->number));
}

/* An address that is none is shown as it was written. */
static void
show_own_address (KeelHelpLineRow *self, const KeelOwnLine *own)
{
  g_autofree char *link = keel_link_check (own->address);
  const KeelHelpWay way = { .kind = KEEL_HELP_WAY_WEB, .address = link };
  KeelWrapBox *line = add_way (self, NULL);
  GtkWidget *label = keel_help_make_number (own->address);

  if (link != NULL)
    keel_wrap_box_append (line, keel_help_make_open_button (keel_sentence_help_way (way.kind), NULL, link,
                                                            own->address));
  gtk_widget_remove_css_class (label, "keel-numbers");
  keel_wrap_box_append (line, label);
}

GtkWidget *
keel_help_line_row_new_own (const KeelOwnLine *line, GtkWidget *edit)
{
  KeelHelpLineRow *self = g_object_new (KEEL_TYPE_HELP_LINE_ROW, NULL);

  show_text (self->name, line->name);
  show_text (self->what, _ ("Added by you"));
  show_text (self->open, line->hours);
  if (line->number != NULL)
    show_own_number (self, line);
  if (line->address != NULL)
    show_own_address (self, line);
  show_text (self->note, line->note);
  show_text (self->doubt, NULL);
  show_text (self->about, NULL);
  if (edit != NULL)
    gtk_box_append (self->head, edit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, line->name, -1);
  return GTK_WIDGET (self);
}
