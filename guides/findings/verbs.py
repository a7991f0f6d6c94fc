"""Verbs that a sentence can open with when it tells the reader what to do.

Only bare forms. Verbs that are at least as often a noun at the start of a sentence ("Work
is scarce", "Use of force") are kept apart, since they need a second sign.
"""

from __future__ import annotations

from guides.findings.grammar import word_set

SURE = word_set(
    "accept acknowledge acquire act activate adapt add address adjust admit adopt agree allocate "
    "allow analyse analyze announce anticipate apologise apologize appoint apply appreciate "
    "approach arrange ascertain ask assemble assess assign assume assure attach attend avoid "
    "await bake be become beg begin behave believe bend boil borrow bring build buy calculate "
    "calm catch celebrate choose chop circle cite clarify clean close collaborate collect combine "
    "come comment commit communicate compare compile complete compose compute concentrate conduct "
    "confess confirm connect consider construct consult contact contain continue contribute "
    "convert convince cook cooperate cope cover create cultivate dare deal decide declare decorate "
    "dedicate define deliver demonstrate deny deploy describe deserve design determine develop "
    "devote dig dip direct disable discover discuss dismiss distinguish distribute divide do don't "
    "donate download draw dream dress drink drive drop dry earn eat edit educate elect eliminate "
    "embrace empower employ empty enable encourage end enforce engage enhance enjoy enlist ensure "
    "enter establish evaluate examine expand expect explain explore express extend extract face "
    "fasten feed feel fetch fill find finish fix focus fold follow forget forgive fry fund gather "
    "generate get give glue go grab grasp grow guard guess hang hear heat help hide highlight hire "
    "hold hug identify ignore illustrate imagine implement improve include incorporate increase "
    "indulge inform insert insist inspect inspire install instruct integrate interview introduce "
    "invent investigate invest invite involve join jot judge keep kill knead know lay lead lean "
    "learn leave lend let listen locate lock look lose lower maintain make manage marvel "
    "meet melt memorise memorize mend mention mix modify mount multiply narrow nominate note "
    "notice notify nurture obey observe obtain offer oppose organise organize outline overcome own "
    "participate pay peel perform persist persuade pick place please plug pour practice practise "
    "praise pray prefer prepare present preserve prevent prioritise prioritize proceed produce "
    "promote propose protect prove provide publish pull purchase pursue push put quit raise read "
    "realise realize recall receive recognise recognize recommend reconsider recruit recycle "
    "reduce refer reflect refrain refuse register reject relax release rely remain remember remind "
    "remove rent repeal repeat replace reply report request require research resist resolve "
    "respect respond rest retain rethink return reveal revise rinse roll rotate rub save say "
    "scroll seal search seek select send serve set settle shake share show shut sign simplify sit "
    "sleep solve speak specify spend spread sprinkle squeeze stand start stay steer stir stop "
    "strengthen strive study submit subscribe subtract succeed suggest supply support suppose "
    "suspend swallow sweep swim take talk tap teach tell thank think throw tidy tie tighten toast "
    "touch trace track train transfer translate treat trim trust try tuck tune turn tweet type "
    "undergo understand undertake undo unfold unite unlock unplug update upgrade upload urge "
    "skip scrub slice slide soak sort spray strip swap tilt toss unwrap zip breathe bounce chew "
    "clap click cling crouch dab dial dive drain drape dump flip flush freeze grate grind grip "
    "jump kick kneel knock lift loosen mash pack pinch pop pump rake scoop scrape sew shoot sing "
    "sketch sniff spin spit spoon stack stick stitch strain stuff thaw unscrew untie vary whisper "
    "wiggle wring withdraw unlearn defend demand discard disconnect ditch divert embed "
    "encounter entertain escape exaggerate excuse exhale inhale expose fight flatten gaze grade "
    "greet haul heal host hunt hurry inflate insulate intervene knit label laugh leap level "
    "lubricate march mind minimise minimize maximise maximize moisten mourn "
    "overlook peer pledge poke polish pound preheat pretend rally refill refresh renew "
    "repair rescue restore ride run sand satisfy scan scream screw sense shop shorten shout "
    "simmer smash smell smooth snap solder spare spell spot square stare steam sterilise "
    "surround swear swing tackle tape tear tempt thread tolerate tour tweak twist "
    "unpack value wander warm wave weigh welcome widen win wind "
    "use utilise utilize validate verify view visit visualise visualize volunteer vote wait wake "
    "walk warn wash watch wear weave whisk wipe wish witness wonder wrap write yield"
)
# As often a noun when it comes first: what follows must fit a command.
ALSO_NOUNS = word_set(
    "act address approach attach bend call care catch change grade charge check circle claim close "
    "comment contact control cook cost count cover cut deal design direct do dream dress drink "
    "drive drop dry end estimate exercise experience face feed fight fill find finish fix focus "
    "fold fund glue guard guess hand heat help hold hope hug increase interview invite issue "
    "judge keep kill lead lock look lower man mark match measure mix mount move name narrow note "
    "notice offer order own paint phone pick place plan plant play please point post practice "
    "practise praise present press produce pull purchase push question reach read record reply "
    "report request research respect rest return ring roll run rush save score search set shake "
    "share shelter shift show sign sleep smile spread stand start state step stop store stretch "
    "study supply support surprise sweep switch talk taste tap tell test tie touch trace track "
    "trade train transfer treat trim trust try tune turn tweet type update upgrade use view visit "
    "volunteer vote wait wake walk wash watch water wear wish witness wonder work wrap contract"
)
BARE = SURE | ALSO_NOUNS
