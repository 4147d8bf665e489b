#pragma once

/* What the two files of KeelTemplateWindow share. */

#include "keel-chooser.h"
#include "keel-template-details.h"
#include "keel-template-sheet.h"
#include "keel-template-window.h"

G_BEGIN_DECLS

struct _KeelTemplateWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *cancel;
  GtkWidget *back;
  GtkWidget *preview;
  GtkMenuButton *menu_button;
  GtkLabel *failure;
  GtkStack *stack;
  AdwClamp *sheet_bin;
  AdwClamp *details_bin;
  AdwClamp *types_bin;
  AdwClamp *preview_bin;
  KeelChooser *programs;

  KeelSession *session;
  KeelTemplateDraft *draft;
  KeelTemplateSheet *sheet;
  KeelTemplateDetails *details; /* nullable: of one place */
  KeelTemplatePlace *adding;    /* to what a question or column is being added; nullable */
  char *first;                  /* as it was when nothing was changed; NULL: all of it is new */
  guint keeping, settling;      /* timers */
};

void keel_template_window_tell_fault (KeelTemplateWindow *self, const KeelTemplateFault *fault);
void keel_template_window_show_page (KeelTemplateWindow *self, const char *name, const char *title);
void keel_template_window_show_details (KeelTemplateWindow *self, KeelTemplatePlace *place);
/* From a column to its table, from all else to the sheet. */
void keel_template_window_leave_details (KeelTemplateWindow *self);
void keel_template_window_go_back (KeelTemplateWindow *self);
/* The list in which a place stands: that of the sheet, or of the table that is shown; nullable. */
GtkListBox *keel_template_window_find_rows (KeelTemplateWindow *self, const KeelTemplatePlace *place);
/* @by as of keel_template_row_focus (). */
void keel_template_window_focus_row (GtkListBox *rows, const KeelTemplatePlace *place, int by);

/* The actions about sections, questions and columns. */
void keel_template_window_install_changes (GtkWidgetClass *widget_class);

G_END_DECLS
