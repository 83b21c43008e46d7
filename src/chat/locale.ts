import { LANGUAGES, type Language } from '../corpus/record.ts';

/** The language of a locale such as `ko`, `en-GB` or `ja_JP.UTF-8`; undefined for one that is not spoken here. */
export function languageFor(locale: string | undefined): Language | undefined {
  const [named] = (locale ?? '').toLowerCase().split(/[-_.@]/);
  return LANGUAGES.find((language) => language === named);
}
