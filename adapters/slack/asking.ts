import type { RespondFn } from '@slack/bolt';
import { platformWording } from '../wording/languages.ts';
import { show } from './click.ts';
import { answer, type Desk, personOf, usage } from './desk.ts';
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
  if (isNothing(text)) return show(desk, respond, [usage(desk)]);
  const person = personOf(team, user);
  const conversation = ['slack', team, channel, user].join(':');
  if ((await desk.rateLimit.take(person, conversation)) !== 'ok')
    return show(desk, respond, [renderWords(platformWording('en').slowDown)]);
  const { reply, messages } = await answer(desk, { text, conversation, person }, { asker: user, isPrivate: true });
  await show(desk, respond, messages);
  await desk.feedback?.note(reply, text);
}
