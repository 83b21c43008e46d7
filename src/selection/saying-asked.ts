/** A question of the form "what did X say about Y". */
export interface SayingAsked {
  /** X, as typed; null where everybody is meant: "both sides", "they", "what was said". */
  readonly speaker: string | null;
  /** Y, as typed; null where all that X said is meant. */
  readonly topic: string | null;
}

/** Reads a question as one about what somebody said; null for any other. Korean and Japanese in their plain patterns. */
export function sayingAsked(question: string): SayingAsked | null {
  const plain = question.replace(/\s+/gu, ' ').trim();
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(plain)?.groups;
    if (groups === undefined) continue;
    const speaker = trimmed(groups.who);
    return { speaker: speaker === null || EVERYBODY.test(speaker) ? null : speaker, topic: trimmed(groups.topic) };
  }
  return null;
}

function trimmed(text: string | undefined): string | null {
  return text?.replace(/^[\s,、]+|[\s,、?？.!。]+$/gu, '') || null;
}

const ASIDE = '(?:(?:so|and|but|well|ok|okay|please|also|then),? )*(?:(?:can|could) you tell me |tell me )?';
const SAY =
  '(?:have to say|say|said|tell(?: (?!about\\b)\\w+){0,2}|told(?: (?!about\\b)\\w+){0,2}|think|state|comment)';
const ABOUT = '(?: (?:about|on|regarding|concerning|of|over|to|in|at|during|after)';
const END = '[?.! ]*$';

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `^${ASIDE}what (?:else |exactly )?(?:did|does|do|has|have|had) (?<who>.{1,80}?) ${SAY}${ABOUT} (?<topic>.+?))?${END}`,
    'iu',
  ),
  new RegExp(
    `^${ASIDE}what (?:else )?(?:was|is|has been) (?:being )?said(?: by (?<who>.{1,80}?))?${ABOUT} (?<topic>.+?))?${END}`,
    'iu',
  ),
  new RegExp(`^${ASIDE}who (?:said|says) what${ABOUT} (?<topic>.+?))?${END}`, 'iu'),
  // "Y에 대해 X는 뭐라고 했나요", then "X는 (Y에 대해) 뭐라고 했나요".
  /^(?<topic>.+?)(?:에\s*(?:대해|관해)서?|에\s*대하여|[을를]\s*두고)\s+(?<who>.+?)(?:께서는|은|는|이|가)\s+(?:뭐라고?|무엇이라고?|무슨\s*말을|어떤\s*말을|무엇을|뭘)\s*(?:말|했|하|언급|밝|얘기|이야기|주장|설명|답)/u,
  /^(?<who>\S+(?:\s\S+){0,4}?)(?:께서는|은|는|이|가)\s+(?:(?<topic>.+?)(?:에\s*(?:대해|관해)서?|에\s*대하여|[을를]\s*두고)\s*)?(?:뭐라고?|무엇이라고?|무슨\s*말을|어떤\s*말을)\s*(?:말|했|하|언급|밝|얘기|이야기|주장|설명|답)/u,
  // "YについてXは何と言いましたか", then "Xは(Yについて)何と言いましたか".
  /^(?<topic>.+?)(?:について|に関して|に対して|をめぐって)(?:は)?、?(?<who>.+?)(?:は|が)、?(?:何と|なんと|何て|なんて|どう|何を|どのように)(?:言|いっ|述べ|話|語|発言|コメント|説明|主張|答)/u,
  /^(?<who>.+?)(?:は|が)、?(?:(?<topic>.+?)(?:について|に関して|に対して|をめぐって)(?:は)?、?)?(?:何と|なんと|何て|なんて|どう|何を|どのように)(?:言|いっ|述べ|話|語|発言|コメント|説明|主張|答)/u,
];

const EVERYBODY =
  /^(?:the )?(?:(?:two|both|either|each|all|different|various) )?(?:sides?|parties|part(?:y|ies) involved)$|^(?:they|people|everyone|everybody|anyone|anybody|others)$|^(?:양측|양쪽|사람들|모두)$|^(?:双方|両者|両国|人々|みんな)$/iu;
