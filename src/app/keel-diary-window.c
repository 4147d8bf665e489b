#include "config.h"

#include "keel-diary-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-chip-choice.h"
#include "keel-diary-row.h"
#include "keel-headed-list.h"
#include "keel-month.h"
#include "keel-pages.h"
#include "keel-private-text.h"
#include "keel-window.h"

#define STEP 50
#define MOST_TAGS 12
#define ALL ""

struct _KeelDiaryWindow
{
  AdwWindow parent_instance;

  GtkButton *write;
  GtkStack *stack;
  GtkEditable *search;
  KeelChipChoice *kinds;
  AdwBin *tags_bin;
  GtkBox *months;
  GtkWidget *nothing;
  GtkWidget *more;

  KeelSession *session;
  GCancellable *reading;
  GPtrArray *pages; /* of KeelDiaryPage; nullable: not read yet */
  int kind;         /* -1: all */
  char *tag;        /* nullable: all */
  guint most;       /* rows */
  gboolean any;     /* something was written, whatever is searched for */
};

G_DEFINE_FINAL_TYPE (KeelDiaryWindow, keel_diary_window, ADW_TYPE_WINDOW)

/* What each kind is called among the others, and what begins one. */
static const struct
{
  const char *id;
  const char *name;
  const char *verb;
} kinds[KEEL_DIARY_N_KINDS] = {
  { "page", NC_ ("journal", "Pages"), N_ ("Write a Page") },
  { "story", NC_ ("journal", "Stories"), N_ ("Write a Story") },
  { "gratitude", NC_ ("journal", "Good Things"), N_ ("Write Good Things") },
  { "hope", NC_ ("journal", "Words of Hope"), N_ ("Write Words of Hope") },
};

/* Leaves the window, and does @action with @target in the one behind it. */
static void
leave_for (KeelDiaryWindow *self, const char *action, const char *target)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *kept = g_strdup (target);

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), action, "s", kept);
}

static void
write_cb (KeelDiaryWindow *self)
{
  leave_for (self, "app.open-worksheet", keel_diary_worksheets[MAX (self->kind, KEEL_DIARY_PAGE)]);
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelDiaryWindow *self)
{
  leave_for (self, "app.open-entry", keel_diary_row_get_entry (KEEL_DIARY_ROW (row))->uuid);
}

static gboolean
is_wanted (KeelDiaryWindow *self, const KeelDiaryPage *page)
{
  return (self->kind < 0 || page->kind == (KeelDiaryKind) self->kind) &&
         (self->tag == NULL || keel_diary_page_has_tag (page, self->tag));
}

static GPtrArray *
find_wanted (KeelDiaryWindow *self)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->pages->len; i++)
    {
      if (is_wanted (self, g_ptr_array_index (self->pages, i)))
        g_ptr_array_add (wanted, g_ptr_array_index (self->pages, i));
    }
  return wanted;
}

static GtkListBox *
add_month (KeelDiaryWindow *self, gint64 month)
{
  g_autofree char *title = keel_sentence_month (month);
  GtkListBox *rows = keel_headed_list_append (self->months, title, title);

  g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  return rows;
}

static void
clear_months (KeelDiaryWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->months))) != NULL)
    gtk_box_remove (self->months, child);
}

static gint64
get_today (KeelDiaryWindow *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  return keel_local_time_get_days (keel_local_time_from_utc (keel_session_get_now (self->session), zone));
}

/* Transfer none: the row that was made as number @first, which gets the focus; NULL. */
static GtkWidget *
add_rows (KeelDiaryWindow *self, GPtrArray *wanted, guint first)
{
  gint64 today = get_today (self);
  gint64 last = 0;
  GtkListBox *rows = NULL;
  GtkWidget *marked = NULL;

  for (guint i = 0; i < MIN (wanted->len, self->most); i++)
    {
      const KeelDiaryPage *page = g_ptr_array_index (wanted, i);
      gint64 month = keel_month_get_first (page->day);
      GtkWidget *row = keel_diary_row_new (page, today);

      if (rows == NULL || month != last)
        rows = add_month (self, month);
      last = month;
      gtk_list_box_append (rows, row);
      if (i == first)
        marked = row;
    }
  return marked;
}

/* @first: the row that gets the focus; G_MAXUINT: none. */
static void
show_rows (KeelDiaryWindow *self, guint first)
{
  g_autoptr (GPtrArray) wanted = NULL;
  GtkWidget *row;

  if (self->pages == NULL)
    return;
  wanted = find_wanted (self);
  clear_months (self);
  row = add_rows (self, wanted, first);
  gtk_widget_set_visible (self->nothing, wanted->len == 0);
  gtk_widget_set_visible (self->more, wanted->len > self->most);
  keel_pages_show (self->stack, self->any ? "journal" : "empty");
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
show_from_start (KeelDiaryWindow *self)
{
  self->most = STEP;
  show_rows (self, G_MAXUINT);
}

static void
tag_chosen_cb (KeelChipChoice *choice, const char *tag, KeelDiaryWindow *self)
{
  g_free (self->tag);
  self->tag = *tag != '\0' ? g_strdup (tag) : NULL;
  show_from_start (self);
}

/* The most frequent; what else there is, the search finds. */
static void
show_tags (KeelDiaryWindow *self)
{
  g_auto (GStrv) tags = keel_diary_list_tags (self->pages);
  KeelChipChoice *choice = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  keel_chip_choice_add (choice, ALL, C_ ("tags", "All tags"));
  for (guint i = 0; tags[i] != NULL && i < MOST_TAGS; i++)
    keel_chip_choice_add (choice, tags[i], tags[i]);
  if (self->tag != NULL && !keel_chip_choice_has (choice, self->tag))
    g_clear_pointer (&self->tag, g_free);
  keel_chip_choice_select (choice, self->tag != NULL ? self->tag : ALL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags"), -1);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (tag_chosen_cb), self, 0);
  adw_bin_set_child (self->tags_bin, GTK_WIDGET (choice));
  gtk_widget_set_visible (GTK_WIDGET (self->tags_bin), tags[0] != NULL);
}

static const char *
get_words (KeelDiaryWindow *self)
{
  const char *words = gtk_editable_get_text (self->search);

  return *words != '\0' ? words : NULL;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelDiaryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = keel_session_list_diary_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* closed meanwhile, or other words are looked for */
  if (pages == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = g_steal_pointer (&pages);
  if (get_words (self) == NULL)
    {
      self->any = self->pages->len > 0;
      show_tags (self);
    }
  show_rows (self, G_MAXUINT);
}

static void
refresh (KeelDiaryWindow *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  keel_session_list_diary_async (self->session, get_words (self), self->reading, listed_cb,
                                 g_object_ref (self));
}

static void
search_changed_cb (KeelDiaryWindow *self)
{
  self->most = STEP;
  refresh (self);
}

/* Escape empties the entry first, and then closes the window. */
static void
stop_search_cb (KeelDiaryWindow *self)
{
  if (get_words (self) != NULL)
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
more_cb (KeelDiaryWindow *self)
{
  guint first = self->most;

  self->most += STEP;
  show_rows (self, first);
}

static void
show_verb (KeelDiaryWindow *self)
{
  gtk_button_set_label (self->write, _ (kinds[MAX (self->kind, KEEL_DIARY_PAGE)].verb));
}

static void
kind_chosen_cb (KeelDiaryWindow *self, const char *id)
{
  self->kind = -1;
  for (int i = 0; i < KEEL_DIARY_N_KINDS; i++)
    {
      if (g_str_equal (kinds[i].id, id))
        self->kind = i;
    }
  show_verb (self);
  show_from_start (self);
}

static void
keel_diary_window_dispose (GObject *object)
{
  KeelDiaryWindow *self = KEEL_DIARY_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->tag, g_free);
  G_OBJECT_CLASS (keel_diary_window_parent_class)->dispose (object);
}

static void
keel_diary_window_class_init (KeelDiaryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_diary_window_dispose;
  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-diary-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelDiaryWindow, write);
  gtk_widget_class_bind_template_child (widget_class, KeelDiaryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelDiaryWindow, search);
  gtk_widget_class_bind_template_child (widget_class, KeelDiaryWindow, kinds);
  gtk_widget_class_bind_template_child (widget_class, KeelDiaryWindow, tags_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelDiaryWindow, months);
  gtk_widget_class_bind_template_child (widget_class, KeelDiaryWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelDiaryWindow, more);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_diary_window_init (KeelDiaryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_private_text_mark (self->search);
  keel_announcer_greet (GTK_WINDOW (self));
  self->kind = -1;
  self->most = STEP;
  keel_chip_choice_add (self->kinds, ALL, C_ ("journal", "All"));
  for (int i = 0; i < KEEL_DIARY_N_KINDS; i++)
    keel_chip_choice_add (self->kinds, kinds[i].id, g_dpgettext2 (GETTEXT_PACKAGE, "journal", kinds[i].name));
  keel_chip_choice_select (self->kinds, ALL);
  show_verb (self);
  keel_pages_show (self->stack, "wait");
}

void
keel_diary_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelDiaryWindow *self = g_object_new (KEEL_TYPE_DIARY_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "entries-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
