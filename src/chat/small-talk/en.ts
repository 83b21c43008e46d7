import { type SmallTalkRules, STOPS, wholly } from './rules.ts';

const NAME = `(?:bot|there|all|everyone|folks|guys|team|friend|buddy|on record|onrecord|again|mate|y'?all)`;
const TAIL = String.raw`[\s,]*(?:${NAME}[\s,]*)*`;
const whole = (inner: string): RegExp => wholly(inner, TAIL);

export const ENGLISH_SMALL_TALK: SmallTalkRules = {
  language: 'en',
  isLatin: true,
  patterns: {
    greeting: whole(
      String.raw`(?:(?:hi+|hello+|hey+|hiya|howdy|yo|sup|greetings|good (?:morning|afternoon|evening|day)|morning|evening|hallo|hola|bonjour|ello|heya|wass?up|what is up|how are (?:you|u|ya)(?: doing)?(?: today)?|(?:are|r) (?:you|u) (?:there|here|awake|alive|online|around|listening)|(?:is )?(?:anybody|anyone|someone) (?:home|there|here)|how is it going|nice to meet (?:you|u)|annyeong|annyeonghaseyo|konnichiwa|ohayo)[\s,]*(?:${NAME}[\s,]*)*)+`,
    ),
    thanks: whole(
      String.raw`(?:ok(?:ay)?|great|cool|nice|perfect|alright|awesome)?[\s,]*(?:many )?(?:thanks?|thank (?:you|u)|thx|thnx|tysm|ty|cheers|much appreciated|appreciate it|appreciated)(?: (?:so much|very much|a lot|a ton|a million|for (?:the|your) (?:help|answer|info)|for that|for your help|that helps?|that helped))*|you (?:are|r) (?:so |really |very )?(?:good|great|amazing|awesome|smart|clever|helpful)(?: at (?:this|that))?|(?:that (?:was|is) )?(?:very |really |super )?(?:helpful|great|perfect|awesome|good bot|got it|good to know)|(?:ok(?:ay)?|cool|nice|great|lol|haha|good job|well done|nice one)`,
    ),
    farewell: whole(
      `(?:ok(?:ay)? )?(?:good ?bye|bye(?: ?bye)?|see (?:you|ya)(?: later| soon)?|cya|later|good night|farewell|have a (?:nice|good|great) (?:day|one|weekend|evening))`,
    ),
    help: whole(
      `(?:please |pls |i need |can you |could you )?(?:help(?: me)?(?: out)?|usage|commands?|instructions|menu|options|examples?)(?: please| pls)?|how (?:do|does|can|should) (?:i|this|it|you|one)(?: bot| thing)? (?:use (?:you|this|it|this bot|this thing)|work|ask(?: you)?(?: something| a question| questions)?)|what can (?:i|we) ask(?: you)?(?: about| here)?|what (?:questions|(?:kinds?|sorts?|types?) of (?:questions|things|stuff)|things|topics) (?:can|may|do) (?:i|we|you) (?:ask|answer|cover|know)(?: you)?(?: about)?|what (?:can|do) you (?:answer|do|know|know about|help with|help me with|cover)|what are (?:you able to|your commands|your features)(?: do| answer)?|how can you help(?: me)?|what (?:can|may|could) (?:i|we) ask(?: you)?`,
    ),
    about: whole(
      `(?:and |but |so )?(?:who|what) (?:(?:are|r) (?:you|u)|(?:might|may|would) you be)(?: even| exactly| really| anyway| then)?(?: (?:are you )?(?:a |an )?(?:bot|human|robot|ai|real|person|program|script|machine)(?: or (?:a |an )?(?:bot|human|robot|ai|real|person|program|script|machine))?)?|what is (?:this|this bot|on record|your name|this thing)|who (?:made|built|created|wrote|runs|programmed) (?:you|this bot|this)|(?:are|r) (?:you|u) (?:a |an )?(?:real )?(?:bot|human|robot|ai|real|person|language model|llm|chatgpt|machine|program)(?: or (?:a |an )?(?:bot|human|robot|ai|real|person|program|machine|computer))?|tell me about (?:yourself|you)|introduce yourself|what do (?:you|u) do|what is your (?:name|purpose|job)|where do (?:you|your answers) (?:get|come)(?: your| from)*(?: answers| information| info)?(?: from)?`,
    ),
  },
  lead: /^(?:(?:um+|uh+|oh|wait|sorry|ok|okay|so|well|please|pls|hey|hi|hello|@\S+)[\s,!.]+)+/u,
  clauses: new RegExp(`${STOPS}|\\s+and\\s+(?=what|who|how)|\\s+[-\\u2013\\u2014]+\\s+`, 'u'),
  isSpaced: true,
  idleThanks: 60,
  asks: /\b(?:who|whom|whose|what|when|where|why|how|which)\b/u,
  marks: {
    thanks: words('thanks thank thankyou thx thnx tysm ty tyvm cheers appreciate appreciated grateful love best'),
    farewell: words('bye goodbye byebye cya farewell gtg g2g ttyl goodnight'),
    greeting: words("hi hello hey hiya heya howdy yo greetings g'day gday morning evening afternoon"),
  },
  idle: words(
    `a ah alright am an and anybody anyone are around as at be bed been big bless bot brilliant buddy bunch but by care chap
    chatbot cool day days dear done enough everybody everyone everything excellent fine folks for friend friends from
    glad go going good got gotta great guys had haha happy have helped helpful hmm home i i'm in is it job just kind
    kindly lady later legend like little lol lot lots lovely m machine madam man many mate me meet most mr much my needed nice now o of
    off oh ok okay old on one our out pal partner people perfect pleased really robot run see sir sleep so soon sweet take
    talk team that that's the there this time to today tomorrow tonight too u ur us useful very was we week weekend well
    will with wonderful work wow x xo xx y'all yes yeah you you're young your 3`,
  ),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
