#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelDraft: a window in which a person types something that is kept only when they say so. When Keel locks,
 * what is there is put into the journal, and offered again as it was when the profile is next opened.
 */
#define KEEL_TYPE_DRAFT (keel_draft_get_type ())
G_DECLARE_INTERFACE (KeelDraft, keel_draft, KEEL, DRAFT, GtkWindow)

struct _KeelDraftInterface
{
  GTypeInterface parent_iface;

  const char *(*get_name) (KeelDraft *self); /* the same for all of a kind */
  GVariant *(*save) (KeelDraft *self);       /* a{sv}, floating; NULL where nothing was typed */
  /* Nullable: shows what was saved again, in front of @parent. FALSE where that cannot be any more. */
  gboolean (*open) (GtkWindow *parent, KeelSession *session, GVariant *draft);
};

const char *keel_draft_get_name (KeelDraft *self);
GVariant *keel_draft_save (KeelDraft *self);

/* For those that save: @form (floating, taken) as it is, or NULL where nothing was typed since it was @first;
 * without @first all of it was. */
GVariant *keel_draft_take_form (GVariant *form, GVariant *first);

/* Keeps what is typed at the moment, so that it is there again even when Keel ends without closing anything:
 * for those in which a person works for long, when typing pauses. */
void keel_draft_keep (KeelDraft *self, KeelSession *session);

/* To be called when the person has saved, or is done with it in another way: what was kept of this window is
 * no longer wanted. */
void keel_draft_drop (KeelDraft *self, KeelSession *session);

/* To be called when the person closes it without having saved: the same, and what was typed can be opened
 * again for a moment. */
void keel_draft_cancel (KeelDraft *self, KeelSession *session);

/* @draft, one of those kept under @name, cannot be shown now: it stays kept beside what is typed in windows
 * of its kind. */
void keel_draft_set_aside (KeelSession *session, const char *name, GVariant *draft);

/* Keeps what stands in all windows that are open, under the name of their kind: aa{sv}, one for each window.
 */
void keel_drafts_save (KeelSession *session);

G_END_DECLS
