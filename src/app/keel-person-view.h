#pragma once

#include <adwaita.h>

#include "keel-session-contacts.h"

G_BEGIN_DECLS

/* KeelPersonView: all that the person keeps of somebody: how to reach them, what is agreed, questions to
 * bring, the log of contacts, and notes about oneself. */
#define KEEL_TYPE_PERSON_VIEW (keel_person_view_get_type ())
G_DECLARE_FINAL_TYPE (KeelPersonView, keel_person_view, KEEL, PERSON_VIEW, AdwBin)

void keel_person_view_set_session (KeelPersonView *self, KeelSession *session);

/* Takes @standing, @contacts (of KeelContact) and @questions (of KeelPersonQuestion). @more: there are older
 * contacts than these. What was typed and not yet added stays as long as it is the same person. */
void keel_person_view_show (KeelPersonView *self, KeelPersonStanding *standing, GPtrArray *contacts,
                            GPtrArray *questions, gboolean more);

/* Nullable. */
const KeelPerson *keel_person_view_get_person (KeelPersonView *self);

/* Signal: "more": older contacts are asked for. */

G_END_DECLS
