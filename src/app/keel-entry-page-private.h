#pragma once

/* For the files of keel-entry-page and its actions only. */

#include "keel-entry-page.h"
#include "keel-entry-saver.h"
#include "keel-entry-ties.h"

G_BEGIN_DECLS

typedef void (*KeelEntryPageFunc) (KeelEntryPage *self);

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
  GtkWidget *form;    /* NULL: behind a gate */
  KeelEntryLink link; /* of @target: what it will belong to when it is saved; nullable */
  char *target;
  GArray *acts;      /* of KeelEntryPageFunc: to be done when all is saved */
  KeelWriting *next; /* nullable: what comes in its place then */
  guint title_timer;
  gboolean showing;
  gboolean leaving;
  gboolean pinning; /* what is to become of the pin */
};

void keel_entry_page_tell_error (KeelEntryPage *self, const GError *error);
/* Saves what is there, and then does @func, with an entry if anything was written; what cannot be saved is
 * told, and it is not done. */
void keel_entry_page_save_first (KeelEntryPage *self, KeelEntryPageFunc func);
/* What stands in the title; an entry that there is not yet begins with it. */
void keel_entry_page_save_title (KeelEntryPage *self);

G_END_DECLS
