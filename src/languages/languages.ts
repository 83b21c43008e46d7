import type { LanguageRules } from '../retrieval/rules.ts';
import { ENGLISH_RULES } from './en.ts';
import { JAPANESE_RULES } from './ja.ts';
import { KOREAN_RULES } from './ko.ts';

/** Every language that the core understands, English first. A further one is entered here. */
export const LANGUAGE_RULES: readonly LanguageRules[] = [ENGLISH_RULES, KOREAN_RULES, JAPANESE_RULES];
