#pragma once

#include <adwaita.h>

#include "keel-start-options.h"

G_BEGIN_DECLS

#define KEEL_TYPE_APPLICATION (keel_application_get_type ())
G_DECLARE_FINAL_TYPE (KeelApplication, keel_application, KEEL, APPLICATION, AdwApplication)

KeelApplication *keel_application_new (const KeelStartOptions *options);

G_END_DECLS
