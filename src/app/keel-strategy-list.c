#include "config.h"

#include "keel-strategy-list.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "content/keel-strategy-sentences.h"

#include "keel-headed-list.h"
#include "keel-pages.h"
#include "keel-private-text.h"
#include "keel-session-programs.h"
#include "keel-session-settings.h"
#include "keel-strategy-choice.h"
#include "keel-strategy-hero.h"
#include "keel-strategy-row.h"
#include "keel-tag-chips.h"
#include "keel-window.h"
#include "keel-wrap-box.h"
#include "keel-worksheet-choice.h"

struct _KeelStrategyList
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  KeelTagChips *tags;
  GtkEditable *search;
  GtkWidget *urge_log;
  GtkBox *results;

  KeelSession *session;
  const KeelStrategyBook *book; /* not owned; nullable: not read yet */
  KeelPageGroups pages;
  KeelShelf shelf;
  char *focus;   /* nullable: id of the card that gets the focus when it is shown */
  char *failed;  /* nullable: why the book could not be read */
  gboolean lead; /* the focus goes to what is shown now */
  gboolean led;  /* it has gone there */
};

G_DEFINE_FINAL_TYPE (KeelStrategyList, keel_strategy_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show (KeelStrategyList *self);

static const GPtrArray *
get_all (KeelStrategyList *self)
{
  return keel_content_get_strategies (keel_session_get_content (self->session));
}

static const char *
get_words (KeelStrategyList *self)
{
  return gtk_editable_get_text (self->search);
}

static GPtrArray *
list_shelf (KeelStrategyList *self, KeelShelfKind kind, guint which)
{
  return keel_strategy_choice_list (get_all (self), self->pages, self->book, (KeelShelf){ kind, which });
}

static void
open_card (KeelStrategyList *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, id);
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelStrategyList *self)
{
  open_card (self, keel_strategy_row_get_id (KEEL_STRATEGY_ROW (row)));
}

static void
hero_open_cb (KeelStrategyList *self, const char *id)
{
  open_card (self, id);
}

static void
take_focus (KeelStrategyList *self, GtkWidget *widget, const char *id)
{
  if (!self->led && (self->lead || g_strcmp0 (self->focus, id) == 0))
    self->led = gtk_widget_grab_focus (widget);
}

/* Takes @strategies; those before @from are left out. */
static void
add_list (KeelStrategyList *self, const char *heading, GPtrArray *strategies, guint from)
{
  GtkListBox *rows = NULL;

  for (guint i = from; i < strategies->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (strategies, i);
      GtkWidget *row = keel_strategy_row_new (strategy, self->book);

      if (rows == NULL)
        {
          rows = keel_headed_list_append (self->results, heading, heading);
          g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
        }
      gtk_list_box_append (rows, row);
      take_focus (self, row, strategy->id);
    }
  g_ptr_array_unref (strategies);
}

static void
add_note (KeelStrategyList *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "keel-note");
  gtk_box_append (self->results, label);
}

static GtkWidget *
add_button (KeelStrategyList *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 12);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->results, button);
  return button;
}

static void
go_to_shelf (KeelStrategyList *self, KeelShelfKind kind, guint which)
{
  self->shelf = (KeelShelf){ kind, which };
  self->lead = TRUE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show (self);
}

static void
everything_cb (KeelStrategyList *self)
{
  go_to_shelf (self, KEEL_SHELF_EVERYTHING, 0);
  keel_tag_chips_start (self->tags);
}

static void
hidden_cb (KeelStrategyList *self)
{
  go_to_shelf (self, KEEL_SHELF_HIDDEN, 0);
}

static void
group_cb (GtkListBox *rows, GtkListBoxRow *row, KeelStrategyList *self)
{
  go_to_shelf (self, KEEL_SHELF_GROUP, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "keel-group")));
}

static void
new_cb (KeelStrategyList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "coping.edit", "s", "");
}

static const char *
name_group (KeelStrategyList *self, KeelStrategyGroup group)
{
  if (group == KEEL_STRATEGY_GROUP_URGES && keel_session_is_for_family_alone (self->session))
    return _ ("Getting through a hard moment");
  return keel_sentence_strategy_group (group);
}

static GtkWidget *
make_group_row (KeelStrategyList *self, KeelStrategyGroup group, guint count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf (ngettext ("%u card", "%u cards", count), count);
  const char *title = name_group (self, group);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "keel-group", GUINT_TO_POINTER (group));
  return row;
}

static void
add_group (KeelStrategyList *self, GtkListBox *rows, KeelStrategyGroup group)
{
  g_autoptr (GPtrArray) strategies = list_shelf (self, KEEL_SHELF_GROUP, group);

  if (strategies->len > 0)
    gtk_list_box_append (rows, make_group_row (self, group, strategies->len));
}

/* What is for families comes first where it is for them alone. */
static void
add_groups (KeelStrategyList *self)
{
  gboolean families = keel_session_is_for_family_alone (self->session);
  GtkListBox *rows = keel_headed_list_append (self->results, _ ("All cards"), _ ("All cards"));

  g_signal_connect_object (rows, "row-activated", G_CALLBACK (group_cb), self, 0);
  if (families)
    add_group (self, rows, KEEL_STRATEGY_GROUP_FAMILY);
  for (guint group = 0; keel_strategy_group_words[group] != NULL; group++)
    if (group != KEEL_STRATEGY_GROUP_FAMILY || !families)
      add_group (self, rows, (KeelStrategyGroup) group);
}

static void
add_hidden (KeelStrategyList *self)
{
  g_autoptr (GPtrArray) hidden = list_shelf (self, KEEL_SHELF_HIDDEN, 0);
  g_autofree char *label = g_strdup_printf (ngettext ("Hidden (%u Card)", "Hidden (%u Cards)", hidden->len),
                                            hidden->len);

  if (hidden->len > 0)
    gtk_widget_add_css_class (add_button (self, label, G_CALLBACK (hidden_cb)), "flat");
}

/* What stands above is not shown again. */
static GPtrArray *
list_rest (KeelStrategyList *self, KeelShelfKind kind, GHashTable *taken)
{
  GPtrArray *strategies = list_shelf (self, kind, 0);

  for (guint i = strategies->len; i-- > 0;)
    if (!g_hash_table_add (taken, g_ptr_array_index (strategies, i)))
      g_ptr_array_remove_index (strategies, i);
  return strategies;
}

static void
show_everything (KeelStrategyList *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  add_list (self, _ ("What helped you"), list_rest (self, KEEL_SHELF_HELPED, taken), 0);
  add_list (self, _ ("Your favorites"), list_rest (self, KEEL_SHELF_FAVOURITES, taken), 0);
  add_list (self, _ ("Suggested to you"), list_rest (self, KEEL_SHELF_SUGGESTED, taken), 0);
  add_list (self, _ ("Made by you"), list_rest (self, KEEL_SHELF_OWN, taken), 0);
  add_groups (self);
  add_button (self, _ ("Make a Card of Your Own…"), G_CALLBACK (new_cb));
  add_hidden (self);
}

static const char *
name_shelf (KeelStrategyList *self)
{
  if (self->shelf.kind == KEEL_SHELF_TAG)
    return keel_sentence_strategy_tag ((KeelStrategyTag) self->shelf.which);
  if (self->shelf.kind == KEEL_SHELF_GROUP)
    return name_group (self, (KeelStrategyGroup) self->shelf.which);
  return _ ("Hidden");
}

static gboolean
is_grave (KeelShelf shelf)
{
  return shelf.which == KEEL_TAG_EMERGENCY || shelf.which == KEEL_TAG_OPIOID ||
         shelf.which == KEEL_TAG_WITHDRAWAL;
}

/* The numbers come before any card. */
static void
add_help (KeelStrategyList *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Open Help Now"));

  add_note (self, _ ("Is someone in danger? Help now has the emergency number, and what to do first."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.help-now");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->results, button);
}

static void
add_hero (KeelStrategyList *self, const KeelStrategy *strategy)
{
  GtkWidget *hero = keel_strategy_hero_new (keel_session_get_content (self->session), strategy, self->book);

  g_signal_connect_object (hero, "open", G_CALLBACK (hero_open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->results, hero);
  if (self->lead || g_strcmp0 (self->focus, strategy->id) == 0)
    self->led = keel_pages_start (hero);
}

/* One thing to do now, and the others below it. */
static void
show_tag (KeelStrategyList *self)
{
  GPtrArray *found = list_shelf (self, self->shelf.kind, self->shelf.which);

  if (is_grave (self->shelf))
    {
      add_help (self);
      add_list (self, name_shelf (self), found, 0);
      return;
    }
  if (found->len > 0)
    add_hero (self, g_ptr_array_index (found, 0));
  else
    add_note (self, _ ("You have hidden all cards for this."));
  add_list (self, _ ("Or one of these"), found, 1);
}

static void
show_shelf (KeelStrategyList *self)
{
  if (self->shelf.kind == KEEL_SHELF_TAG)
    show_tag (self);
  else
    add_list (self, name_shelf (self), list_shelf (self, self->shelf.kind, self->shelf.which), 0);
  add_button (self, _ ("Show All Cards"), G_CALLBACK (everything_cb));
}

/* The last card that was hidden is shown again: nobody is left on an empty shelf. */
static gboolean
is_empty (KeelStrategyList *self)
{
  g_autoptr (GPtrArray) found = list_shelf (self, self->shelf.kind, self->shelf.which);

  return self->shelf.kind != KEEL_SHELF_TAG && found->len == 0;
}

static void
show_found (KeelStrategyList *self, const char *words)
{
  GPtrArray *found = keel_strategy_choice_search (get_all (self), self->pages, self->book, words);

  if (found->len == 0)
    add_note (self, _ ("Nothing fits. Try fewer words."));
  add_list (self, _ ("What fits"), found, 0);
}

/* What was looked for may not be there any more: then to what is. */
static void
lead_focus (KeelStrategyList *self)
{
  gboolean wanted = self->lead || self->focus != NULL;

  if (wanted && !self->led && !keel_pages_start (GTK_WIDGET (self->results)))
    keel_tag_chips_start (self->tags);
  self->lead = FALSE;
  self->led = FALSE;
  g_clear_pointer (&self->focus, g_free);
}

static void
show (KeelStrategyList *self)
{
  g_autofree char *words = g_strstrip (g_strdup (get_words (self)));
  GtkWidget *child;

  if (self->session == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_box_remove (self->results, child);
  keel_tag_chips_select (self->tags, self->shelf.kind == KEEL_SHELF_TAG ? (KeelStrategyTag) self->shelf.which
                                                                        : KEEL_N_TAGS);
  if (is_empty (self))
    self->shelf = (KeelShelf){ KEEL_SHELF_EVERYTHING, 0 };
  if (self->failed != NULL)
    add_note (self, self->failed);
  if (get_all (self)->len == 0)
    add_note (self, _ ("The cards cannot be read. Install Keel again to get them back."));
  else if (*words != '\0')
    show_found (self, words);
  else if (self->shelf.kind == KEEL_SHELF_EVERYTHING)
    show_everything (self);
  else
    show_shelf (self);
  lead_focus (self);
}

/* The focus stays on the chip: whoever listens is told that something came of it. */
static void
say_found (KeelStrategyList *self)
{
  g_autoptr (GPtrArray) found = list_shelf (self, self->shelf.kind, self->shelf.which);
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u card fits.", "%u cards fit.", found->len),
                                               found->len);

  keel_say (GTK_WIDGET (self), sentence);
}

static void
tag_cb (KeelStrategyList *self, int tag)
{
  self->shelf = (KeelShelf){ KEEL_SHELF_TAG, (guint) tag };
  gtk_editable_set_text (self->search, "");
  show (self);
  say_found (self);
}

static void
search_changed_cb (KeelStrategyList *self)
{
  if (*get_words (self) != '\0')
    self->shelf = (KeelShelf){ KEEL_SHELF_EVERYTHING, 0 };
  show (self);
}

static void
stop_search_cb (KeelStrategyList *self)
{
  gtk_editable_set_text (self->search, "");
}

/* What had the focus is made anew, and gets it again. */
static void
keep_place (KeelStrategyList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, KEEL_TYPE_STRATEGY_ROW) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->results)))
    return;
  if (row != NULL)
    self->focus = g_strdup (keel_strategy_row_get_id (KEEL_STRATEGY_ROW (row)));
  else
    self->lead = TRUE;
}

static void
read_pages (KeelStrategyList *self)
{
  gboolean families = keel_session_is_for_family_alone (self->session);

  self->pages = keel_worksheet_choice_get_pages (keel_session_get_page_groups (self->session),
                                                 keel_session_get_programs (self->session));
  keel_tag_chips_offer (self->tags, keel_strategy_choice_get_tags (get_all (self), self->pages), !families);
  gtk_widget_set_visible (self->urge_log, !families);
  show (self);
}

/* What was looked for may not be there any more. */
static void
pages_cb (KeelStrategyList *self)
{
  self->shelf = (KeelShelf){ KEEL_SHELF_EVERYTHING, 0 };
  keel_tag_chips_select (self->tags, KEEL_N_TAGS);
  read_pages (self);
}

static void
keel_strategy_list_dispose (GObject *object)
{
  KeelStrategyList *self = KEEL_STRATEGY_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->focus, g_free);
  g_clear_pointer (&self->failed, g_free);
  G_OBJECT_CLASS (keel_strategy_list_parent_class)->dispose (object);
}

static void
keel_strategy_list_class_init (KeelStrategyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_strategy_list_dispose;

  signals[SIGNAL_OPEN] = g_signal_new ("open", KEEL_TYPE_STRATEGY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (KEEL_TYPE_TAG_CHIPS);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-strategy-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyList, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyList, tags);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyList, search);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyList, urge_log);
  gtk_widget_class_bind_template_child (widget_class, KeelStrategyList, results);
  gtk_widget_class_bind_template_callback (widget_class, tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
keel_strategy_list_init (KeelStrategyList *self)
{
  self->pages = KEEL_PAGES_MEMBER;
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_private_text_mark (self->search);
}

void
keel_strategy_list_set_session (KeelStrategyList *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (read_pages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (pages_cb), self, G_CONNECT_SWAPPED);
  read_pages (self);
}

void
keel_strategy_list_start (KeelStrategyList *self, const char *id)
{
  if (id == NULL)
    {
      keel_tag_chips_start (self->tags);
      return;
    }
  self->focus = g_strdup (id);
  show (self);
}

void
keel_strategy_list_search (KeelStrategyList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
keel_strategy_list_forget_search (KeelStrategyList *self)
{
  gtk_editable_set_text (self->search, "");
}

void
keel_strategy_list_set_book (KeelStrategyList *self, const KeelStrategyBook *book, const char *failure)
{
  self->book = book;
  g_free (self->failed);
  self->failed = g_strdup (failure);
  keep_place (self);
  show (self);
}
