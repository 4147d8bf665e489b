#include "config.h"

#include "keel-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-fetch.h"

#include "keel-announcer.h"
#include "keel-draft.h"
#include "keel-import-form.h"
#include "keel-import-result.h"
#include "keel-list-chooser.h"
#include "keel-pages.h"
#include "keel-text-row.h"
#include "keel-window.h"

struct _KeelImportDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  KeelTextRow *address;
  KeelImportForm *form;
  GtkProgressBar *bar;
  GtkLabel *progress_text;
  KeelImportResult *result;
  AdwStatusPage *failed;
  GtkButton *another;
  GtkWidget *cancel;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *go;
  GtkWidget *stop;
  GtkButton *done;
  GtkWidget *find;

  KeelSession *session;
  GtkWindow *parent; /* weak */
  GPtrArray *files;  /* of GFile */
  guint position;
  char *refreshed;        /* the list that is only brought up to date; else NULL */
  gboolean program_named; /* in the import under way */
  GCancellable *cancellable;
  GtkFileChooserNative *chooser;
};

static void keel_import_dialog_draft_init (KeelDraftInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelImportDialog, keel_import_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KEEL_TYPE_DRAFT, keel_import_dialog_draft_init))

static GFile *
get_file (KeelImportDialog *self)
{
  return self->files->pdata[self->position];
}

static gboolean
is_from_address (KeelImportDialog *self)
{
  g_autofree char *uri = g_file_get_uri (get_file (self));

  return keel_fetch_is_address (uri);
}

/* The dialog may be closed by then; the window behind it hears it all the same. */
static void
say (KeelImportDialog *self, const char *sentence)
{
  if (self->parent != NULL)
    keel_say (GTK_WIDGET (self->parent), sentence);
}

static void
show_page (KeelImportDialog *self, const char *page)
{
  gboolean progress = strcmp (page, "progress") == 0;
  gboolean result = strcmp (page, "result") == 0;
  gboolean failed = strcmp (page, "failed") == 0;
  gboolean address = strcmp (page, "address") == 0;

  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (self->cancel, failed || address);
  gtk_widget_set_visible (self->back, failed && self->refreshed == NULL);
  gtk_widget_set_visible (self->next, address);
  gtk_window_set_default_widget (GTK_WINDOW (self), address ? self->next : self->go);
  gtk_widget_set_visible (self->go, FALSE);
  gtk_widget_set_visible (self->stop, progress);
  gtk_widget_set_visible (GTK_WIDGET (self->done), result);
  gtk_widget_set_visible (self->find, result);
}

/* Choosing a program or a zone is a step inside the form. */
static void
form_turned_cb (KeelImportDialog *self)
{
  gboolean choosing = keel_import_form_is_choosing (self->form);

  show_page (self, "form");
  gtk_widget_set_visible (self->cancel, !choosing);
  gtk_widget_set_visible (self->back, choosing);
  gtk_widget_set_visible (self->go, !choosing);
}

static void
show_options (KeelImportDialog *self)
{
  keel_import_form_show_file (self->form, get_file (self), self->position, self->files->len);
  gtk_widget_grab_focus (self->go);
}

static void
ask_for_address (KeelImportDialog *self)
{
  show_page (self, "address");
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

/* What may not be fetched is said beside the address. */
static void
use_address_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (widget);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autoptr (GError) error = NULL;
  g_autofree char *address = keel_fetch_check_address (text, &error);
  g_autofree char *sentence = NULL;

  if (address == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_text_row_show_problem (self->address, sentence);
      gtk_widget_grab_focus (GTK_WIDGET (self->address));
      say (self, sentence);
      return;
    }
  g_ptr_array_set_size (self->files, 0);
  g_ptr_array_add (self->files, g_file_new_for_uri (address));
  self->position = 0;
  show_options (self);
}

static void
another_chosen_cb (GtkFileChooserNative *chooser, int response, KeelImportDialog *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;
  g_object_unref (self->files->pdata[self->position]);
  self->files->pdata[self->position] = g_steal_pointer (&file);
  show_options (self);
}

static void
progress_cb (guint64 bytes, guint64 total, guint meetings, gpointer data)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (data);
  g_autofree char *size = g_format_size (bytes);
  g_autofree char *text = NULL;

  if (meetings == 0 && is_from_address (self))
    /* Translators: how much of a list has come from its address so far: “Fetching: 1.2 MB”. */
    text = g_strdup_printf (_ ("Fetching: %s"), size);
  else
    text = g_strdup_printf (ngettext ("%'u meeting read", "%'u meetings read", meetings), meetings);
  gtk_label_set_text (self->progress_text, text);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) bytes / (double) total));
  else
    gtk_progress_bar_pulse (self->bar);
}

/* Empty is not broken: the two look different. */
static void
set_failure_title (KeelImportDialog *self, GError *error)
{
  gboolean empty = TRUE;
  const char *title;

  if (g_error_matches (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_EMPTY_LIST))
    title = _ ("This list is empty");
  else if (is_from_address (self) && error->domain == KEEL_FETCH_ERROR)
    {
      title = _ ("This list could not be fetched");
      empty = FALSE;
    }
  else if (g_error_matches (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_EMPTY_FILE))
    title = _ ("This file is empty");
  else
    {
      title = is_from_address (self) ? _ ("This list could not be imported")
                                     : _ ("This file could not be imported");
      empty = FALSE;
    }
  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_icon_name (self->failed,
                                 empty ? "x-office-calendar-symbolic" : "dialog-warning-symbolic");
}

static const char *
name_way_out (KeelImportDialog *self)
{
  if (self->refreshed != NULL)
    return _ ("Try again");
  return is_from_address (self) ? _ ("Change the Address") : _ ("Choose Another File");
}

static void
show_failure (KeelImportDialog *self, GError *error)
{
  g_autofree char *shown = keel_import_form_name_file (get_file (self));
  g_autofree char *sentence = keel_sentence_for_error (error, shown);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  set_failure_title (self, error);
  adw_status_page_set_description (self->failed, markup);
  gtk_button_set_label (self->another, name_way_out (self));
  show_page (self, "failed");
  gtk_widget_grab_focus (GTK_WIDGET (self->another));
  say (self, sentence);
}

static void
show_result (KeelImportDialog *self, KeelImportOutcome *outcome)
{
  g_autofree char *summary = keel_import_result_describe (outcome->report);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", outcome->report->list, summary);
  gboolean more = self->position + 1 < self->files->len;

  keel_import_result_show (self->result, outcome);
  keel_import_result_offer_program (self->result, outcome, self->program_named);
  gtk_button_set_label (self->done, more ? _ ("Next File") : _ ("Done"));
  show_page (self, "result");
  gtk_widget_set_visible (self->find, !more);
  gtk_widget_grab_focus (more ? GTK_WIDGET (self->done) : self->find);
  say (self, sentence);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelImportOutcome) outcome = keel_session_import_finish (KEEL_SESSION (source), result, &error);

  g_clear_object (&self->cancellable);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      say (self, _ ("The import was stopped. Nothing has changed."));
      if (self->refreshed != NULL)
        gtk_window_close (GTK_WINDOW (self));
      else if (self->session != NULL)
        show_options (self);
    }
  else if (self->session == NULL)
    {
      return;
    }
  else if (outcome == NULL)
    {
      show_failure (self, error);
    }
  else
    {
      show_result (self, outcome);
    }
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (widget);
  KeelImportChoice choice = { 0 };

  keel_import_form_fill_choice (self->form, &choice);
  if (self->refreshed != NULL)
    choice = (KeelImportChoice){ .list = self->refreshed, .program = choice.program };
  self->program_named = choice.program != NULL;
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_label_set_text (self->progress_text, _ ("Reading…"));
  show_page (self, "progress");
  gtk_widget_grab_focus (self->stop);
  say (self, _ ("Importing a list…"));
  keel_session_import_async (self->session, get_file (self), &choice, progress_cb, self, self->cancellable,
                             imported_cb, g_object_ref (self));
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
another_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (widget);

  if (self->chooser != NULL)
    return;
  if (self->refreshed != NULL)
    {
      import_cb (widget, NULL, NULL);
      return;
    }
  if (is_from_address (self))
    {
      g_autofree char *address = keel_import_form_name_file (get_file (self));

      gtk_editable_set_text (GTK_EDITABLE (self->address), address);
      ask_for_address (self);
      return;
    }
  self->chooser = keel_list_chooser_new (GTK_WINDOW (self), _ ("Import a List"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (another_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* A list that does not say whose codes it uses: the person may know. */
static void
choose_program_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_import_form_choose_program (KEEL_IMPORT_DIALOG (widget)->form);
}

static void
done_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (widget);

  if (self->position + 1 >= self->files->len)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->position++;
  show_options (self);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (widget);

  if (self->parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.find", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* Back from a chooser or an error to the options; from anywhere else out. */
static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (widget);

  if (gtk_widget_get_visible (self->stop))
    stop_cb (widget, NULL, NULL);
  else if (keel_import_form_is_choosing (self->form))
    keel_import_form_go_back (self->form);
  else if (gtk_widget_get_visible (self->back))
    form_turned_cb (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static const char *
keel_import_dialog_get_name (KeelDraft *draft)
{
  return KEEL_IMPORT_DRAFT;
}

/* The files that wait, and how the first of them is to be read: one that was imported is done with. */
static GVariant *
keel_import_dialog_save (KeelDraft *draft)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (draft);
  g_autoptr (GVariantDict) kept = g_variant_dict_new (NULL);
  g_autoptr (GVariantBuilder) uris = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  gboolean imported = gtk_widget_get_visible (GTK_WIDGET (self->done));
  guint position = imported ? self->position + 1 : self->position;

  if (gtk_widget_get_visible (self->next))
    {
      g_variant_dict_insert (kept, "address", "s", gtk_editable_get_text (GTK_EDITABLE (self->address)));
      return g_variant_dict_end (kept);
    }
  if (position >= self->files->len || self->refreshed != NULL)
    return NULL;
  for (guint i = position; i < self->files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (self->files->pdata[i]);

      g_variant_builder_add (uris, "s", uri);
    }
  g_variant_dict_insert_value (kept, "files", g_variant_builder_end (uris));
  if (!imported)
    g_variant_dict_insert_value (kept, "form", keel_import_form_save (self->form));
  return g_variant_dict_end (kept);
}

static gboolean
keel_import_dialog_close_request (GtkWindow *window)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (window);

  keel_draft_drop (KEEL_DRAFT (self), self->session);
  return GTK_WINDOW_CLASS (keel_import_dialog_parent_class)->close_request (window);
}

static void
keel_import_dialog_dispose (GObject *object)
{
  KeelImportDialog *self = KEEL_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->refreshed, g_free);
  G_OBJECT_CLASS (keel_import_dialog_parent_class)->dispose (object);
}

static void
keel_import_dialog_draft_init (KeelDraftInterface *iface)
{
  iface->get_name = keel_import_dialog_get_name;
  iface->save = keel_import_dialog_save;
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, address);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, progress_text);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, result);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, another);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, back);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, next);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, go);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, stop);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, KeelImportDialog, find);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.use-address", NULL, use_address_cb);
  gtk_widget_class_install_action (widget_class, "import.go", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "import.another", NULL, another_cb);
  gtk_widget_class_install_action (widget_class, "import.choose-program", NULL, choose_program_cb);
  gtk_widget_class_install_action (widget_class, "import.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "import.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.back", NULL);
}

static void
keel_import_dialog_class_init (KeelImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_import_dialog_close_request;

  g_type_ensure (KEEL_TYPE_IMPORT_FORM);
  g_type_ensure (KEEL_TYPE_IMPORT_RESULT);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, form_turned_cb);
  install_actions (widget_class);
}

static void
keel_import_dialog_init (KeelImportDialog *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static KeelImportDialog *
make_dialog (GtkWindow *parent, KeelSession *session)
{
  KeelImportDialog *self = g_object_new (KEEL_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->session = g_object_ref (session);
  keel_import_result_set_session (self->result, session);
  keel_import_form_set_session (self->form, session);
  return self;
}

KeelImportDialog *
keel_import_dialog_new_for_address (GtkWindow *parent, KeelSession *session, const char *text)
{
  KeelImportDialog *self = make_dialog (parent, session);

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->address), text);
  ask_for_address (self);
  return self;
}

KeelImportDialog *
keel_import_dialog_new_refresh (GtkWindow *parent, KeelSession *session, KeelList *list)
{
  KeelImportDialog *self = make_dialog (parent, session);

  self->refreshed = g_strdup (list->name);
  g_ptr_array_add (self->files, g_file_new_for_uri (list->source));
  import_cb (GTK_WIDGET (self), NULL, NULL);
  return self;
}

KeelImportDialog *
keel_import_dialog_new (GtkWindow *parent, KeelSession *session, GListModel *files)
{
  KeelImportDialog *self = make_dialog (parent, session);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (self->files, g_list_model_get_item (files, i));
  show_options (self);
  return self;
}

KeelImportDialog *
keel_import_dialog_new_from_draft (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GVariant) form = g_variant_lookup_value (draft, "form", G_VARIANT_TYPE_VARDICT);
  g_autofree const char **uris = NULL;
  const char *address;
  KeelImportDialog *self;

  if (g_variant_lookup (draft, "address", "&s", &address))
    return keel_import_dialog_new_for_address (parent, session, address);
  g_variant_lookup (draft, "files", "^a&s", &uris);
  for (gsize i = 0; uris != NULL && uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

      g_list_store_append (files, file);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return NULL;
  self = keel_import_dialog_new (parent, session, G_LIST_MODEL (files));
  if (form != NULL)
    keel_import_form_restore (self->form, form);
  return self;
}
