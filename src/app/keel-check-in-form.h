#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelCheckInForm: how it is at this moment. Whatever is pressed is saved at once, into the same check-in for
 * a quarter of an hour; then the next press begins another.
 */
#define KEEL_TYPE_CHECK_IN_FORM (keel_check_in_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelCheckInForm, keel_check_in_form, KEEL, CHECK_IN_FORM, AdwBin)

/* @full: energy and sleep are asked for, too. */
GtkWidget *keel_check_in_form_new (KeelSession *session, gboolean full);

G_END_DECLS
