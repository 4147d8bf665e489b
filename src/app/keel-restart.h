#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Replaces this process with a new one of the same program, same number, called with @arguments: nothing of
 * what it had in memory stays, and no file or connection stays open. @application gives up its name before,
 * so that the new one can have it. Where that fails this process ends: a locked Keel must not stay open. */
G_NORETURN void keel_restart (GApplication *application, char **arguments, char **environment);

G_END_DECLS
