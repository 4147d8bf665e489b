#include "config.h"

#include "store/keel-installation.h"

#include "keel-application.h"
#include "keel-start-options.h"

int
main (int argc, char **argv)
{
  g_autoptr (KeelStartOptions) options = keel_start_options_new (argc, argv);
  g_autoptr (KeelApplication) application = NULL;

  keel_installation_init_locale (options->language);
  application = keel_application_new (options);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
