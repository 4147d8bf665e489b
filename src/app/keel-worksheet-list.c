#include "config.h"

#include "keel-worksheet-list.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-entry-share.h"
#include "keel-headed-list.h"
#include "keel-private-text.h"
#include "keel-window.h"
#include "keel-worksheet-offers.h"
#include "keel-worksheet-row.h"
#include "keel-worksheet-selection.h"

/* Entries at first, and how many more each time; and how many of those that were searched for. */
#define FIRST 6
#define STEP 50

struct _KeelWorksheetList
{
  AdwBin parent_instance;

  GtkEditable *search;
  GtkBox *entries;
  GtkWidget *empty;
  GtkWidget *more;
  KeelWorksheetOffers *offers;
  GtkWidget *nothing;
  GtkWidget *choose;
  KeelWorksheetSelection *selection;
  GtkWidget *others; /* what is below the entries */

  KeelSession *session;
  GCancellable *reading;
  guint most;
  char *focus; /* nullable: UUID */
  gboolean any;
  gboolean wanted; /* the focus, by the first of the entries */
};

G_DEFINE_FINAL_TYPE (KeelWorksheetList, keel_worksheet_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_BEGIN,
  SIGNAL_OPEN,
  SIGNAL_TRASH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_words (KeelWorksheetList *self)
{
  return gtk_editable_get_text (self->search);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelWorksheetList *self)
{
  KeelEntry *entry = keel_worksheet_row_get_entry (KEEL_WORKSHEET_ROW (row));

  if (keel_worksheet_selection_is_active (self->selection))
    keel_worksheet_row_set_chosen (KEEL_WORKSHEET_ROW (row),
                                   keel_worksheet_selection_toggle (self->selection, entry->uuid));
  else
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, entry);
}

static void
begin_cb (KeelWorksheetList *self, const KeelWorksheet *worksheet)
{
  g_signal_emit (self, signals[SIGNAL_BEGIN], 0, worksheet);
}

static GtkListBox *
add_list (KeelWorksheetList *self, GtkBox *box, const char *heading)
{
  GtkListBox *rows = keel_headed_list_append (box, heading, heading);

  g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  return rows;
}

static GtkWidget *
make_row (KeelWorksheetList *self, KeelEntry *entry)
{
  if (keel_worksheet_selection_is_active (self->selection))
    return keel_worksheet_row_new_to_choose (self->session, entry,
                                             keel_worksheet_selection_has (self->selection, entry->uuid));
  return keel_worksheet_row_new_for_entry (self->session, entry);
}

static void
show_part (KeelWorksheetList *self, GPtrArray *entries, guint length, gboolean pinned, const char *heading)
{
  GtkListBox *rows = NULL;

  for (guint i = 0; i < length; i++)
    {
      KeelEntry *entry = g_ptr_array_index (entries, i);
      GtkWidget *row;

      if (entry->pinned != pinned)
        continue;
      if (rows == NULL)
        rows = add_list (self, self->entries, heading);
      row = make_row (self, entry);
      gtk_list_box_append (rows, row);
      if (self->wanted || g_strcmp0 (entry->uuid, self->focus) == 0)
        gtk_widget_grab_focus (row);
      self->wanted = FALSE;
    }
}

static void
show_entries (KeelWorksheetList *self, GPtrArray *entries)
{
  gboolean searching = *get_words (self) != '\0';
  guint length = MIN (entries->len, self->most);

  clear (self->entries);
  show_part (self, entries, length, TRUE, C_ ("entries", "Pinned"));
  show_part (self, entries, length, FALSE,
             searching ? C_ ("entries", "What you wrote") : C_ ("entries", "Last written"));
  g_clear_pointer (&self->focus, g_free);
  self->wanted = FALSE;
  gtk_widget_set_visible (self->choose,
                          entries->len > 1 && !keel_worksheet_selection_is_active (self->selection));
  gtk_widget_set_visible (self->more, entries->len > self->most);
  gtk_widget_set_visible (self->empty, entries->len == 0 && !searching);
  gtk_widget_set_visible (self->nothing,
                          entries->len == 0 && searching &&
                              (!self->any || keel_worksheet_selection_is_active (self->selection)));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWorksheetList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = keel_session_list_entries_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL) /* it went meanwhile */
    return;
  if (entries != NULL)
    {
      show_entries (self, entries);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
read_entries (KeelWorksheetList *self)
{
  const char *words = get_words (self);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  keel_session_list_entries_async (self->session, *words != '\0' ? words : NULL, FALSE, self->most + 1,
                                   self->reading, listed_cb, g_object_ref (self));
}

static guint
get_first (KeelWorksheetList *self)
{
  return *get_words (self) != '\0' || keel_worksheet_selection_is_active (self->selection) ? STEP : FIRST;
}

static void
search_changed_cb (KeelWorksheetList *self)
{
  if (self->session == NULL)
    return;
  self->most = get_first (self);
  self->any = keel_worksheet_offers_search (self->offers, get_words (self));
  read_entries (self);
}

static void
more_cb (KeelWorksheetList *self)
{
  self->most += STEP;
  read_entries (self);
}

/* Whoever chooses pages looks at those that were written and at nothing else. */
static void
show_mode (KeelWorksheetList *self)
{
  gboolean choosing = keel_worksheet_selection_is_active (self->selection);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choosing.end", choosing);
  gtk_widget_set_visible (self->others, !choosing);
  self->most = get_first (self);
  self->wanted = TRUE;
  read_entries (self);
}

static void
choose_cb (KeelWorksheetList *self)
{
  keel_worksheet_selection_begin (self->selection);
  show_mode (self);
}

static void
end_choosing_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_worksheet_selection_end (KEEL_WORKSHEET_LIST (widget)->selection);
}

static void
give_cb (KeelWorksheetList *self)
{
  keel_entry_share_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                            keel_worksheet_selection_get_uuids (self->selection));
}

static void
trash_cb (KeelWorksheetList *self)
{
  g_signal_emit (self, signals[SIGNAL_TRASH], 0);
}

static void
stop_search_cb (KeelWorksheetList *self)
{
  if (*get_words (self) == '\0')
    keel_worksheet_selection_end (self->selection);
  gtk_editable_set_text (self->search, "");
}

static void
keel_worksheet_list_dispose (GObject *object)
{
  KeelWorksheetList *self = KEEL_WORKSHEET_LIST (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);
  g_clear_pointer (&self->focus, g_free);
  G_OBJECT_CLASS (keel_worksheet_list_parent_class)->dispose (object);
}

static void
keel_worksheet_list_class_init (KeelWorksheetListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_worksheet_list_dispose;

  signals[SIGNAL_BEGIN] = g_signal_new ("begin", KEEL_TYPE_WORKSHEET_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_OPEN] = g_signal_new ("open", KEEL_TYPE_WORKSHEET_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, KEEL_TYPE_ENTRY);
  signals[SIGNAL_TRASH] = g_signal_new ("trash", KEEL_TYPE_WORKSHEET_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  g_type_ensure (KEEL_TYPE_WORKSHEET_OFFERS);
  g_type_ensure (KEEL_TYPE_WORKSHEET_SELECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-worksheet-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, search);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, entries);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, empty);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, more);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, offers);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, choose);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, selection);
  gtk_widget_class_bind_template_child (widget_class, KeelWorksheetList, others);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, trash_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_mode);
  gtk_widget_class_bind_template_callback (widget_class, give_cb);
  gtk_widget_class_install_action (widget_class, "choosing.end", NULL, end_choosing_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "choosing.end", NULL);
}

static void
keel_worksheet_list_init (KeelWorksheetList *self)
{
  self->most = FIRST;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choosing.end", FALSE);
  keel_private_text_mark (self->search);
}

void
keel_worksheet_list_set_session (KeelWorksheetList *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  keel_worksheet_offers_set_session (self->offers, session);
}

void
keel_worksheet_list_refresh (KeelWorksheetList *self, const char *uuid)
{
  g_free (self->focus);
  self->focus = g_strdup (uuid);
  read_entries (self);
}

void
keel_worksheet_list_search (KeelWorksheetList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
keel_worksheet_list_forget_search (KeelWorksheetList *self)
{
  gtk_editable_set_text (self->search, "");
}

const char *
keel_worksheet_list_name_group (KeelWorksheetGroup group)
{
  switch (group)
    {
    case KEEL_GROUP_DAILY:
      return C_ ("worksheets", "Every day");
    case KEEL_GROUP_STEPS:
      return C_ ("worksheets", "Step work");
    case KEEL_GROUP_URGES:
      return C_ ("worksheets", "Urges and triggers");
    case KEEL_GROUP_THOUGHTS:
      return C_ ("worksheets", "Thoughts and feelings");
    case KEEL_GROUP_PLANS:
      return C_ ("worksheets", "Goals and plans");
    case KEEL_GROUP_SAFETY:
      return C_ ("worksheets", "Staying safe");
    case KEEL_GROUP_FAMILY:
      return C_ ("worksheets", "For family and friends");
    case KEEL_GROUP_PEOPLE:
      return C_ ("worksheets", "People and meetings");
    case KEEL_GROUP_GENERAL:
    default:
      return C_ ("worksheets", "More");
    }
}
