/** What Discord refuses in a message or a modal, as its documentation states it; lengths are UTF-16 units. */

type Json = Readonly<Record<string, unknown>>;

const PERSON_STYLES = new Set([1, 2, 3, 4]);
const LINK = 5;
const EPHEMERAL = 64;
const SUPPRESS_EMBEDS = 4;
const SUPPRESS_NOTIFICATIONS = 4096;

/** Problems by path, empty where Discord would take the message. */
export function messageProblems(message: Json, { isWebhook = false }: { isWebhook?: boolean } = {}): string[] {
  const problems: string[] = [];
  const { content, embeds, components, flags, nonce } = message;
  if (content !== undefined && typeof content !== 'string') problems.push('content: not a string');
  if (typeof content === 'string' && content.length > 2000) problems.push(`content: ${content.length} > 2000`);
  const isBlank = typeof content !== 'string' || content.trim() === '';
  if (isBlank && list(embeds).length === 0) problems.push('content: empty message');
  if (typeof flags === 'number') {
    const allowed = isWebhook
      ? EPHEMERAL | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS
      : SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS;
    if ((flags & ~allowed) !== 0) problems.push(`flags: ${flags}`);
  }
  if (nonce !== undefined && String(nonce).length > 25) problems.push('nonce: longer than 25');
  if (components !== undefined) problems.push(...componentProblems(list(components)));
  problems.push(...embedProblems(list(embeds)), ...mentionProblems(message.allowed_mentions));
  return problems;
}

/** This bot's own rule, checked on everything it sends: nobody is ever pinged. */
function mentionProblems(allowed: unknown): string[] {
  if (!isJson(allowed)) return ['allowed_mentions: missing'];
  if (!Array.isArray(allowed.parse) || allowed.parse.length > 0) return ['allowed_mentions.parse: not empty'];
  return allowed.replied_user === true ? ['allowed_mentions.replied_user: true'] : [];
}

function embedProblems(embeds: readonly Json[]): string[] {
  const problems = embeds.length > 10 ? ['embeds: more than 10'] : [];
  const total = embeds.reduce((sum, { title, description }) => sum + lengthOf(title) + lengthOf(description), 0);
  if (total > 6000) problems.push(`embeds: ${total} > 6000`);
  for (const [at, { title, description }] of embeds.entries()) {
    if (lengthOf(title) > 256) problems.push(`embeds[${at}].title`);
    if (lengthOf(description) > 4096) problems.push(`embeds[${at}].description`);
  }
  return problems;
}

function componentProblems(rows: readonly Json[]): string[] {
  const problems = rows.length > 5 ? ['components: more than 5 rows'] : [];
  const ids: unknown[] = [];
  for (const [at, row] of rows.entries()) {
    const buttons = list(row.components);
    if (row.type !== 1) problems.push(`components[${at}].type: ${String(row.type)}`);
    if (buttons.length < 1 || buttons.length > 5) problems.push(`components[${at}]: ${buttons.length} buttons`);
    for (const [number, button] of buttons.entries()) {
      problems.push(...buttonProblems(button).map((problem) => `components[${at}].components[${number}].${problem}`));
      if (button.custom_id !== undefined) ids.push(button.custom_id);
    }
  }
  if (new Set(ids).size !== ids.length) problems.push('components: custom_id not unique');
  return problems;
}

function buttonProblems({ type, style, label, emoji, custom_id: id, url }: Json): string[] {
  const problems: string[] = [];
  if (type !== 2) problems.push(`type: ${String(type)}`);
  if (style !== LINK && !PERSON_STYLES.has(style as number)) problems.push(`style: ${String(style)}`);
  if (label === undefined && emoji === undefined) problems.push('label: neither label nor emoji');
  if (label !== undefined && (lengthOf(label) < 1 || lengthOf(label) > 80)) problems.push(`label: ${lengthOf(label)}`);
  if (style === LINK ? lengthOf(url) < 1 || lengthOf(url) > 512 : lengthOf(id) < 1 || lengthOf(id) > 100)
    problems.push('custom_id or url');
  return problems;
}

export function modalProblems({ title, custom_id: id, components }: Json): string[] {
  const problems: string[] = [];
  if (lengthOf(title) < 1 || lengthOf(title) > 45) problems.push('title');
  if (lengthOf(id) < 1 || lengthOf(id) > 100) problems.push('custom_id');
  const labels = list(components);
  if (labels.length < 1 || labels.length > 5) problems.push('components');
  for (const label of labels) {
    const input = isJson(label.component) ? label.component : {};
    if (label.type !== 18 || lengthOf(label.label) < 1 || lengthOf(label.label) > 45) problems.push('label');
    if (input.type !== 4 || lengthOf(input.custom_id) < 1 || lengthOf(input.placeholder) > 100)
      problems.push('text input');
    if (Number(input.max_length ?? 4000) > 4000) problems.push('max_length');
  }
  return problems;
}

export function choiceProblems(choices: unknown): string[] {
  const all = list(choices);
  if (!Array.isArray(choices) || all.length > 25) return ['choices'];
  return all.flatMap(({ name, value }) =>
    lengthOf(name) < 1 || lengthOf(name) > 100 || lengthOf(value) < 1 || lengthOf(value) > 100 ? ['choice'] : [],
  );
}

export function commandProblems(commands: unknown): string[] {
  return list(commands).flatMap((command) => {
    const { name, type = 1, description, options } = command;
    const problems = [command, ...list(options)].flatMap((each) => translationProblems(each, type === 1));
    if (lengthOf(name) < 1 || lengthOf(name) > 32) problems.push(`${String(name)}: name`);
    if (type === 1 && !/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u.test(String(name))) problems.push(`${String(name)}: name`);
    if (type === 1 ? lengthOf(description) < 1 || lengthOf(description) > 100 : lengthOf(description) > 0)
      problems.push(`${String(name)}: description`);
    for (const option of list(options))
      if (lengthOf(option.description) < 1 || lengthOf(option.description) > 100) problems.push('option');
    return problems;
  });
}

/** Translations are under the same rules as what they translate. */
function translationProblems(
  { name, name_localizations: names, description_localizations: descriptions }: Json,
  isSlash: boolean,
): string[] {
  const form = isSlash ? /^[-_'\p{Ll}\p{Lm}\p{Lo}\p{N}]{1,32}$/u : /^.{1,32}$/u;
  const wrongNames = Object.values(isJson(names) ? names : {}).filter((each) => !form.test(String(each)));
  const wrongDescriptions = Object.values(isJson(descriptions) ? descriptions : {}).filter(
    (each) => lengthOf(each) < 1 || lengthOf(each) > 100,
  );
  return [...wrongNames, ...wrongDescriptions].map((each) => `${String(name)}: ${String(each)}`);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}
