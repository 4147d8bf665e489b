#include "config.h"

#include "keel-worksheets-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-entry-page.h"
#include "keel-entry-question.h"
#include "keel-pages.h"
#include "keel-session-today.h"
#include "keel-undo-toast.h"
#include "keel-window.h"
#include "keel-worksheet-list.h"
#include "keel-worksheet-trash.h"

struct _KeelWorksheetsPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  KeelWorksheetList *list;
  KeelWorksheetTrash *trash;
  AdwBin *entry_bin;

  KeelSession *session;
  KeelEntryPage *page;     /* NULL: none is open */
  KeelWorksheet *next;     /* nullable: to be opened when what is open has been saved */
  char *next_entry;        /* likewise: UUID */
  KeelEntryLink next_link; /* of next: what a new page belongs to */
  char *next_target;       /* nullable */
  KeelWorksheet *daily;    /* nullable: of which today's entry is looked for */
  gboolean opening;
  gboolean aside;   /* another page of the window is shown */
  gboolean putting; /* saves for that, and stays open */
  gboolean secret;  /* @page is of what nobody else is to find: it does not stay open behind another page */
  gboolean closing;
  gboolean stayed; /* closing was tried, and could not save */
};

G_DEFINE_FINAL_TYPE (KeelWorksheetsPage, keel_worksheets_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_IMMERSED,
};

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What was moved to the trash. */
typedef struct
{
  KeelWorksheetsPage *page; /* weak */
  KeelSession *session;
  char *uuid;
} Trashed;

static void
trashed_free (Trashed *trashed)
{
  g_clear_weak_pointer (&trashed->page);
  g_object_unref (trashed->session);
  g_free (trashed->uuid);
  g_free (trashed);
}

static void
tell_error (KeelWorksheetsPage *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (GTK_WIDGET (self), sentence);
}

static void
show (KeelWorksheetsPage *self, const char *name)
{
  keel_pages_show (self->stack, name);
  g_object_notify (G_OBJECT (self), "immersed");
}

static void
leave_full_screen (KeelWorksheetsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_window_is_fullscreen (GTK_WINDOW (root)))
    gtk_window_unfullscreen (GTK_WINDOW (root));
}

static void
drop_page (KeelWorksheetsPage *self)
{
  self->page = NULL;
  adw_bin_set_child (self->entry_bin, NULL);
}

static void
show_list (KeelWorksheetsPage *self, const char *uuid)
{
  show (self, "list");
  if (!self->aside)
    {
      leave_full_screen (self);
      keel_worksheet_list_search (self->list);
    }
  keel_worksheet_list_refresh (self->list, uuid);
}

static gboolean
is_secret (const KeelWorksheet *worksheet)
{
  return worksheet->quiet || worksheet->ask_again;
}

static void show_page (KeelWorksheetsPage *self, KeelWriting *paper);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetsPage) self = data;
  g_autoptr (GError) error = NULL;
  KeelWriting *paper = keel_session_writing_finish (KEEL_SESSION (source), result, &error);

  self->opening = FALSE;
  /* The window was closed meanwhile, or another page is shown. */
  if (self->session == NULL || (paper != NULL && self->aside && is_secret (paper->worksheet)))
    g_clear_pointer (&paper, keel_writing_free);
  else if (paper != NULL)
    show_page (self, paper);
  else
    tell_error (self, error);
}

/* What is written every day belongs to its day: that of today is opened where there is one. */
static void
todays_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetsPage) self = data;
  g_autofree char *uuid = keel_session_find_todays_finish (KEEL_SESSION (source), result, NULL);
  g_autoptr (KeelWorksheet) worksheet = g_steal_pointer (&self->daily);

  if (self->session == NULL) /* the window was closed meanwhile */
    return;
  if (uuid != NULL)
    keel_session_read_entry_async (self->session, uuid, read_cb, g_object_ref (self));
  else
    keel_session_open_worksheet_async (self->session, worksheet, TRUE, read_cb, g_object_ref (self));
}

static void
open_daily (KeelWorksheetsPage *self, KeelWorksheet *worksheet)
{
  self->daily = keel_worksheet_ref (worksheet);
  keel_session_find_todays_async (self->session, worksheet->id, todays_found_cb, g_object_ref (self));
}

static void
open_next (KeelWorksheetsPage *self)
{
  g_autoptr (KeelWorksheet) worksheet = g_steal_pointer (&self->next);
  g_autofree char *uuid = g_steal_pointer (&self->next_entry);
  g_autofree char *target = g_steal_pointer (&self->next_target);

  self->opening = TRUE;
  if (worksheet != NULL && target != NULL)
    keel_session_open_worksheet_for_async (self->session, worksheet, self->next_link, target, read_cb,
                                           g_object_ref (self));
  else if (worksheet != NULL && worksheet->daily)
    open_daily (self, worksheet);
  else if (worksheet != NULL)
    keel_session_open_worksheet_async (self->session, worksheet, TRUE, read_cb, g_object_ref (self));
  else
    keel_session_read_entry_async (self->session, uuid, read_cb, g_object_ref (self));
}

static gboolean
has_next (KeelWorksheetsPage *self)
{
  return self->next != NULL || self->next_entry != NULL;
}

/* One at a time: whoever presses twice has pressed once. */
static void
open_soon (KeelWorksheetsPage *self)
{
  self->aside = FALSE;
  if (self->page != NULL)
    keel_entry_page_leave (self->page);
  else
    open_next (self);
}

static void
forget_next (KeelWorksheetsPage *self)
{
  g_clear_pointer (&self->next, keel_worksheet_unref);
  g_clear_pointer (&self->next_entry, g_free);
  g_clear_pointer (&self->next_target, g_free);
}

static void
left_cb (KeelEntryPage *page, KeelWorksheetsPage *self)
{
  g_autofree char *uuid = g_strdup (keel_entry_page_get_uuid (page));
  gboolean keep = self->putting && !self->closing && !self->secret && !has_next (self);

  if (page != self->page)
    return;
  self->putting = FALSE;
  if (keep)
    return;
  drop_page (self);
  if (self->closing)
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  else if (has_next (self))
    open_next (self);
  else
    show_list (self, uuid);
}

/* It could not be saved. */
static void
stayed_cb (KeelWorksheetsPage *self)
{
  self->stayed |= self->closing;
  self->closing = FALSE;
  self->putting = FALSE;
  forget_next (self);
  if (self->aside)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", "worksheets");
}

/* Somebody may have gone elsewhere while it was read. */
static void
replaced_cb (KeelEntryPage *page, KeelWriting *paper, KeelWorksheetsPage *self)
{
  if (page == self->page)
    show_page (self, paper);
  else
    keel_writing_free (paper);
}

static void
put_back_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelEntry) entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);

  if (self->session == NULL) /* the window was closed meanwhile */
    return;
  keel_undo_toast_tell (GTK_WIDGET (self), error, NULL);
  keel_worksheet_list_refresh (self->list, entry != NULL ? entry->uuid : NULL);
  keel_worksheet_trash_refresh (self->trash);
}

static void
put_back_cb (gpointer data)
{
  Trashed *trashed = data;

  if (trashed->page != NULL)
    keel_session_trash_entry_async (trashed->session, trashed->uuid, FALSE, put_back_done_cb,
                                    g_object_ref (trashed->page));
}

static void
offer_back (KeelWorksheetsPage *self, KeelEntry *entry)
{
  Trashed *trashed = g_new0 (Trashed, 1);
  g_autofree char *sentence = NULL;

  g_set_weak_pointer (&trashed->page, self);
  trashed->session = g_object_ref (self->session);
  trashed->uuid = g_strdup (entry->uuid);
  sentence = g_strdup_printf (ngettext ("It is in the trash and will be destroyed in %d day.",
                                        "It is in the trash and will be destroyed in %d days.",
                                        KEEL_TRASH_DAYS),
                              KEEL_TRASH_DAYS);
  keel_undo_toast_show (GTK_WIDGET (self), sentence, put_back_cb, trashed, (GDestroyNotify) trashed_free);
}

static void
gone_cb (KeelEntryPage *page, KeelEntry *entry, KeelWorksheetsPage *self)
{
  if (page != self->page)
    return;
  drop_page (self);
  show_list (self, NULL);
  if (entry != NULL)
    offer_back (self, entry);
  else
    keel_say (GTK_WIDGET (self), _ ("It is destroyed."));
}

/* Takes @paper. */
static void
show_page (KeelWorksheetsPage *self, KeelWriting *paper)
{
  self->secret = is_secret (paper->worksheet);
  self->page = keel_entry_page_new (self->session, paper);
  g_signal_connect_object (self->page, "left", G_CALLBACK (left_cb), self, 0);
  g_signal_connect_object (self->page, "stayed", G_CALLBACK (stayed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "opened", G_CALLBACK (replaced_cb), self, 0);
  g_signal_connect_object (self->page, "gone", G_CALLBACK (gone_cb), self, 0);
  adw_bin_set_child (self->entry_bin, GTK_WIDGET (self->page));
  show (self, "entry");
  if (!self->aside)
    keel_entry_page_begin (self->page);
}

static void
begin_cb (KeelWorksheetsPage *self, KeelWorksheet *worksheet)
{
  keel_worksheets_page_open_worksheet (self, worksheet);
}

static void
open_cb (KeelWorksheetsPage *self, KeelEntry *entry)
{
  keel_worksheets_page_open_entry (self, entry->uuid);
}

static void
trash_cb (KeelWorksheetsPage *self)
{
  show (self, "trash");
  keel_worksheet_trash_refresh (self->trash);
  gtk_widget_child_focus (GTK_WIDGET (self->trash), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (KeelWorksheetsPage *self)
{
  show_list (self, NULL);
}

static void
full_screen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.full-screen", NULL);
}

static void
lose_cb (KeelWorksheetsPage *self, const char *response)
{
  if (g_str_equal (response, "go"))
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* It could not be saved once already. */
static void
ask_about_loss (KeelWorksheetsPage *self)
{
  GtkWidget *dialog = keel_entry_question_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Close without saving?"),
      _ ("The last words you wrote cannot be saved now. If you close, they are lost."), _ ("Stay"),
      _ ("Close Without Saving"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (lose_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keel_worksheets_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, keel_worksheets_page_is_immersed (KEEL_WORKSHEETS_PAGE (object)));
}

static void
keel_worksheets_page_dispose (GObject *object)
{
  KeelWorksheetsPage *self = KEEL_WORKSHEETS_PAGE (object);

  forget_next (self);
  g_clear_pointer (&self->daily, keel_worksheet_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_worksheets_page_parent_class)->dispose (object);
}

static void
keel_worksheets_page_class_init (KeelWorksheetsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = keel_worksheets_page_dispose;
  object_class->get_property = keel_worksheets_page_get_property;
  g_object_class_install_property (object_class, PROP_IMMERSED,
                                   g_param_spec_boolean ("immersed", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", KEEL_TYPE_WORKSHEETS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_WORKSHEET_LIST);
  g_type_ensure (KEEL_TYPE_WORKSHEET_TRASH);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-worksheets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetsPage, list);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetsPage, trash);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetsPage, entry_bin);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, trash_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "worksheets.full-screen", NULL, full_screen_cb);
}

static void
keel_worksheets_page_init (KeelWorksheetsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_pages_show (self->stack, "list");
}

KeelWorksheetsPage *
keel_worksheets_page_new (KeelSession *session)
{
  KeelWorksheetsPage *self = g_object_new (KEEL_TYPE_WORKSHEETS_PAGE, NULL);

  self->session = g_object_ref (session);
  keel_worksheet_list_set_session (self->list, session);
  keel_worksheet_trash_set_session (self->trash, session);
  return self;
}

void
keel_worksheets_page_start (KeelWorksheetsPage *self)
{
  self->aside = FALSE;
  if (self->page != NULL)
    keel_entry_page_begin (self->page);
  else if (keel_pages_shows (self->stack, "trash"))
    gtk_widget_child_focus (GTK_WIDGET (self->trash), GTK_DIR_TAB_FORWARD);
  else if (!self->opening)
    show_list (self, NULL);
}

void
keel_worksheets_page_search (KeelWorksheetsPage *self)
{
  if (keel_pages_shows (self->stack, "list"))
    keel_worksheet_list_search (self->list);
}

void
keel_worksheets_page_back (KeelWorksheetsPage *self)
{
  self->putting = FALSE;
  if (self->page != NULL)
    keel_entry_page_leave (self->page);
  else if (keel_pages_shows (self->stack, "trash"))
    show_list (self, NULL);
}

gboolean
keel_worksheets_page_is_immersed (KeelWorksheetsPage *self)
{
  return !keel_pages_shows (self->stack, "list");
}

void
keel_worksheets_page_open_worksheet (KeelWorksheetsPage *self, const KeelWorksheet *worksheet)
{
  if (self->opening || has_next (self))
    return;
  self->next = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  open_soon (self);
}

void
keel_worksheets_page_open_worksheet_for (KeelWorksheetsPage *self, const KeelWorksheet *worksheet,
                                         KeelEntryLink link, const char *target)
{
  if (self->opening || has_next (self))
    return;
  self->next_link = link;
  self->next_target = g_strdup (target);
  keel_worksheets_page_open_worksheet (self, worksheet);
}

void
keel_worksheets_page_open_entry (KeelWorksheetsPage *self, const char *uuid)
{
  if (self->opening || has_next (self))
    return;
  self->next_entry = g_strdup (uuid);
  open_soon (self);
}

void
keel_worksheets_page_put_aside (KeelWorksheetsPage *self)
{
  self->aside = TRUE;
  self->putting = self->page != NULL;
  keel_worksheet_list_forget_search (self->list);
  if (self->page != NULL)
    keel_entry_page_leave (self->page);
}

gboolean
keel_worksheets_page_close (KeelWorksheetsPage *self)
{
  if (self->page == NULL)
    return FALSE;
  if (self->stayed && keel_entry_page_is_waiting (self->page))
    {
      ask_about_loss (self);
      return TRUE;
    }
  self->stayed = FALSE;
  self->closing = TRUE;
  keel_entry_page_leave (self->page);
  return TRUE;
}
