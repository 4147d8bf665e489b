#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KeelTodayInvitation: a way to begin with something: what it is good for, and buttons. */
#define KEEL_TYPE_TODAY_INVITATION (keel_today_invitation_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayInvitation, keel_today_invitation, KEEL, TODAY_INVITATION, AdwBin)

GtkWidget *keel_today_invitation_new (const char *title, const char *words);
/* @action is a detailed one: "win.go::coping". */
void keel_today_invitation_add (KeelTodayInvitation *self, const char *label, const char *action);

G_END_DECLS
