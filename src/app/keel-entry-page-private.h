#pragma once

/* For keel-entry-page.c and keel-entry-acts.c only. */

#include "keel-entry-page.h"
#include "keel-entry-saver.h"
#include "keel-entry-ties.h"

G_BEGIN_DECLS

struct _KeelEntryPage
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  AdwBin *gate_bin;
  GtkWidget *scroller;
  GtkWidget *paper;
  GtkLabel *name;
  GtkLabel *about;
  GtkBox *notes;
  GtkEditable *own_title;
  KeelEntryTies *ties;
  AdwBin *form_bin;
  GtkBox *closing;
  GtkButton *finish;
  GtkLabel *status;

  KeelSession *session;
  KeelEntryDocument *document;
  KeelEntrySaver *saver;
  GtkWidget *form; /* NULL: behind a gate */
  KeelEntryLink link; /* of @target: what it will belong to when it is saved; nullable */
  char *target;
  guint title_timer;
  gboolean showing;
  gboolean leaving;
};

void keel_entry_page_tell_error (KeelEntryPage *self, const GError *error);
/* What stands in the title; an entry that there is not yet begins with it. */
void keel_entry_page_save_title (KeelEntryPage *self);

G_END_DECLS
