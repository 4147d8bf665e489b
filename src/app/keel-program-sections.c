#include "config.h"

#include "keel-program-sections.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"
#include "content/keel-sentences.h"
#include "content/keel-wording.h"
#include "store/keel-profile-settings.h"

#include "keel-colour-spot.h"
#include "keel-headed-list.h"
#include "keel-program-choosing.h"
#include "keel-program-colour.h"
#include "keel-program-parts.h"
#include "keel-session-programs.h"
#include "keel-site-row.h"
#include "keel-structure-box.h"
#include "keel-text-label.h"
#include "keel-worksheet-row.h"

#define BEGINNINGS 3

/* What rows that can be pressed are of. */
typedef struct
{
  KeelSession *session;
  KeelProgram *program;
} Shown;

static void
shown_free (gpointer data, GClosure *closure)
{
  Shown *shown = data;

  g_object_unref (shown->session);
  keel_program_unref (shown->program);
  g_free (shown);
}

/* Only to be read: the keyboard leads there, so that it is heard and scrolled to. */
static GtkWidget *
add_row (GtkListBox *rows, GtkWidget *content, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (content, "keel-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (rows, row);
  return row;
}

static void
add_fact (GtkListBox *rows, const char *title, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = keel_text_label_new (title, "caption-heading");
  GtkWidget *words = keel_text_label_new (text, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text);

  gtk_widget_add_css_class (words, "keel-prose");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), words);
  add_row (rows, box, name);
}

static void
add_facts (GtkBox *box, const KeelProgram *program)
{
  GtkListBox *rows;

  if (program->about == NULL && program->first_meeting == NULL && program->length == NULL)
    return;
  rows = keel_headed_list_append (box, _ ("How it is there"), _ ("How it is there"));
  if (program->first_meeting != NULL)
    add_fact (rows, _ ("What a first meeting is like"), program->first_meeting);
  if (program->about != NULL)
    add_fact (rows, _ ("What happens there"), program->about);
  if (program->length != NULL)
    add_fact (rows, _ ("How long it takes"), program->length);
}

static void
begin_cb (GtkListBox *rows, GtkListBoxRow *row)
{
  const KeelWorksheet *worksheet = keel_worksheet_row_get_worksheet (KEEL_WORKSHEET_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (rows), "programs.worksheet", "s", worksheet->id);
}

static const KeelWorksheet *
find_beginning (KeelContent *content, const char *program, guint begin)
{
  const GPtrArray *all = keel_content_get_worksheets (content);

  for (guint i = 0; i < all->len; i++)
    {
      const KeelWorksheet *worksheet = all->pdata[i];

      for (guint j = 0; j < worksheet->uses->len; j++)
        {
          const KeelUse *use = worksheet->uses->pdata[j];

          if (use->begin == begin && g_str_equal (use->program, program))
            return worksheet;
        }
    }
  return NULL;
}

static void
add_beginnings (GtkBox *box, KeelContent *content, const KeelProgram *program)
{
  GtkListBox *rows = NULL;

  for (guint begin = 1; begin <= BEGINNINGS; begin++)
    {
      const KeelWorksheet *worksheet = find_beginning (content, program->code, begin);

      if (worksheet == NULL)
        continue;
      if (rows == NULL)
        {
          rows = keel_headed_list_append (box, _ ("Worksheets to begin with"),
                                          _ ("Worksheets to begin with"));
          g_signal_connect (rows, "row-activated", G_CALLBACK (begin_cb), NULL);
        }
      gtk_list_box_append (rows, keel_worksheet_row_new (worksheet));
    }
}

static void
add_first_structure (GtkBox *box, const KeelProgram *program)
{
  const KeelStructure *first = keel_program_get_structure (program);
  g_autofree char *heading = NULL;

  if (first == NULL)
    return;
  heading = keel_program_parts_describe (first);
  keel_program_parts_append (keel_headed_list_append (box, heading, heading), first);
}

/* Traditions and the like: closed, and after all that a newcomer looks for. */
static void
add_other_structures (GtkBox *box, const KeelProgram *program)
{
  GtkListBox *rows;

  if (program->structures->len < 2)
    return;
  rows = keel_headed_list_append (box, _ ("What else it has"), _ ("What else it has"));
  for (guint i = 1; i < program->structures->len; i++)
    keel_program_parts_append_closed (rows, program->structures->pdata[i]);
}

static void
add_words (GtkBox *box, KeelSession *session, const KeelProgram *program)
{
  gboolean labels = keel_session_uses_labels (session);
  GtkListBox *rows = NULL;

  for (guint i = 0; i < program->words->len; i++)
    {
      const KeelWord *word = program->words->pdata[i];

      if ((word->label && !labels) || keel_program_is_none (program))
        continue;
      if (rows == NULL)
        rows = keel_headed_list_append (box, _ ("Its words"), _ ("Its words"));
      add_fact (rows, keel_sentence_word_key (word->key), word->text);
    }
}

/* Which milestone a row is, and so where the focus goes on when the rows are made anew. */
#define MARK_ROW "milestone-"

static void
mark_cb (GtkListBox *rows, GtkListBoxRow *row, Shown *shown)
{
  const KeelMilestone *mark = g_ptr_array_index (shown->program->marks, gtk_list_box_row_get_index (row));

  keel_program_colour_present (GTK_WIDGET (rows), shown->session, shown->program, mark);
}

static void
add_milestone (GtkListBox *rows, const KeelMilestone *mark, const char *colour)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *format = keel_milestone_format (mark);
  g_autofree char *row_name = g_strconcat (MARK_ROW, format, NULL);
  GtkWidget *row;
  g_autofree char *when = keel_sentence_milestone (mark);
  /* Translators: when a milestone is reached, and what is given then: "6 months · Blue key tag" */
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), when, mark->name);

  gtk_box_append (GTK_BOX (box), keel_colour_spot_new (colour));
  gtk_box_append (GTK_BOX (box), keel_text_label_new (text, NULL));
  row = add_row (rows, box, text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Choose its colour"));
  gtk_widget_set_name (row, row_name);
}

/* Nullable; transfer full. */
static char *
find_marked (GtkBox *box)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (box));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (box)) ||
      !g_str_has_prefix (gtk_widget_get_name (focus), MARK_ROW))
    return NULL;
  return g_strdup (gtk_widget_get_name (focus));
}

static gboolean
focus_named (GtkWidget *widget, const char *name)
{
  gboolean found = g_str_equal (gtk_widget_get_name (widget), name) && gtk_widget_grab_focus (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = focus_named (child, name);
  return found;
}

static void
add_milestones (GtkBox *box, KeelSession *session, const KeelProgram *program)
{
  GtkListBox *rows;
  Shown *shown;

  if (program->marks->len == 0)
    return;
  rows = keel_headed_list_append (box, _ ("Milestones"), _ ("Milestones"));
  for (guint i = 0; i < program->marks->len; i++)
    add_milestone (rows, program->marks->pdata[i],
                   keel_session_get_milestone_colour (session, program, program->marks->pdata[i]));
  shown = g_new0 (Shown, 1);
  shown->session = g_object_ref (session);
  shown->program = keel_program_ref (program);
  g_signal_connect_data (rows, "row-activated", G_CALLBACK (mark_cb), shown, shown_free, 0);
}

static void
add_notices (GtkBox *box, const KeelProgram *program)
{
  GtkListBox *rows = keel_headed_list_append (box, _ ("Good to know"), _ ("Good to know"));
  g_autofree char *medicine = keel_program_describe_medicine (program);

  if (program->evidence != NULL)
    add_fact (rows, _ ("What studies found"), program->evidence);
  add_fact (rows, _ ("Medicine"), medicine);
}

static void
add_sites (GtkListBox *rows, KeelContent *content, const KeelPlace *place, const char *code)
{
  const KeelCountry *country = code != NULL ? keel_content_find_country (content, code) : NULL;

  for (guint i = 0; i < place->sites->len; i++)
    {
      const KeelSite *site = place->sites->pdata[i];

      if (g_strcmp0 (site->country, code) == 0)
        gtk_list_box_append (rows,
                             keel_site_row_new (site, place->name, country != NULL ? country->name : NULL));
    }
}

/* What is near comes first. */
static void
add_links (GtkBox *box, KeelSession *session, const KeelProgram *program)
{
  KeelContent *content = keel_session_get_content (session);
  const KeelPlace *place = keel_content_find_place (content, program->code);
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (keel_session_get_folder (session));
  const char *country = settings->region != NULL ? settings->region : keel_country_of_computer ();
  GtkListBox *rows;

  if (place == NULL)
    return;
  rows = keel_headed_list_append (box, _ ("Its pages on the web"), _ ("Its pages on the web"));
  if (country != NULL)
    add_sites (rows, content, place, country);
  add_sites (rows, content, place, NULL);
}

static void
add_ending (GtkBox *box, const KeelProgram *program)
{
  g_autofree char *independence = keel_sentence_independence ();
  GtkWidget *label;

  if (program->own || keel_program_is_none (program))
    return;
  label = gtk_label_new (independence);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

void
keel_program_sections_fill (GtkBox *box, KeelSession *session, const KeelProgram *program)
{
  KeelContent *content = keel_session_get_content (session);
  gboolean chosen = keel_session_has_program (session, program->code);
  g_autofree char *marked = find_marked (box);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  add_facts (box, program);
  /* Whoever chose it works in it. */
  if (chosen)
    gtk_box_append (box, keel_structure_box_new (session, program));
  add_beginnings (box, content, program);
  if (!chosen)
    add_first_structure (box, program);
  add_words (box, session, program);
  add_milestones (box, session, program);
  add_notices (box, program);
  add_links (box, session, program);
  add_other_structures (box, program);
  add_ending (box, program);
  if (marked != NULL)
    focus_named (GTK_WIDGET (box), marked);
}
