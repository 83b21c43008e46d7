/** The longest question, in Unicode code points; a longer one is declined, not cut. */
export const LONGEST_QUESTION = 1000;
