#include "config.h"

#include "keel-part-work-lists.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "keel-headed-list.h"
#include "keel-worksheet-row.h"

/* The dialogs that stand before the page close. A window that is no dialog stays where it is. */
static void
close_dialogs (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  while (window != NULL && gtk_window_get_modal (window))
    {
      GtkWindow *parent = gtk_window_get_transient_for (window);

      gtk_window_close (window);
      window = parent;
    }
}

static void
activate (const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), action, parameter);
}

void
keel_part_work_begin (GtkWidget *widget, const char *worksheet, KeelEntryLink link, const char *target)
{
  GVariant *parameter = g_variant_new ("(sss)", worksheet, keel_entry_link_words[link], target);

  close_dialogs (widget);
  activate ("open-worksheet-for", parameter);
}

void
keel_part_work_open (GtkWidget *widget, const char *uuid)
{
  GVariant *parameter = g_variant_new_string (uuid);

  close_dialogs (widget);
  activate ("open-entry", parameter);
}

GPtrArray *
keel_part_work_find_entries (KeelSession *session, const KeelPartPlace *place, const GPtrArray *entries)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      KeelEntry *entry = g_ptr_array_index (entries, i);
      const KeelWorksheet *worksheet = keel_content_find_worksheet (keel_session_get_content (session),
                                                                    entry->worksheet);

      if (keel_part_place_owns (place, entry, worksheet))
        g_ptr_array_add (found, entry);
    }
  return found;
}

/* What a list or a button opens or begins. */
typedef struct
{
  char *uuid;      /* nullable: nothing is there yet */
  char *worksheet; /* nullable */
  char *target;
} Way;

static void
way_free (gpointer data, GClosure *closure)
{
  Way *way = data;

  g_free (way->uuid);
  g_free (way->worksheet);
  g_free (way->target);
  g_free (way);
}

static void
go_cb (GtkWidget *widget, Way *way)
{
  g_autofree char *uuid = g_strdup (way->uuid);
  g_autofree char *worksheet = g_strdup (way->worksheet);
  g_autofree char *target = g_strdup (way->target);

  if (uuid != NULL)
    keel_part_work_open (widget, uuid);
  else
    keel_part_work_begin (widget, worksheet, KEEL_ENTRY_LINK_PART, target);
}

GtkWidget *
keel_part_work_make_next (KeelSession *session, const KeelPartPlace *place, const GPtrArray *entries)
{
  g_autoptr (GPtrArray) own = keel_part_work_find_entries (session, place, entries);
  g_autoptr (GPtrArray) worksheets = keel_part_place_find_worksheets (place,
                                                                      keel_session_get_content (session));
  KeelPartNext next = keel_part_next_find (worksheets, own);
  g_autofree char *label = NULL;
  GtkWidget *button, *words;
  Way *way;

  if (next.draft == NULL && next.worksheet == NULL)
    return NULL;
  if (next.draft != NULL)
    /* Translators: %s is the title of what is being written. */
    label = g_strdup_printf (_ ("Go On Writing: %s"), keel_worksheet_row_name_entry (next.draft));
  else
    /* Translators: %s is the name of a worksheet. */
    label = g_strdup_printf (_ ("Write: %s"), next.worksheet->name);
  words = gtk_label_new (label);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  way = g_new0 (Way, 1);
  way->uuid = g_strdup (next.draft != NULL ? next.draft->uuid : NULL);
  way->worksheet = g_strdup (next.worksheet != NULL ? next.worksheet->id : NULL);
  way->target = keel_part_place_format (place);
  g_signal_connect_data (button, "clicked", G_CALLBACK (go_cb), way, way_free, 0);
  return button;
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, const char *target)
{
  KeelEntry *entry = keel_worksheet_row_get_entry (KEEL_WORKSHEET_ROW (row));
  const KeelWorksheet *worksheet = keel_worksheet_row_get_worksheet (KEEL_WORKSHEET_ROW (row));
  Way way = { .uuid = entry != NULL ? entry->uuid : NULL,
              .worksheet = worksheet != NULL ? worksheet->id : NULL,
              .target = (char *) target };

  go_cb (GTK_WIDGET (rows), &way);
}

static void
free_target (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkListBox *
add_list (GtkBox *box, const char *heading, const KeelPartPlace *place)
{
  GtkListBox *rows = keel_headed_list_append (box, heading, heading);

  g_signal_connect_data (rows, "row-activated", G_CALLBACK (row_activated_cb), keel_part_place_format (place),
                         free_target, 0);
  return rows;
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

void
keel_part_work_lists_fill (GtkBox *box, KeelSession *session, const KeelPartPlace *place,
                           const GPtrArray *entries)
{
  g_autoptr (GPtrArray) own = keel_part_work_find_entries (session, place, entries);
  g_autoptr (GPtrArray) worksheets = keel_part_place_find_worksheets (place,
                                                                      keel_session_get_content (session));
  GtkListBox *rows;

  clear (box);
  rows = own->len > 0 ? add_list (box, _ ("What you wrote for it"), place) : NULL;
  for (guint i = 0; i < own->len; i++)
    gtk_list_box_append (rows, keel_worksheet_row_new_for_entry (session, g_ptr_array_index (own, i)));
  rows = worksheets->len > 0 ? add_list (box, _ ("Worksheets for it"), place) : NULL;
  for (guint i = 0; i < worksheets->len; i++)
    gtk_list_box_append (rows, keel_worksheet_row_new (g_ptr_array_index (worksheets, i)));
}
