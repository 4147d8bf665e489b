#include "config.h"

#include "store/keel-installation.h"
#include "store/keel-privacy.h"

#include "keel-application.h"
#include "keel-start-options.h"

int
main (int argc, char **argv)
{
  g_autoptr (KeelStartOptions) options = NULL;
  g_autoptr (KeelApplication) application = NULL;
  g_autofree char *language = NULL;

  keel_privacy_harden_process ();
  options = keel_start_options_new (argc, argv);
  language = keel_start_options_find_language (options);
  keel_installation_init_locale (language);
  application = keel_application_new (options, language);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
