import { type SmallTalkRules, STOPS, wholly } from './rules.ts';

const NAME = `(?:bot|there|all|everyone|folks|guys|team|friend|buddy|on record|onrecord|again|mate|y'?all)`;
const TAIL = String.raw`[\s,]*(?:${NAME}[\s,]*)*`;
const whole = (inner: string): RegExp => wholly(inner, TAIL);

export const ENGLISH_SMALL_TALK: SmallTalkRules = {
  language: 'en',
  patterns: {
    greeting: whole(
      String.raw`(?:(?:hi+|hello+|hey+|hiya|howdy|yo|sup|greetings|good (?:morning|afternoon|evening|day)|morning|evening|hallo|hola|bonjour|ello|heya|wass?up|what is up|how are (?:you|u|ya)(?: doing)?(?: today)?|how is it going|nice to meet (?:you|u)|annyeong|annyeonghaseyo|konnichiwa|ohayo)[\s,]*(?:${NAME}[\s,]*)*)+`,
    ),
    thanks: whole(
      String.raw`(?:ok(?:ay)?|great|cool|nice|perfect|alright|awesome)?[\s,]*(?:many )?(?:thanks?|thank (?:you|u)|thx|thnx|tysm|ty|cheers|much appreciated|appreciate it|appreciated)(?: (?:so much|very much|a lot|a ton|a million|for (?:the|your) (?:help|answer|info)|for that|for your help|that helps?|that helped))*|(?:that (?:was|is) )?(?:very |really |super )?(?:helpful|great|perfect|awesome|good bot|got it|good to know)|(?:ok(?:ay)?|cool|nice|great|lol|haha|good job|well done|nice one)`,
    ),
    farewell: whole(
      `(?:ok(?:ay)? )?(?:good ?bye|bye(?: ?bye)?|see (?:you|ya)(?: later| soon)?|cya|later|good night|farewell|have a (?:nice|good|great) (?:day|one|weekend|evening))`,
    ),
    help: whole(
      `(?:please |pls |i need |can you |could you )?(?:help(?: me)?(?: out)?|usage|commands?|instructions|menu|options|examples?)(?: please| pls)?|how (?:do|does|can|should) (?:i|this|it|you|one)(?: bot| thing)? (?:use (?:you|this|it|this bot|this thing)|work|ask(?: you)?(?: something| a question| questions)?)|what can (?:i|we) ask(?: you)?(?: about| here)?|what (?:questions|kinds? of questions|sorts? of things|things|topics) (?:can|may|do) (?:i|we|you) (?:ask|answer|cover|know)(?: you)?(?: about)?|what (?:can|do) you (?:answer|do|know|know about|help with|help me with|cover)|what are (?:you able to|your commands|your features)(?: do| answer)?|how can you help(?: me)?`,
    ),
    about: whole(
      `(?:who|what) (?:are|r) (?:you|u)(?: exactly| really| anyway)?|what is (?:this|this bot|on record|your name|this thing)|who (?:made|built|created|wrote|runs|programmed) (?:you|this bot|this)|are (?:you|u) (?:a |an )?(?:bot|human|robot|ai|real|person|language model|llm|chatgpt|machine)(?: or (?:a |an )?(?:bot|human|robot|ai|real|person))?|tell me about (?:yourself|you)|introduce yourself|what do (?:you|u) do|what is your (?:name|purpose|job)|where do (?:you|your answers) (?:get|come)(?: your| from)*(?: answers| information| info)?(?: from)?`,
    ),
  },
  lead: /^(?:(?:um+|uh+|oh|wait|sorry|ok|okay|so|well|please|pls|hey|hi|hello|@\S+)[\s,!.]+)+/u,
  clauses: new RegExp(`${STOPS}|\\s+and\\s+(?=what|who|how)|\\s+[-\\u2013\\u2014]+\\s+`, 'u'),
  isSpaced: true,
  idleThanks: 60,
};
