#include "keel-demo-entries.h"

#include <glib/gi18n-lib.h>

/* What somebody may write who cares about somebody else: about themselves. Everything here is made up. The
 * question about violence is never kept, and Safety at home (w43) is of nobody else's concern: neither is
 * here. */
static const KeelDemoAnswer w35_0[] = {
  { "situation", NULL, KEEL_DEMO_TEXT, N_ ("I lie awake and go through every talk of the last weeks.") },
  { "cause", NULL, KEEL_DEMO_TEXT, N_ ("That I was too strict, and then too soft.") },
  { "control", NULL, KEEL_DEMO_TEXT, N_ ("Where everybody is in the evening.") },
  { "cure", NULL, KEEL_DEMO_TEXT, N_ ("A mood that is not mine.") },
  { "mine", NULL, KEEL_DEMO_ITEM, N_ ("My sleep") },
  { "mine", NULL, KEEL_DEMO_ITEM, N_ ("My words") },
  { "mine", NULL, KEEL_DEMO_ITEM, N_ ("My own meeting") },
  { "theirs", NULL, KEEL_DEMO_ITEM, N_ ("Their choices") },
  { "theirs", NULL, KEEL_DEMO_ITEM, N_ ("Their treatment") },
  { "me", NULL, KEEL_DEMO_TEXT, N_ ("Choir on Monday") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w36_1[] = {
  { "situation", NULL, KEEL_DEMO_TEXT,
    N_ ("A phone call came: could I ring the boss and say that they are ill?") },
  { "usual", NULL, KEEL_DEMO_TEXT, N_ ("I make the call and feel bad all day.") },
  { "can", NULL, KEEL_DEMO_CHOICE, "yes" },
  { "natural", NULL, KEEL_DEMO_TEXT, N_ ("They have to ring there themselves.") },
  { "choice", NULL, KEEL_DEMO_TEXT, N_ ("I say: I will not call. I am here when you have.") },
  { "me", NULL, KEEL_DEMO_TEXT, N_ ("Go for a swim") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w37_2[] = {
  { "limits", "line", KEEL_DEMO_TEXT, N_ ("Shouting in the house") },
  { "limits", "words", KEEL_DEMO_TEXT, N_ ("When voices get loud, I leave the room. We can talk tomorrow.") },
  { "limits", "do", KEEL_DEMO_TEXT, N_ ("Take my coat and walk to the harbour.") },
  { "limits", "ready", KEEL_DEMO_NUMBER, "8" },
  { "limits", "line", KEEL_DEMO_TEXT, N_ ("Lending money") },
  { "limits", "words", KEEL_DEMO_TEXT, N_ ("I do not lend money. I am glad to buy food with you.") },
  { "limits", "do", KEEL_DEMO_TEXT, N_ ("Say it once, and change the subject.") },
  { "limits", "ready", KEEL_DEMO_NUMBER, "6" },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w41_3[] = {
  { "things", "what", KEEL_DEMO_TEXT, N_ ("Calling in sick for them") },
  { "things", "effect", KEEL_DEMO_CHOICE, "using" },
  { "things", "decide", KEEL_DEMO_CHOICE, "stop" },
  { "things", "next", KEEL_DEMO_TEXT, N_ ("Say it kindly before it comes up again") },
  { "things", "what", KEEL_DEMO_TEXT, N_ ("Sunday dinner") },
  { "things", "effect", KEEL_DEMO_CHOICE, "life" },
  { "things", "decide", KEEL_DEMO_CHOICE, "keep" },
  { "things", "what", KEEL_DEMO_TEXT, N_ ("Paying the phone") },
  { "things", "effect", KEEL_DEMO_CHOICE, "both" },
  { "things", "decide", KEEL_DEMO_CHOICE, "change" },
  { "things", "next", KEEL_DEMO_TEXT, N_ ("Ask in my group how others do it") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w38_4[] = {
  { "use-before", NULL, KEEL_DEMO_TEXT, N_ ("Evenings without a plan, and a quarrel before them.") },
  { "use-gives", NULL, KEEL_DEMO_TEXT, N_ ("It seems to take the pressure off.") },
  { "use-costs", NULL, KEEL_DEMO_TEXT, N_ ("The next day is lost, and trust with it.") },
  { "not-before", NULL, KEEL_DEMO_TEXT, N_ ("Something to look forward to.") },
  { "not-gives", NULL, KEEL_DEMO_TEXT, N_ ("We laugh. There is more time.") },
  { "reward", NULL, KEEL_DEMO_TEXT, N_ ("Cook together, watch a film.") },
  { "leave-out", NULL, KEEL_DEMO_TEXT, N_ ("Sitting up and waiting.") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w39_5[] = {
  { "topic", NULL, KEEL_DEMO_TEXT, N_ ("Staying over at the weekend") },
  { "time", NULL, KEEL_DEMO_TEXT, N_ ("Saturday, late morning, on a walk") },
  { "opening", NULL, KEEL_DEMO_TEXT, N_ ("I am glad that you are here.") },
  { "good", NULL, KEEL_DEMO_TEXT, N_ ("You make everybody laugh at the table.") },
  { "feel", NULL, KEEL_DEMO_TEXT, N_ ("Hopeful, and a little afraid") },
  { "understand", NULL, KEEL_DEMO_TEXT, N_ ("That it is a lot at once.") },
  { "mine", NULL, KEEL_DEMO_TEXT, N_ ("I have asked too many questions.") },
  { "ask", NULL, KEEL_DEMO_TEXT, N_ ("That you tell me if you come later.") },
  { "offer", NULL, KEEL_DEMO_TEXT, N_ ("A lift to the station") },
  { "badly", NULL, KEEL_DEMO_TEXT, N_ ("Say: let us stop here. Go home, call Sam.") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w40_6[] = {
  { "moment", NULL, KEEL_DEMO_TEXT, N_ ("After a bad night, when they say that it cannot go on.") },
  { "want", NULL, KEEL_DEMO_TEXT, N_ ("To sleep again, and to see the children.") },
  { "opening", NULL, KEEL_DEMO_TEXT,
    N_ ("I have found somebody who could see you this week. Shall I tell you?") },
  { "offers", "what", KEEL_DEMO_TEXT, N_ ("Advice centre in Harbour Town") },
  { "offers", "phone", KEEL_DEMO_TEXT, N_ ("555 0133") },
  { "offers", "ready", KEEL_DEMO_TICK, NULL },
  { "no", NULL, KEEL_DEMO_TEXT, N_ ("Leave it be for today. Do something good together.") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w42_7[] = {
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Sleep") },
  { "areas", "now", KEEL_DEMO_NUMBER, "6" },
  { "areas", "step", KEEL_DEMO_TEXT, N_ ("Phone in the kitchen at eleven") },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Friends") },
  { "areas", "now", KEEL_DEMO_NUMBER, "7" },
  { "areas", "step", KEEL_DEMO_TEXT, N_ ("Walk with Sam on Sunday") },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Fun") },
  { "areas", "now", KEEL_DEMO_NUMBER, "5" },
  { "areas", "step", KEEL_DEMO_TEXT, N_ ("Choir, first Monday") },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("My own meeting") },
  { "areas", "now", KEEL_DEMO_NUMBER, "8" },
  { "areas", "step", KEEL_DEMO_TEXT, N_ ("Stay for coffee") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w44_8[] = {
  { "feeling", NULL, KEEL_DEMO_TEXT, N_ ("Worry") },
  { "strength", NULL, KEEL_DEMO_NUMBER, "6" },
  { "happened", NULL, KEEL_DEMO_TEXT, N_ ("No answer to two messages.") },
  { "cannot", NULL, KEEL_DEMO_ITEM, N_ ("Whether the phone is picked up") },
  { "cannot", NULL, KEEL_DEMO_ITEM, N_ ("What tomorrow brings") },
  { "can", NULL, KEEL_DEMO_ITEM, N_ ("When I go to bed") },
  { "can", NULL, KEEL_DEMO_ITEM, N_ ("Whom I call") },
  { "thought", NULL, KEEL_DEMO_TEXT, N_ ("I have done what is mine today.") },
  { "next", NULL, KEEL_DEMO_TEXT, N_ ("Ten slow breaths, then a book") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

const KeelDemoEntry keel_demo_family_entries[] = {
  { "w35", 320, 21 * 60 + 0, KEEL_ENTRY_FINISHED, NULL, w35_0 },
  { "w36", 240, 20 * 60 + 10, KEEL_ENTRY_FINISHED, NULL, w36_1 },
  { "w37", 200, 19 * 60 + 30, KEEL_ENTRY_FINISHED, NULL, w37_2 },
  { "w41", 165, 18 * 60 + 15, KEEL_ENTRY_FINISHED, NULL, w41_3 },
  { "w38", 140, 20 * 60 + 30, KEEL_ENTRY_FINISHED, NULL, w38_4 },
  { "w39", 75, 17 * 60 + 50, KEEL_ENTRY_FINISHED, NULL, w39_5 },
  { "w40", 58, 19 * 60 + 0, KEEL_ENTRY_DRAFT, NULL, w40_6 },
  { "w42", 30, 18 * 60 + 0, KEEL_ENTRY_FINISHED, NULL, w42_7 },
  { "w44", 9, 22 * 60 + 20, KEEL_ENTRY_FINISHED, NULL, w44_8 },
  { NULL, 0, 0, KEEL_ENTRY_DRAFT, NULL, NULL },
};
