#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelWelcomePage: one page of the welcome: a question or two, with a heading. What was answered is kept when
 * the person goes on with it; who skips the page leaves all as it was. Each is made anew when it is shown,
 * and shows what is so.
 */
#define KEEL_TYPE_WELCOME_PAGE (keel_welcome_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (KeelWelcomePage, keel_welcome_page, KEEL, WELCOME_PAGE, AdwBin)

struct _KeelWelcomePageClass
{
  AdwBinClass parent_class;

  gboolean (*accept) (KeelWelcomePage *self, GError **error); /* keeps the answers; NULL: there are none */
  void (*skip) (KeelWelcomePage *self);                       /* so that nothing asks again; nullable */
};

void keel_welcome_page_set_up (KeelWelcomePage *self, KeelSession *session, const char *title);
KeelSession *keel_welcome_page_get_session (KeelWelcomePage *self);
const char *keel_welcome_page_get_title (KeelWelcomePage *self);

/* What stands on it, from above; @name is the heading of @question. Paragraphs; a quiet line; a question. */
void keel_welcome_page_add_text (KeelWelcomePage *self, const char *text);
void keel_welcome_page_add_note (KeelWelcomePage *self, const char *text);
void keel_welcome_page_add_question (KeelWelcomePage *self, const char *name, GtkWidget *question);
void keel_welcome_page_add (KeelWelcomePage *self, GtkWidget *widget);

gboolean keel_welcome_page_accept (KeelWelcomePage *self, GError **error);
void keel_welcome_page_skip (KeelWelcomePage *self);

G_END_DECLS
