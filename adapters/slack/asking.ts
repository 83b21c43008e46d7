import type { RespondFn } from '@slack/bolt';
import { wordingFor } from '../../src/index.ts';
import { show } from './click.ts';
import { answer, type Desk, languageTo, personOf, usage } from './desk.ts';
import { isNothing, readText } from './read.ts';
import { renderWords } from './render.ts';

/** A question that one person asks for themselves: by the command, or about a message by the shortcut. */
export interface PrivateQuestion {
  /** As Slack delivers it. */
  readonly text: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly botUserId: string | undefined;
  readonly respond: RespondFn;
}

/** Answers so that only the person sees it, with a button to share it. */
export async function answerPrivately(desk: Desk, asked: PrivateQuestion): Promise<void> {
  const { team, channel, user, respond } = asked;
  const text = readText(asked.text, asked.botUserId);
  const person = personOf(team, user);
  if (isNothing(text)) return show(desk, respond, [usage(desk, languageTo(desk, person))]);
  const conversation = ['slack', team, channel, user].join(':');
  if ((await desk.rateLimit.take(person, conversation)) !== 'ok')
    return show(desk, respond, [renderWords(wordingFor(languageTo(desk, person, text)).slowDown)]);
  const { reply, messages } = await answer(desk, { text, conversation, person }, { asker: user, isPrivate: true });
  await show(desk, respond, messages);
  await desk.feedback?.note(reply, text);
}
