#pragma once

#include <adwaita.h>

#include "keel-session-care.h"

G_BEGIN_DECLS

/* KeelMedicineWindow: one medicine plan: what it says, and what became of the last days, to be said also
 * afterwards. */
#define KEEL_TYPE_MEDICINE_WINDOW (keel_medicine_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelMedicineWindow, keel_medicine_window, KEEL, MEDICINE_WINDOW, AdwWindow)

void keel_medicine_window_present (GtkWindow *parent, KeelSession *session, const char *uuid);

G_END_DECLS
