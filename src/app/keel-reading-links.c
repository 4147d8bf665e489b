#include "config.h"

#include "keel-reading-links.h"

#include <glib/gi18n-lib.h>

#include "content/keel-help-line.h"
#include "content/keel-readings.h"

#include "keel-headed-list.h"
#include "keel-help-lines-box.h"
#include "keel-line-row.h"

/* What it is called; NULL: there is no such thing, or it is no row. */
static const char *
find_name (KeelContent *content, const KeelReadingLink *link)
{
  const KeelWorksheet *worksheet = NULL;
  const KeelStrategy *strategy = NULL;
  const KeelSafetyPage *page = NULL;
  const KeelProgram *program = NULL;
  const KeelReading *reading = NULL;

  switch (link->kind)
    {
    case KEEL_READING_LINK_WORKSHEET:
      worksheet = keel_content_find_worksheet (content, link->to);
      return worksheet != NULL ? worksheet->name : NULL;
    case KEEL_READING_LINK_CARD:
      strategy = keel_content_find_strategy (content, link->to);
      return strategy != NULL ? strategy->name : NULL;
    case KEEL_READING_LINK_SAFETY:
      page = keel_content_find_safety_page (content, link->to);
      return page != NULL ? page->name : NULL;
    case KEEL_READING_LINK_PROGRAM:
      program = keel_content_find_program (content, link->to);
      return program != NULL ? program->name : NULL;
    case KEEL_READING_LINK_READING:
      reading = keel_content_find_reading (content, link->to);
      return reading != NULL ? reading->name : NULL;
    default:
      return NULL;
    }
}

static const char *
describe_kind (KeelReadingLinkKind kind)
{
  static const char *const words[] = {
    [KEEL_READING_LINK_WORKSHEET] = NC_ ("reading", "Worksheet"),
    [KEEL_READING_LINK_CARD] = NC_ ("reading", "Coping card"),
    [KEEL_READING_LINK_SAFETY] = NC_ ("reading", "What to do in danger"),
    [KEEL_READING_LINK_PROGRAM] = NC_ ("reading", "Program"),
    [KEEL_READING_LINK_LINE] = NC_ ("reading", "Help line"),
    [KEEL_READING_LINK_READING] = NC_ ("reading", "To read"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "reading", words[kind]);
}

static GtkWidget *
make_row (const KeelReadingLink *link, const char *title)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, NULL);

  keel_line_row_add_line (row, describe_kind (link->kind), "caption", 0);
  keel_line_row_add_line (row, title, NULL, 0);
  keel_line_row_add_after (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", keel_reading_link_words[link->kind],
                                    link->to);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "reading.open");
  return GTK_WIDGET (row);
}

static void
add_line (GtkBox *box, KeelHelpRegion *region, const char *to)
{
  GtkWidget *lines;

  for (int kind = 0; kind < KEEL_HELP_N_KINDS; kind++)
    if (g_str_equal (keel_help_kind_words[kind], to))
      {
        lines = g_object_new (KEEL_TYPE_HELP_LINES_BOX, NULL);
        keel_help_lines_box_show (KEEL_HELP_LINES_BOX (lines), region, kind);
        gtk_box_append (box, lines);
      }
}

/* The first one of each kind, and the way to all of them. */
static void
add_lines (GtkBox *box, KeelSession *session, const KeelReading *reading)
{
  g_autoptr (KeelHelpRegion) region = keel_help_region_new (keel_session_get_content (session));
  GtkWidget *heading = gtk_label_new (_ ("Someone to talk to"));
  GtkWidget *button = gtk_button_new_with_label (_ ("All Help Lines"));

  keel_help_region_set_folder (region, keel_session_get_folder (session), FALSE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_set_margin_top (heading, 12);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (box, heading);
  for (guint i = 0; i < reading->links->len; i++)
    {
      const KeelReadingLink *link = g_ptr_array_index (reading->links, i);

      if (link->kind == KEEL_READING_LINK_LINE)
        add_line (box, region, link->to);
    }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.help-now");
  gtk_box_append (box, button);
}

void
keel_reading_links_add (GtkBox *box, KeelSession *session, const KeelReading *reading)
{
  GtkListBox *rows = NULL;
  gboolean lines = FALSE;

  for (guint i = 0; i < reading->links->len; i++)
    {
      const KeelReadingLink *link = g_ptr_array_index (reading->links, i);
      const char *name = find_name (keel_session_get_content (session), link);

      lines |= link->kind == KEEL_READING_LINK_LINE;
      if (name == NULL)
        continue;
      if (rows == NULL)
        rows = keel_headed_list_append (box, _ ("What goes with it"), _ ("What goes with it"));
      gtk_list_box_append (rows, make_row (link, name));
    }
  if (lines)
    add_lines (box, session, reading);
}
