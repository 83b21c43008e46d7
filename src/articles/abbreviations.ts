/*
 * Abbreviations of English as newspapers write them, by what may follow. A full stop after any other word ends the
 * sentence. Words with stops inside (U.S., Ph.D., a.m.) and initials need no entry.
 */

/** A name or another word follows always: these end no sentence. */
export const BEFORE_A_NAME: ReadonlySet<string> = new Set(
  [
    'Mr Mrs Ms Mx Messrs Dr Prof Rev Hon Fr Msgr Ste',
    'Gen Lt Col Maj Sgt Capt Cmdr Cdr Comdr Adm Cpl Pvt Brig Supt Insp Det',
    'Pres Gov Sen Sens Rep Reps Sec Min Amb Atty Asst',
    'Mt Ft vs v cf viz c ca approx incl e.g i.e',
  ].flatMap((line) => line.split(' ')),
);

/** A number follows: elsewhere these are words, or the last of a sentence. */
export const BEFORE_A_NUMBER: ReadonlySet<string> = new Set(
  [
    'jan feb mar apr jun jul aug sep sept oct nov dec',
    'no nos art arts sec secs fig figs eq ch chs vol vols p pp para paras',
  ].flatMap((line) => line.split(' ')),
);

/** These may end a sentence: whether they do is told by the word that follows. */
export const MAY_END: ReadonlySet<string> = new Set(
  'Inc Ltd Co Cos Corp Plc Bros Jr Sr St Ave Blvd Rd Dept Univ Assn Intl Natl Gov\u2019t Est etc al Tue Tues Thu Thurs'.split(
    ' ',
  ),
);

/** Words with a capital that begin sentences and hardly ever are part of a name. */
export const STARTERS: ReadonlySet<string> = new Set(
  [
    'A An The This That These Those Such It Its He She They We You I His Her Their Our My',
    'In On At For By To From With Without Under Over After Before During Since Until Among Despite According',
    'And But Or Nor So Yet If As When While Where Whether Because Although Though Unless Once',
    'However Thus Then Therefore Hence Moreover Meanwhile Nonetheless Nevertheless Instead Also Still Again Indeed',
    'There Here Now Today Yesterday Later Earlier Not No Only Even Both Some Many Most All Each Every Several Other',
    'Others Another Any Few One What Who Whom Why How Which Is Are Was Were Did Does Do Has Have Had Of',
  ].flatMap((line) => line.split(' ')),
);

/** Names that are written with a mark of their own. */
export const NAMES_WITH_A_MARK = /(?:^|[^\p{L}])(?:Yahoo!|Jeopardy!|Yum!)$/u;

/** What follows `5 p.m.` within a sentence: a day, a month, a time zone. */
export const AFTER_A_TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|Eastern|Central|Mountain|Pacific|Korean?|Japan|Tokyo|Seoul|Local|[A-Z]{1,3}T|UTC)(?!\p{L})/u;
