/** Korean, Japanese and full-width signs, which take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/g;

/** Columns that a label of ours takes in a terminal. */
export function columnsOf(label: string): number {
  return label.length + (label.match(WIDE)?.length ?? 0);
}

/** Labels filled up with blanks, so that what follows them stands in one column. */
export function aligned(labels: readonly string[]): string[] {
  const widest = Math.max(...labels.map(columnsOf));
  return labels.map((label) => label + ' '.repeat(widest - columnsOf(label) + 1));
}
