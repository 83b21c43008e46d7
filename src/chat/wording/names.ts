import type { Language } from '../../corpus/record.ts';

/** Languages by their names, as one of which to choose: `English, Korean or Japanese`. */
export function oneOf(languages: readonly Language[], language: Language): string {
  // Seldom needed and dear to make: made when it is.
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const named = languages.map((each) => names.of(each) ?? each);
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' }).format(named);
}

/** At most so many of the asker's words are quoted. */
const QUOTED = 4;

/** Words of the asker between quotation marks. */
export function quoted(words: readonly string[], [open, close, comma]: readonly [string, string, string]): string {
  return words
    .slice(0, QUOTED)
    .map((word) => open + word + close)
    .join(comma);
}
