#include "config.h"

#include "keel-worksheet-offers.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-headed-list.h"
#include "keel-program-place.h"
#include "keel-session-programs.h"
#include "keel-session-settings.h"
#include "keel-toggle.h"
#include "keel-worksheet-choice.h"
#include "keel-worksheet-list.h"
#include "keel-worksheet-menu.h"
#include "keel-worksheet-row.h"

#define NO_PROGRAM "none"

struct _KeelWorksheetOffers
{
  AdwBin parent_instance;

  GtkWidget *halves;
  GtkToggleButton *all;
  KeelChipChoice *programs;
  GtkWidget *offer;
  GtkBox *lists;

  KeelSession *session;
  KeelPageGroups pages;
  char *words;
  char *program;     /* nullable: of all, those of any */
  GHashTable *open;  /* codes of the programs of which more than the beginnings are shown */
  GHashTable *taken; /* of KeelWorksheet: what is shown under a program; it is shown once */
};

G_DEFINE_FINAL_TYPE (KeelWorksheetOffers, keel_worksheet_offers, ADW_TYPE_BIN)

enum
{
  SIGNAL_BEGIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show (KeelWorksheetOffers *self);

static const GPtrArray *
get_all (KeelWorksheetOffers *self)
{
  return keel_content_get_worksheets (keel_session_get_content (self->session));
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelWorksheetOffers *self)
{
  g_signal_emit (self, signals[SIGNAL_BEGIN], 0, keel_worksheet_row_get_worksheet (KEEL_WORKSHEET_ROW (row)));
}

static gboolean
fits (KeelWorksheetOffers *self, const KeelWorksheet *worksheet)
{
  g_autofree char *text = g_strjoin (" ", worksheet->name, worksheet->about, NULL);

  return *self->words == '\0' || g_str_match_string (self->words, text, TRUE);
}

static GtkWidget *
make_row (KeelWorksheetOffers *self, const KeelWorksheet *worksheet)
{
  GtkWidget *row = keel_worksheet_row_new (worksheet);

  keel_worksheet_menu_add (KEEL_WORKSHEET_ROW (row), self->session);
  return row;
}

/* Takes @worksheets. NULL where there are none. */
static GtkListBox *
add_list (KeelWorksheetOffers *self, const char *heading, GPtrArray *worksheets)
{
  GtkListBox *rows = NULL;

  for (guint i = 0; i < worksheets->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (worksheets, i);

      if (!fits (self, worksheet))
        continue;
      if (rows == NULL)
        {
          rows = keel_headed_list_append (self->lists, heading, heading);
          g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
        }
      gtk_list_box_append (rows, make_row (self, worksheet));
    }
  g_ptr_array_unref (worksheets);
  return rows;
}

static void
keep_used (GPtrArray *worksheets, const char *program)
{
  for (guint i = worksheets->len; program != NULL && i > 0; i--)
    if (!keel_worksheet_is_used_by (g_ptr_array_index (worksheets, i - 1), program, 0))
      g_ptr_array_remove_index (worksheets, i - 1);
}

/* @worksheets, of which each is shown from now on. */
static GPtrArray *
leave_out_taken (KeelWorksheetOffers *self, GPtrArray *worksheets)
{
  for (guint i = worksheets->len; i > 0; i--)
    if (!g_hash_table_add (self->taken, g_ptr_array_index (worksheets, i - 1)))
      g_ptr_array_remove_index (worksheets, i - 1);
  return worksheets;
}

static GPtrArray *
list_own (KeelWorksheetOffers *self)
{
  const GPtrArray *all = get_all (self);
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      if (keel_worksheet_is_own (worksheet->id))
        g_ptr_array_add (own, worksheet);
    }
  return own;
}

static const char *
name_group (KeelWorksheetOffers *self, KeelWorksheetGroup group)
{
  if (group == KEEL_GROUP_URGES && keel_session_is_for_family_alone (self->session))
    return C_ ("worksheets", "Hard moments");
  return keel_worksheet_list_name_group (group);
}

static gboolean
show_group (KeelWorksheetOffers *self, KeelWorksheetGroup group, const char *program)
{
  GPtrArray *worksheets = keel_worksheet_choice_group (get_all (self), self->pages, group);

  if (group != KEEL_GROUP_SAFETY)
    keep_used (worksheets, program);
  return add_list (self, name_group (self, group), worksheets) != NULL;
}

/* What is for families comes first where it is for them alone. */
static gboolean
show_all (KeelWorksheetOffers *self, const char *program)
{
  gboolean families = keel_session_is_for_family_alone (self->session);
  gboolean any = families && show_group (self, KEEL_GROUP_FAMILY, program);

  for (int group = 0; keel_worksheet_group_words[group] != NULL; group++)
    if (group != KEEL_GROUP_FAMILY || !families)
      any |= show_group (self, (KeelWorksheetGroup) group, program);
  return any;
}

static GPtrArray *
list_rest (KeelWorksheetOffers *self, const char *program)
{
  return keel_worksheet_choice_rest (get_all (self), self->pages, program, self->taken);
}

/* What one program shows, another does not offer again. */
static void
hide_empty (KeelWorksheetOffers *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->lists)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *program = g_object_get_data (G_OBJECT (child), "program");
      g_autoptr (GPtrArray) rest = program != NULL ? list_rest (self, program) : NULL;

      if (rest != NULL && rest->len == 0)
        gtk_widget_set_visible (child, FALSE);
    }
}

/* What there is beside the beginnings goes below them, and the first of it has the focus. */
static void
more_cb (GtkButton *button, KeelWorksheetOffers *self)
{
  GtkListBox *rows = g_object_get_data (G_OBJECT (button), "rows");
  const char *program = g_object_get_data (G_OBJECT (button), "program");
  g_autoptr (GPtrArray) rest = leave_out_taken (self, list_rest (self, program));

  g_hash_table_add (self->open, g_strdup (program));
  for (guint i = 0; i < rest->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (rest, i));

      gtk_list_box_append (rows, row);
      if (i == 0)
        gtk_widget_grab_focus (row);
    }
  hide_empty (self);
}

/* @name is nullable. */
static void
add_more (KeelWorksheetOffers *self, GtkListBox *rows, const char *program, const char *name)
{
  /* Translators: a button below the three worksheets that a program (%s) begins with */
  g_autofree char *label = name != NULL ? g_strdup_printf (_ ("More for %s"), name)
                                        : g_strdup (_ ("Show More"));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "rows", rows);
  g_object_set_data_full (G_OBJECT (button), "program", g_strdup (program), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, 0);
  gtk_box_append (self->lists, button);
}

/* Between the heading and the worksheets. */
static void
add_place (KeelWorksheetOffers *self, GtkListBox *rows, const char *code)
{
  const KeelProgram *program = keel_content_find_program (keel_session_get_content (self->session), code);
  GtkWidget *place;

  if (program == NULL || rows == NULL || keel_program_get_structure (program) == NULL)
    return;
  place = keel_program_place_new (self->session, program);
  gtk_box_insert_child_after (self->lists, place, gtk_widget_get_prev_sibling (GTK_WIDGET (rows)));
}

/* Takes @shown: its beginnings. */
static void
show_program (KeelWorksheetOffers *self, const char *code, const char *heading, const char *name,
              GPtrArray *shown)
{
  gboolean open = g_hash_table_contains (self->open, code);
  g_autoptr (GPtrArray) rest = list_rest (self, code);
  GtkListBox *rows;

  if (open)
    leave_out_taken (self, rest);
  for (guint i = 0; i < rest->len && open; i++)
    g_ptr_array_add (shown, g_ptr_array_index (rest, i));
  rows = add_list (self, heading, shown);
  add_place (self, rows, code);
  if (rows != NULL && !open && rest->len > 0)
    add_more (self, rows, code, name);
}

static int
get_minute (KeelWorksheetOffers *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  return keel_local_time_get_minute (keel_local_time_from_utc (keel_session_get_now (self->session), zone));
}

static GPtrArray *
list_beginnings (KeelWorksheetOffers *self, const char *program)
{
  return keel_worksheet_choice_begin (get_all (self), self->pages, program, self->taken);
}

/* The beginnings of all of them come before the rest of any. */
static void
show_programs (KeelWorksheetOffers *self, const GPtrArray *programs)
{
  g_autoptr (GPtrArray) beginnings = g_ptr_array_new ();

  for (guint i = 0; i < programs->len; i++)
    g_ptr_array_add (beginnings,
                     list_beginnings (self, ((KeelProgram *) g_ptr_array_index (programs, i))->code));
  for (guint i = 0; i < programs->len; i++)
    {
      const KeelProgram *program = g_ptr_array_index (programs, i);

      show_program (self, program->code, program->name, program->short_name,
                    g_ptr_array_index (beginnings, i));
    }
}

static void
show_mine (KeelWorksheetOffers *self)
{
  const GPtrArray *programs = keel_session_get_programs (self->session);
  const GPtrArray *all = get_all (self);

  show_programs (self, programs);
  if (programs->len == 0)
    /* Translators: a heading above three worksheets */
    show_program (self, NO_PROGRAM, _ ("To begin with"), NULL, list_beginnings (self, NO_PROGRAM));
  add_list (self, _ ("Made by you"), leave_out_taken (self, list_own (self)));
  add_list (self, keel_worksheet_list_name_group (KEEL_GROUP_DAILY),
            leave_out_taken (self,
                             keel_worksheet_choice_daily (all, self->pages, programs, get_minute (self))));
  add_list (self, keel_worksheet_list_name_group (KEEL_GROUP_SAFETY),
            leave_out_taken (self, keel_worksheet_choice_safety (all, self->pages)));
}

static void
show_chips (KeelWorksheetOffers *self)
{
  KeelContent *content = keel_session_get_content (self->session);

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      if (!keel_chip_choice_has (self->programs, program->code))
        keel_chip_choice_add (self->programs, program->code, program->short_name);
    }
  keel_chip_choice_select (self->programs, self->program != NULL ? self->program : "");
}

static gboolean
fill (KeelWorksheetOffers *self)
{
  gboolean searching = *self->words != '\0';
  /* Its own state: when one of a group goes, the one that comes is not there yet. */
  gboolean all = gtk_toggle_button_get_active (self->all);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))) != NULL)
    gtk_box_remove (self->lists, child);
  g_hash_table_remove_all (self->taken);
  gtk_widget_set_visible (self->halves, !searching);
  gtk_widget_set_visible (GTK_WIDGET (self->programs), all && !searching);
  gtk_widget_set_visible (self->offer,
                          !all && !searching && keel_session_get_programs (self->session)->len == 0);
  if (searching)
    return show_all (self, NULL);
  if (all)
    {
      show_chips (self);
      return show_all (self, self->program);
    }
  show_mine (self);
  return TRUE;
}

static void
show (KeelWorksheetOffers *self)
{
  if (self->session == NULL)
    return;
  self->pages = keel_worksheet_choice_get_pages (keel_session_get_page_groups (self->session),
                                                 keel_session_get_programs (self->session));
  fill (self);
}

static void
program_chosen_cb (KeelWorksheetOffers *self, const char *id)
{
  g_free (self->program);
  self->program = *id != '\0' ? g_strdup (id) : NULL;
  show (self);
}

static void
keel_worksheet_offers_finalize (GObject *object)
{
  KeelWorksheetOffers *self = KEEL_WORKSHEET_OFFERS (object);

  g_clear_object (&self->session);
  g_free (self->words);
  g_free (self->program);
  g_hash_table_unref (self->open);
  g_hash_table_unref (self->taken);
  G_OBJECT_CLASS (keel_worksheet_offers_parent_class)->finalize (object);
}

static void
keel_worksheet_offers_class_init (KeelWorksheetOffersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_worksheet_offers_finalize;

  signals[SIGNAL_BEGIN] = g_signal_new ("begin", KEEL_TYPE_WORKSHEET_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_TOGGLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-worksheet-offers.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetOffers, halves);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetOffers, all);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetOffers, programs);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetOffers, offer);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetOffers, lists);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, program_chosen_cb);
}

static void
keel_worksheet_offers_init (KeelWorksheetOffers *self)
{
  self->words = g_strdup ("");
  self->pages = KEEL_PAGES_MEMBER;
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_chip_choice_add (self->programs, "", _ ("Any program"));
}

void
keel_worksheet_offers_set_session (KeelWorksheetOffers *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "templates-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

gboolean
keel_worksheet_offers_search (KeelWorksheetOffers *self, const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  return fill (self);
}
