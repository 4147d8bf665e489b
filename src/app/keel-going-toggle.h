#pragma once

#include <adwaita.h>

#include "core/keel-agenda.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelGoingToggle: whether the person means to go to a date that is still to come, with one press. It hides
 * itself when the date has begun. */
#define KEEL_TYPE_GOING_TOGGLE (keel_going_toggle_get_type ())
G_DECLARE_FINAL_TYPE (KeelGoingToggle, keel_going_toggle, KEEL, GOING_TOGGLE, AdwBin)

GtkWidget *keel_going_toggle_new (KeelSession *session, KeelAgendaItem *item);

G_END_DECLS
