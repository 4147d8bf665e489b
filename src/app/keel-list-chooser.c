#include "config.h"

#include "keel-list-chooser.h"

#include <glib/gi18n-lib.h>

GtkFileChooserNative *
keel_list_chooser_new (GtkWindow *parent, const char *title)
{
  GtkFileChooserNative *chooser;
  g_autoptr (GtkFileFilter) lists = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                         _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (lists, _ ("Lists of meetings (JSON, CSV, iCalendar)"));
  gtk_file_filter_add_suffix (lists, "json");
  gtk_file_filter_add_suffix (lists, "jsonp");
  gtk_file_filter_add_suffix (lists, "js");
  gtk_file_filter_add_suffix (lists, "csv");
  gtk_file_filter_add_suffix (lists, "tsv");
  gtk_file_filter_add_suffix (lists, "txt");
  gtk_file_filter_add_suffix (lists, "ics");
  gtk_file_filter_add_suffix (lists, "ical");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), lists);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  return chooser;
}
