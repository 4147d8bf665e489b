#include "keel-demo-entries.h"

#include <glib/gi18n-lib.h>

/* What somebody in recovery may write. Everything here is made up. */
static const KeelDemoAnswer w11_0[] = {
  { "changes", NULL, KEEL_DEMO_ITEM, N_ ("Stop drinking") },
  { "changes", NULL, KEEL_DEMO_ITEM, N_ ("Tell the truth about how I am") },
  { "why", NULL, KEEL_DEMO_ITEM, N_ ("To be there in the mornings") },
  { "why", NULL, KEEL_DEMO_ITEM, N_ ("To trust myself again") },
  { "matters", NULL, KEEL_DEMO_NUMBER, "10" },
  { "sure", NULL, KEEL_DEMO_NUMBER, "6" },
  { "steps", "step", KEEL_DEMO_TEXT, N_ ("Find a group and go three times") },
  { "steps", "done", KEEL_DEMO_TICK, NULL },
  { "steps", "step", KEEL_DEMO_TEXT, N_ ("Tell my sister") },
  { "steps", "done", KEEL_DEMO_TICK, NULL },
  { "steps", "step", KEEL_DEMO_TEXT, N_ ("See the doctor about sleep") },
  { "obstacles", "obstacle", KEEL_DEMO_TEXT, N_ ("Friday evenings") },
  { "obstacles", "answer", KEEL_DEMO_TEXT, N_ ("Go to the meeting at seven, eat there") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w06c_1[] = {
  { "kind", NULL, KEEL_DEMO_TICK, NULL },
  { "kind-words", NULL, KEEL_DEMO_TEXT, N_ ("Helped carry the chairs.") },
  { "afraid", NULL, KEEL_DEMO_TICK, NULL },
  { "afraid-words", NULL, KEEL_DEMO_TEXT, N_ ("Of the letter from the bank.") },
  { "mind", NULL, KEEL_DEMO_CHOICE, "both" },
  { "well", NULL, KEEL_DEMO_TEXT, N_ ("I opened the letter.") },
  { "grateful", NULL, KEEL_DEMO_ITEM, N_ ("It was less than I feared") },
  { "grateful", NULL, KEEL_DEMO_ITEM, N_ ("Dinner with Jo") },
  { "better", NULL, KEEL_DEMO_TEXT, N_ ("Open letters on the day they come.") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w30_2[] = {
  { "safe", NULL, KEEL_DEMO_CHOICE, "yes" },
  { "what", NULL, KEEL_DEMO_TEXT, N_ ("Wine, at the end of a hard week") },
  { "where", NULL, KEEL_DEMO_TEXT, N_ ("At home") },
  { "feeling", NULL, KEEL_DEMO_TEXT, N_ ("Alone, and angry with myself") },
  { "thought", NULL, KEEL_DEMO_TEXT, N_ ("One will not matter.") },
  { "helped", NULL, KEEL_DEMO_TEXT,
    N_ ("I called Robin in the morning and went to the meeting the same day.") },
  { "change", NULL, KEEL_DEMO_TEXT, N_ ("Call before, not after") },
  { "days", NULL, KEEL_DEMO_CHOICE, "new" },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w09_3[] = {
  { "event", NULL, KEEL_DEMO_TEXT, N_ ("A friend did not answer my message.") },
  { "belief", NULL, KEEL_DEMO_TEXT, N_ ("Nobody wants to hear from me.") },
  { "feelings", NULL, KEEL_DEMO_TEXT, N_ ("Sad, and close to giving up on the evening.") },
  { "strength", NULL, KEEL_DEMO_NUMBER, "7" },
  { "true", NULL, KEEL_DEMO_TEXT, N_ ("She was at work. She has answered every time so far.") },
  { "helpful", NULL, KEEL_DEMO_TEXT, N_ ("No. It only makes me go quiet.") },
  { "new", NULL, KEEL_DEMO_TEXT, N_ ("She will answer when she can. I can write to Sam, too.") },
  { "after", NULL, KEEL_DEMO_NUMBER, "3" },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w13_4[] = {
  { "name", NULL, KEEL_DEMO_TEXT, N_ ("The salesman") },
  { "talk", "says", KEEL_DEMO_TEXT, N_ ("You have earned it.") },
  { "talk", "answer", KEEL_DEMO_TEXT, N_ ("I have earned a clear morning.") },
  { "talk", "says", KEEL_DEMO_TEXT, N_ ("Only today.") },
  { "talk", "answer", KEEL_DEMO_TEXT, N_ ("Today is the only day there is.") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w06c_5[] = {
  { "kind", NULL, KEEL_DEMO_TICK, NULL },
  { "kind-words", NULL, KEEL_DEMO_TEXT, N_ ("Listened, and gave no advice.") },
  { "selfish", NULL, KEEL_DEMO_TICK, NULL },
  { "selfish-words", NULL, KEEL_DEMO_TEXT, N_ ("Took the last piece of cake.") },
  { "mind", NULL, KEEL_DEMO_CHOICE, "others" },
  { "anger", NULL, KEEL_DEMO_NUMBER, "2" },
  { "fear", NULL, KEEL_DEMO_NUMBER, "1" },
  { "well", NULL, KEEL_DEMO_TEXT, N_ ("I said that I was tired before I got loud.") },
  { "grateful", NULL, KEEL_DEMO_ITEM, N_ ("A quiet office") },
  { "grateful", NULL, KEEL_DEMO_ITEM, N_ ("The choir") },
  { "better", NULL, KEEL_DEMO_TEXT, N_ ("Leave the phone in the bag at dinner.") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w47_6[] = {
  { "before", NULL, KEEL_DEMO_NUMBER, "4" },
  { "after", NULL, KEEL_DEMO_NUMBER, "7" },
  { "helped", NULL, KEEL_DEMO_TEXT, N_ ("Somebody said that the first year is mostly showing up.") },
  { "next", NULL, KEEL_DEMO_TEXT, N_ ("Ask to make the coffee next month") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

const KeelDemoEntry keel_demo_member_entries[] = {
  { "w11", 340, 19 * 60 + 0, KEEL_ENTRY_FINISHED, NULL, w11_0 },
  { "w06c", 260, 22 * 60 + 10, KEEL_ENTRY_FINISHED, NULL, w06c_1 },
  { "w30", 211, 11 * 60 + 0, KEEL_ENTRY_FINISHED, NULL, w30_2 },
  { "w09", 130, 20 * 60 + 20, KEEL_ENTRY_FINISHED, NULL, w09_3 },
  { "w13", 100, 19 * 60 + 45, KEEL_ENTRY_FINISHED, NULL, w13_4 },
  { "w06c", 18, 22 * 60 + 0, KEEL_ENTRY_FINISHED, NULL, w06c_5 },
  { "w47", 6, 21 * 60 + 30, KEEL_ENTRY_FINISHED, NULL, w47_6 },
  { NULL, 0, 0, KEEL_ENTRY_DRAFT, NULL, NULL },
};
