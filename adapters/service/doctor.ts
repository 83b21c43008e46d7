/** One thing that was looked at. */
export interface Finding {
  /** `slack scopes`, `corpus`. */
  readonly subject: string;
  /** `note`: it works, and could be better. */
  readonly state: 'fine' | 'note' | 'problem';
  /** What was found and, for a problem, what to do. One line, no token in it. */
  readonly text: string;
}

export function fine(subject: string, text: string): Finding {
  return { subject, state: 'fine', text };
}

export function note(subject: string, text: string): Finding {
  return { subject, state: 'note', text };
}

export function problem(subject: string, text: string): Finding {
  return { subject, state: 'problem', text };
}

/** Runs one check; what it throws is its finding. */
export async function look(subject: string, check: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [problem(subject, error instanceof Error ? error.message : String(error))];
  }
}

/** Findings as people read them, a line each, or as one JSON object. */
export function report(findings: readonly Finding[], { json = false }: { json?: boolean } = {}): string {
  if (json) return `${JSON.stringify({ fine: isWell(findings), findings })}\n`;
  const marks = { fine: 'fine   ', note: 'note   ', problem: 'PROBLEM' } as const;
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  return findings.map(({ subject, state, text }) => `${marks[state]}  ${subject.padEnd(width)}  ${text}\n`).join('');
}

export function isWell(findings: readonly Finding[]): boolean {
  return findings.every(({ state }) => state !== 'problem');
}
