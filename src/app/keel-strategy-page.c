#include "config.h"

#include "keel-strategy-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-strategy-sentences.h"

#include "keel-chip-choice.h"
#include "keel-note-area.h"
#include "keel-pages.h"
#include "keel-runs-window.h"
#include "keel-series-entries.h"
#include "keel-strategy-acts.h"
#include "keel-strategy-giving.h"
#include "keel-strategy-say.h"
#include "keel-strategy-sections.h"
#include "keel-strategy-start.h"
#include "keel-text-row.h"
#include "keel-toggle.h"
#include "keel-wrap-box.h"

/* Milliseconds after the first letter that is not saved: less than a word takes. */
#define PAUSE 250

#define NOBODY ""

struct _KeelStrategyPage
{
  AdwBin parent_instance;

  GtkButton *back;
  KeelToggle *favourite;
  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *when;
  GtkLabel *time;
  GtkBox *cautions;
  KeelWrapBox *begin;
  GtkBox *steps;
  GtkBox *facts;
  GtkLabel *help;
  GtkWidget *runs;
  KeelNoteArea *note;
  KeelSeriesEntries *entries;
  KeelChipChoice *suggested;
  KeelTextRow *suggested_words;
  GtkButton *edit;
  GtkButton *hide;
  GtkWidget *remove;

  KeelSession *session;
  KeelStrategy *strategy; /* NULL: none was shown yet */
  KeelStrategyMark *mark; /* what is said of it */
  gboolean setting;
  guint pause;      /* source: the note is saved when it ends */
  gboolean written; /* in the note, and not read again yet */
  guint naming;     /* source: likewise, of who suggested it */
  gboolean named;
};

G_DEFINE_FINAL_TYPE (KeelStrategyPage, keel_strategy_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
say (KeelStrategyPage *self, KeelMarkSays which, const char *sentence)
{
  keel_strategy_say (GTK_WIDGET (self), self->session, self->mark, which, sentence);
}

static void
favourite_cb (KeelStrategyPage *self)
{
  if (self->setting || self->strategy == NULL)
    return;
  self->mark->favourite = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->favourite));
  say (self, KEEL_MARK_SAYS_FAVOURITE,
       self->mark->favourite ? _ ("It is among your favorites.") : _ ("It is no favorite any more."));
}

/* In words of the person's own; transfer full, nullable. */
static char *
dup_words (KeelStrategyPage *self)
{
  char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->suggested_words))));

  if (*words == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}

/* By one of those to choose from, or in the person's words. What was written is newer than what was read,
 * until that is the same. */
static void
show_suggested (KeelStrategyPage *self)
{
  const char *suggested = self->mark->suggested != NULL ? self->mark->suggested : NOBODY;
  gboolean known = keel_chip_choice_has (self->suggested, suggested);
  const char *wanted = known ? "" : suggested;
  g_autofree char *words = dup_words (self);
  gboolean equal = g_strcmp0 (words != NULL ? words : "", wanted) == 0;

  if (equal && self->naming == 0)
    self->named = FALSE;
  if (self->named)
    return;
  keel_chip_choice_select (self->suggested, known ? suggested : NULL);
  self->setting = TRUE;
  if (!equal)
    gtk_editable_set_text (GTK_EDITABLE (self->suggested_words), wanted);
  self->setting = FALSE;
}

static void
suggested_cb (KeelStrategyPage *self, const char *word)
{
  g_free (self->mark->suggested);
  self->mark->suggested = *word != '\0' ? g_strdup (word) : NULL;
  g_clear_handle_id (&self->naming, g_source_remove);
  self->named = FALSE;
  show_suggested (self);
  say (self, KEEL_MARK_SAYS_SUGGESTED, _ ("It is noted who suggested it."));
}

static gboolean
naming_cb (gpointer data)
{
  KeelStrategyPage *self = data;

  self->naming = 0;
  g_free (self->mark->suggested);
  self->mark->suggested = dup_words (self);
  keel_chip_choice_select (self->suggested, self->mark->suggested != NULL ? NULL : NOBODY);
  say (self, KEEL_MARK_SAYS_SUGGESTED, NULL);
  return G_SOURCE_REMOVE;
}

static void
named_cb (KeelStrategyPage *self)
{
  if (self->setting || self->strategy == NULL)
    return;
  self->named = TRUE;
  if (self->naming == 0)
    self->naming = g_timeout_add (PAUSE, naming_cb, self);
}

static gboolean
pause_cb (gpointer data)
{
  KeelStrategyPage *self = data;

  self->pause = 0;
  g_free (self->mark->note);
  self->mark->note = keel_note_area_dup_text (self->note);
  say (self, KEEL_MARK_SAYS_NOTE, NULL);
  return G_SOURCE_REMOVE;
}

/* Ctrl+Z takes back what was typed. */
static void
written_cb (KeelStrategyPage *self)
{
  if (self->strategy == NULL)
    return;
  self->written = TRUE;
  if (self->pause == 0)
    self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_BACK], 0);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_strategy_copy_text (widget, KEEL_STRATEGY_PAGE (widget)->strategy);
}

static void
save_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_strategy_save_text (widget, KEEL_STRATEGY_PAGE (widget)->strategy);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelStrategyPage *self = KEEL_STRATEGY_PAGE (widget);

  keel_strategy_present_paper (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, self->strategy);
}

static void
runs_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelStrategyPage *self = KEEL_STRATEGY_PAGE (widget);

  keel_runs_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, self->strategy);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "coping.edit", "s", KEEL_STRATEGY_PAGE (widget)->strategy->id);
}

/* Whoever hides a card wants to see the others. */
static void
hide_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelStrategyPage *self = KEEL_STRATEGY_PAGE (widget);

  self->mark->hidden = !self->mark->hidden;
  say (self, KEEL_MARK_SAYS_HIDDEN,
       self->mark->hidden ? _ ("It is hidden. Below all cards you find those that you hid.")
                          : _ ("It is shown again."));
  if (self->mark->hidden)
    g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelStrategyPage *self = KEEL_STRATEGY_PAGE (widget);

  keel_own_delete (GTK_WIDGET (gtk_widget_get_root (widget)), self->session, &keel_strategy_acts,
                   self->strategy);
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
worksheet_cb (KeelStrategyPage *self)
{
  keel_strategy_start_worksheet (keel_session_get_content (self->session), self->strategy);
}

static void
keel_strategy_page_unmap (GtkWidget *widget)
{
  keel_strategy_page_save (KEEL_STRATEGY_PAGE (widget));
  GTK_WIDGET_CLASS (keel_strategy_page_parent_class)->unmap (widget);
}

static void
keel_strategy_page_dispose (GObject *object)
{
  KeelStrategyPage *self = KEEL_STRATEGY_PAGE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_handle_id (&self->naming, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->strategy, keel_strategy_unref);
  g_clear_pointer (&self->mark, keel_strategy_mark_free);
  G_OBJECT_CLASS (keel_strategy_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, back);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, favourite);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, name);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, when);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, time);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, cautions);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, begin);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, steps);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, facts);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, help);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, runs);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, note);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, entries);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, suggested);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, suggested_words);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, edit);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, hide);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyPage, remove);
  gtk_widget_class_bind_template_callback (widget_class, favourite_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggested_cb);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);
}

static void
keel_strategy_page_class_init (KeelStrategyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_strategy_page_dispose;
  widget_class->unmap = keel_strategy_page_unmap;

  signals[SIGNAL_BACK] = g_signal_new ("back", KEEL_TYPE_STRATEGY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  g_type_ensure (KEEL_TYPE_SERIES_ENTRIES);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  g_type_ensure (KEEL_TYPE_TOGGLE);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-strategy-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "card.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "card.save-text", NULL, save_text_cb);
  gtk_widget_class_install_action (widget_class, "card.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "card.runs", NULL, runs_cb);
  gtk_widget_class_install_action (widget_class, "card.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "card.hide", NULL, hide_cb);
  gtk_widget_class_install_action (widget_class, "card.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "card.back", NULL);
}

static void
keel_strategy_page_init (KeelStrategyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_note_area_set_title (self->note, _ ("Your note"), _ ("Only you see it. It is saved as you write."));
  keel_chip_choice_add (self->suggested, NOBODY, C_ ("who suggested it", "Nobody"));
  for (guint i = 0; keel_suggester_words[i] != NULL; i++)
    keel_chip_choice_add (self->suggested, keel_suggester_words[i],
                          keel_sentence_suggester (keel_suggester_words[i]));
}

static void
show_words (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Where it may be about life and death, the page with larger letters and fewer words comes before the card.
 */
static gboolean
is_grave (const KeelStrategy *strategy)
{
  return strategy->safety != NULL && strategy->tags != KEEL_TAGS_ANY &&
         (strategy->tags & KEEL_TAG_BIT (KEEL_TAG_EMERGENCY)) != 0;
}

static void
add_safety (KeelStrategyPage *self, gboolean first)
{
  const KeelSafetyPage *page = keel_content_find_safety_page (keel_session_get_content (self->session),
                                                              self->strategy->safety);
  /* Translators: opens the page for an emergency whose name is %s: "What to do: Opioid overdose". */
  g_autofree char *label = page != NULL ? g_strdup_printf (_ ("What to Do: %s"), page->name) : NULL;
  GtkWidget *button;

  if (page == NULL)
    return;
  button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.help-page");
  gtk_widget_add_css_class (button, "pill");
  if (first)
    gtk_widget_add_css_class (button, "suggested-action");
  keel_wrap_box_append (self->begin, button);
}

static void
add_worksheet (KeelStrategyPage *self, const KeelWorksheet *worksheet)
{
  /* Translators: opens a worksheet whose name is %s. */
  g_autofree char *label = g_strdup_printf (_ ("Open: %s"), worksheet->name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (worksheet_cb), self, G_CONNECT_SWAPPED);
  keel_wrap_box_append (self->begin, button);
}

static void
show_begin (KeelStrategyPage *self)
{
  KeelContent *content = keel_session_get_content (self->session);
  const KeelStrategy *strategy = self->strategy;
  const KeelWorksheet *worksheet = strategy->worksheet != NULL
                                       ? keel_content_find_worksheet (content, strategy->worksheet)
                                       : NULL;
  GtkWidget *start = keel_strategy_start_new (content, strategy);
  gboolean grave = is_grave (strategy);

  keel_wrap_box_clear (self->begin);
  if (grave)
    add_safety (self, TRUE);
  else
    gtk_widget_add_css_class (start, "suggested-action");
  keel_wrap_box_append (self->begin, start);
  if (strategy->safety != NULL && !grave)
    add_safety (self, FALSE);
  if (worksheet != NULL && strategy->kind != KEEL_STRATEGY_WORKSHEET)
    add_worksheet (self, worksheet);
}

/* "2 minutes · in 4 · hold 7 · out 8". */
static char *
describe_time (const KeelStrategy *strategy)
{
  g_autofree char *minutes = keel_sentence_strategy_minutes (strategy);
  g_autofree char *pace = keel_sentence_strategy_pace (&strategy->pace);

  if (minutes != NULL && pace != NULL)
    return g_strdup_printf ("%s · %s", minutes, pace);
  return minutes != NULL ? g_steal_pointer (&minutes) : g_steal_pointer (&pace);
}

static void
show_card (KeelStrategyPage *self)
{
  const KeelStrategy *strategy = self->strategy;
  gboolean own = keel_strategy_is_own (strategy->id);
  g_autofree char *time = describe_time (strategy);

  show_words (self->name, strategy->name);
  show_words (self->when, strategy->when);
  show_words (self->time, time);
  clear (self->cautions);
  clear (self->steps);
  clear (self->facts);
  keel_strategy_sections_add_cautions (self->cautions, strategy);
  gtk_widget_set_visible (GTK_WIDGET (self->cautions), strategy->cautions->len > 0);
  keel_strategy_sections_add_steps (self->steps, strategy);
  keel_strategy_sections_add_facts (self->facts, strategy);
  gtk_button_set_label (self->edit, own ? _ ("Change…") : _ ("Make It Your Own…"));
  gtk_widget_set_visible (self->remove, own);
  show_begin (self);
}

static void
show_mark (KeelStrategyPage *self)
{
  self->setting = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->favourite), self->mark->favourite);
  gtk_button_set_label (self->hide, self->mark->hidden ? _ ("Show Again") : C_ ("strategy", "Hide"));
  self->setting = FALSE;
  show_suggested (self);
}

void
keel_strategy_page_set_session (KeelStrategyPage *self, KeelSession *session)
{
  g_set_object (&self->session, session);
}

/* What was written is newer than what was read, until that is the same. */
static void
show_note (KeelStrategyPage *self, gboolean same)
{
  g_autofree char *written = keel_note_area_dup_text (self->note);
  gboolean equal = g_strcmp0 (written, self->mark->note) == 0;

  if (!same || (equal && self->pause == 0))
    self->written = FALSE;
  if (!same || (!self->written && !equal))
    keel_note_area_set_text (self->note, self->mark->note);
}

void
keel_strategy_page_show (KeelStrategyPage *self, const KeelStrategy *strategy, const KeelStrategyBook *book)
{
  const KeelStrategyMark *mark = book != NULL ? keel_strategy_book_get_mark (book, strategy->id) : NULL;
  gboolean same = self->strategy != NULL && g_str_equal (self->strategy->id, strategy->id);
  g_autofree char *help = book != NULL
                              ? keel_sentence_strategy_help (keel_strategy_book_get_help (book, strategy->id))
                              : NULL;

  if (!same)
    keel_strategy_page_save (self);
  if (!same)
    self->named = FALSE;
  if (self->strategy != strategy)
    {
      g_clear_pointer (&self->strategy, keel_strategy_unref);
      self->strategy = keel_strategy_ref (strategy);
      show_card (self);
    }
  g_clear_pointer (&self->mark, keel_strategy_mark_free);
  self->mark = mark != NULL ? keel_strategy_mark_copy (mark) : keel_strategy_mark_new (strategy->id);
  show_mark (self);
  show_note (self, same);
  show_words (self->help, help);
  gtk_widget_set_visible (self->runs, help != NULL);
  keel_series_entries_show_strategy (self->entries, self->session, strategy->id);
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
keel_strategy_page_start (KeelStrategyPage *self)
{
  keel_pages_start (GTK_WIDGET (self->begin));
}

void
keel_strategy_page_save (KeelStrategyPage *self)
{
  if (self->session == NULL)
    return;
  if (self->pause != 0)
    {
      g_source_remove (self->pause);
      pause_cb (self);
    }
  if (self->naming != 0)
    {
      g_source_remove (self->naming);
      naming_cb (self);
    }
}

void
keel_strategy_page_set_beside (KeelStrategyPage *self, gboolean beside)
{
  const char *name = beside ? _ ("Close the card") : _ ("Back to all cards");

  gtk_button_set_icon_name (self->back, beside ? "window-close-symbolic" : "go-previous-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
