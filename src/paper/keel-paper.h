#pragma once

#include <gio/gio.h>

#include "keel-block.h"

G_BEGIN_DECLS

/* Sizes of a page in points (1/72 inch). */
#define KEEL_PAPER_A4_WIDTH 595.28
#define KEEL_PAPER_A4_HEIGHT 841.89
#define KEEL_PAPER_LETTER_WIDTH 612.0
#define KEEL_PAPER_LETTER_HEIGHT 792.0

/* The words at the foot of page @page (from 1) of @n_pages, already translated. Returns: (transfer full)
 * (nullable): for no words on this page, for instance if it is the only one. */
typedef char *(*KeelPageWords) (guint page, guint n_pages, gpointer data);

/*
 * KeelPaper: a document, a list of blocks, and the pages that come of it. Print, PDF and the preview draw the
 * same pages, since they are laid out once, in points, without regard to where they are drawn.
 *
 * Pages are laid out when they are first asked for and again after anything was set or added. To be used by
 * one thread at a time, from laying out to the last reference.
 */
#define KEEL_TYPE_PAPER (keel_paper_get_type ())
G_DECLARE_FINAL_TYPE (KeelPaper, keel_paper, KEEL, PAPER, GObject)

/* An empty A4 page with margins of 20 mm, "Sans" of 10.5 points, reading from left to right. */
KeelPaper *keel_paper_new (void);

/* All in points. What margins and size leave is at least 72 points wide and high. */
void keel_paper_set_size (KeelPaper *self, double width, double height);
void keel_paper_set_margins (KeelPaper *self, double top, double right, double bottom, double left);

/* @size of the body text in points, 4 to 72; headings and notes follow it. */
void keel_paper_set_font (KeelPaper *self, const char *family, double size);

/* @language is nullable, for instance "ar". @direction decides about columns, bullets and headings; each
 * paragraph still follows its own letters. */
void keel_paper_set_language (KeelPaper *self, const char *language, PangoDirection direction);

/* Of the PDF, which tells nothing else about itself; nullable: none. Not printed. */
void keel_paper_set_title (KeelPaper *self, const char *title);

/* Small words in the margin on top of every page, which grows if it is too small for them; nullable: none.
 * The footer likewise. */
void keel_paper_set_header (KeelPaper *self, const char *text);
void keel_paper_set_footer (KeelPaper *self, KeelPageWords words, gpointer data, GDestroyNotify destroy);

/* (transfer full): @block goes below what is there. */
void keel_paper_add (KeelPaper *self, KeelBlock *block);

double keel_paper_get_width (KeelPaper *self);
double keel_paper_get_height (KeelPaper *self);

/* At least 1. */
guint keel_paper_get_n_pages (KeelPaper *self);

/* Draws page @page (from 0) with its top left corner at 0, 0, in points, without a background. */
void keel_paper_draw_page (KeelPaper *self, guint page, cairo_t *cr);

/* What stands on page @page (from 0), line by line, a tab between cells: for those who listen to the preview,
 * and for tests. Header and footer are left out. Returns: (transfer full): */
char *keel_paper_get_page_text (KeelPaper *self, guint page);

/* Writes a PDF that says neither who made it nor when. Does not close @stream. Errors: those of @stream,
 * G_IO_ERROR. What was written before an error is not a PDF. */
gboolean keel_paper_write_pdf (KeelPaper *self, GOutputStream *stream, GCancellable *cancellable,
                               GError **error);

G_END_DECLS
